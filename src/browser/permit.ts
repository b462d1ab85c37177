import type { ConsoleHost } from "../ledger/model";
import type { Permit } from "../messaging/protocol";
import { ask, isAlive } from "./page-port";

/** A worker that was stopped while it answered is asked again. */
const AGAIN_MS = [500, 5_000];

/** What this page may do; null when nobody answers, the extension is gone or `signal` aborts. */
export async function askPermit(signal: AbortSignal): Promise<Permit | null> {
  for (const wait of [...AGAIN_MS, null]) {
    const answer = await ask("hello", { host: location.hostname as ConsoleHost });
    if (answer.ok) return answer.value;
    if (wait === null || signal.aborted || !isAlive()) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return null;
}
