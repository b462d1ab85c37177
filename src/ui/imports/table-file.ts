import { inTurn } from "../../ledger/in-turn";
import { TableError } from "../tables/read/table-error";
import type { FileFacts, Mapping } from "./mapping";
import type { ImportReply, ImportRequest, Opened, Part, Planned } from "./worker-protocol";

type Kind = Exclude<ImportReply["kind"], "progress" | "failed">;

// Named apart from its use: the bundler would wrap it in a helper that can run text as code.
const WORKER = new URL("./import-worker.ts", import.meta.url);

/** A file being imported, in a worker of its own. Rejects with TableError; `close` ends whatever runs. */
export class TableFile {
  readonly #worker = new Worker(WORKER, { type: "module" });
  #progress: (part: number) => void = () => {};
  readonly #inTurn = inTurn();

  async open(file: Blob, progress: (part: number) => void): Promise<Opened> {
    this.#progress = progress;
    return (await this.#ask("opened", { kind: "open", file })).opened;
  }

  async plan(table: number, mapping: Mapping, facts: FileFacts, progress: (part: number) => void): Promise<Planned> {
    this.#progress = progress;
    return (await this.#ask("planned", { kind: "plan", table, mapping, facts })).planned;
  }

  async part(index: number): Promise<Part> {
    return (await this.#ask("part", { kind: "part", index })).part;
  }

  close(): void {
    this.#worker.terminate();
  }

  /** One question after the other. */
  #ask<K extends Kind>(kind: K, request: ImportRequest): Promise<Extract<ImportReply, { kind: K }>> {
    return this.#inTurn(() => this.#askNow(kind, request));
  }

  #askNow<K extends Kind>(kind: K, request: ImportRequest): Promise<Extract<ImportReply, { kind: K }>> {
    return new Promise((resolve, reject) => {
      this.#worker.onerror = () => reject(new TableError("not_a_table"));
      this.#worker.onmessage = ({ data }: MessageEvent<ImportReply>) => {
        if (data.kind === "progress") this.#progress(data.part);
        else if (data.kind === "failed") reject(new TableError(data.code, data.line, data.detail));
        else if (data.kind === kind) resolve(data as Extract<ImportReply, { kind: K }>);
      };
      this.#worker.postMessage(request);
    });
  }
}
