import { createImportHandler } from "./import-handler";
import type { ImportReply, ImportRequest } from "./worker-protocol";

const handle = createImportHandler((reply: ImportReply) => self.postMessage(reply));

self.onmessage = ({ data }: MessageEvent<ImportRequest>) => void handle(data);
