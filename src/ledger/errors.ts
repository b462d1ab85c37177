/**
/**
 * Why the ledger refused. `newer`: the database was written by a newer version of the extension. `moved`: what was to be
 * changed no longer stands as whoever asked saw it. `locked`: it is sealed, and the passphrase has not been given.
 */
export type LedgerErrorCode = "full" | "newer" | "blocked" | "unfit" | "moved" | "locked";

/** An error with a sentence for the user; nothing was stored. */
export class LedgerError extends Error {
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "LedgerError";
  }
}

/** Chrome names a full disk or quota QuotaExceededError, on the request or on the whole transaction. */
export const isFull = (error: unknown): boolean => error instanceof Error && error.name === "QuotaExceededError";
