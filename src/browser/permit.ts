import type { ConsoleHost } from "../ledger/model";
import type { Permit } from "../messaging/protocol";
import { askAgain } from "./page-port";

/** What this page may do; null when nobody answers, the extension is gone or `signal` aborts. */
export const askPermit = (signal: AbortSignal): Promise<Permit | null> =>
  askAgain("hello", { host: location.hostname as ConsoleHost }, signal);
