/** What a view may know of the lock. */
export interface LockView {
  readonly state: "none" | "locked" | "open" | "sealing" | "unsealing";
  /** Locks itself after so many without use; 0: only when the browser closes. */
  readonly minutes: number;
  /** Looks at pages that wait to be taken in. */
  readonly waiting: number;
  /** How much of the rows is sealed or opened, 0 to 1; null while none are being changed. */
  readonly part: number | null;
  readonly refused: Refused | null;
  /** Ms until a passphrase may be tried again. */
  readonly waitMs: number;
}

/** Why what was asked was not done. */
export type Refused = "wrong" | "wait" | "short";

/** Minutes that may be chosen. */
export const LOCK_MINUTES = [5, 15, 30, 60, 0] as const;
