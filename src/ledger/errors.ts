/**
/**
 * Why the ledger refused. `newer`: the database was written by a newer version of the extension. `moved`: what was to be
 * changed no longer stands as whoever asked saw it. `locked`: it is sealed, and the passphrase has not been given. `cut`:
 * what came in parts did not come whole. `large`: more than is taken at once.
 */
export type LedgerErrorCode = "full" | "newer" | "blocked" | "unfit" | "moved" | "locked" | "cut" | "large";

/** Nothing was stored. Views say why by the code, in the user's language; the sentence is for the logs. */
export class LedgerError extends Error {
  /** What views have the cause under. */
  readonly key: `error_${LedgerErrorCode}`;

  constructor(
    readonly code: LedgerErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "LedgerError";
    this.key = `error_${code}`;
  }
}

/** Chrome names a full disk or quota QuotaExceededError, on the request or on the whole transaction. */
export const isFull = (error: unknown): boolean => error instanceof Error && error.name === "QuotaExceededError";
