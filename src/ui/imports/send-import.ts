import type { Brought } from "../../ledger/brought";
import type { Answer, Kind } from "../../messaging/protocol";
import type { ViewSource } from "../data/source";
import type { Part } from "./worker-protocol";

const BUSY_MS = 500;

export interface Sending {
  readonly head: Omit<Brought, "entities" | "readings">;
  readonly parts: number;
  part(index: number): Promise<Pick<Part, "entities" | "readings">>;
  /** Of what is sent, 0 to 1; keeping it is told by the worker's own word. */
  progress(part: number): void;
  readonly signal: AbortSignal;
}

/** Sends an import part by part and has it kept; when the signal says so, it is forgotten and the answer is null. */
export async function sendImport(
  { send }: Pick<ViewSource, "send">,
  { head, parts, part, progress, signal }: Sending,
): Promise<Answer<"import_end"> | Extract<Answer<Kind>, { ok: false }>> {
  const begun = await send("import_begin", head);
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  for (let index = 0; index < parts && !signal.aborted; index += 1) {
    const { entities, readings } = await part(index);
    const own = { entities, readings };
    let sent = await send("import_part", { upload, ...own });
    // The worker takes so many messages a second.
    while (!sent.ok && sent.error.code === "busy" && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
      sent = await send("import_part", { upload, ...own });
    }
    if (!sent.ok) return sent;
    progress((index + 1) / parts);
  }
  return send("import_end", { upload, keep: !signal.aborted });
}
