import { LOCK } from "../../ledger/sealing/rules";
import type { Bytes } from "../bytes";
import type { Kdf } from "../keyring";
import type { VaultStore } from "../vault-store";

/** Sealed by AES-GCM. */
export interface Box {
  readonly iv: Bytes;
  readonly sealed: Bytes;
}

/**
 * The lock of a store, beside what it seals; it tells nothing without the passphrase. The passphrase opens `master`, from which
 * the keys of the rows come; `master` opens `privateKey`, with which what was seen while locked is read.
 */
export interface LockRecord {
  readonly id: string;
  /** sealing, unsealing: rows are being changed, and nobody reads or writes any until that is done. */
  readonly state: "sealing" | "on" | "unsealing";
  readonly kdf: Kdf;
  readonly master: Box;
  /** A point of P-256, uncompressed. */
  readonly publicKey: Bytes;
  readonly privateKey: Box;
  /** Locks itself after so many minutes without use; 0 for only when the browser closes. */
  readonly minutes: number;
  /** Wrong passphrases in a row, and from when on the next may be tried (ms). */
  readonly wrong: number;
  readonly notBefore: number;
}

/** Null for a store without a lock. */
export const lockOf = async (vault: VaultStore): Promise<LockRecord | null> =>
  ((await vault.get(LOCK)) as LockRecord | undefined) ?? null;

export const putLock = (vault: VaultStore, record: LockRecord): Promise<void> => vault.put(LOCK, record);

const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** How long the next try must wait after so many wrong ones. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));

/** Ms until a passphrase may be tried; a clock that was set back does not make it longer than the longest. */
export const waitLeft = ({ notBefore }: LockRecord, now: number): number =>
  Math.max(0, Math.min(notBefore - now, LONGEST_WAIT_MS));
