import { createDesk } from "./desk";
import type { Ask, Told } from "./worker-protocol";

const ask = createDesk((told: Told) => self.postMessage(told));

self.onmessage = ({ data }: MessageEvent<Ask>) => void ask(data);
