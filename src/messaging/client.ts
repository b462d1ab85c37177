import { sendToWorker } from "../browser/worker-port";
import type { Answer, Kind, Requests } from "./protocol";

/** A long table takes its time, as a passphrase does on a slow machine; a browser gives an event five minutes. */
const LONG: readonly Kind[] = ["import_end", "undo_import", "cloud", "lock"];
const timeoutOf = (kind: Kind): number => (LONG.includes(kind) ? 290_000 : 10_000);

/**
 * Asks the worker from an extension page. Never rejects and never hangs: no answer within `timeoutMs` is an answer
 * with `ok: false`.
 */
export async function send<K extends Kind>(
  kind: K,
  input: Requests[K]["in"],
  timeoutMs = timeoutOf(kind),
): Promise<Answer<K>> {
  const failed = (message: string): Answer<K> => ({ ok: false, error: { code: "failed", message } });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      sendToWorker({ kind, input }) as Promise<Answer<K>>,
      new Promise<Answer<K>>((resolve) => {
        timer = setTimeout(() => resolve(failed("no answer")), timeoutMs);
      }),
    ]);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}
