import type { IDBPTransaction } from "idb";
import { absorbDecided } from "./absorb-decided";
import { absorbSeen } from "./absorb-seen";
import type { LedgerDb } from "./connection";
import { anotherTurn } from "./kept-view";
import type { Bundle } from "./portable";
import { type LedgerSchema, SEEN_STORES } from "./records";

/** Everything that is taken elsewhere, and the aggregates; drafts and the vault belong to this machine. */
const STORES = [...SEEN_STORES, "sightings", "settings", "notes", "imports", "reviews"] as const;
export type AbsorbTx = IDBPTransaction<LedgerSchema, ((typeof STORES)[number] | "vault")[], "readwrite">;

export interface Absorbed {
  readonly snapshots: number;
  readonly readings: number;
  readonly entities: number;
  /** Notes that were not there or changed. */
  readonly notes: number;
  readonly imports: number;
  readonly reviews: number;
  /** Numbers given to the snapshots that were added, both included; null when none was. */
  readonly numbers: readonly [first: number, last: number] | null;
}

export interface AbsorbOptions {
  /** replace: what is there goes first. */
  readonly mode: "merge" | "replace";
  /** Between 0 and 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Takes rows of another machine, or of this one's past, into the store: one transaction, all or nothing. Snapshots are
 * told by their content, so that the same again adds nothing; notes merge field by field. Rejects with the signal's
 * reason, or with what is wrong; then nothing was changed.
 */
export async function absorb(db: LedgerDb, bundle: Bundle, options: AbsorbOptions): Promise<Absorbed> {
  const tx = db.transaction([...STORES, "vault"], "readwrite", { durability: "strict" });
  try {
    if (options.mode === "replace") await Promise.all(STORES.map((store) => tx.objectStore(store).clear()));
    const { brought, hasChanged, ...seen } = await absorbSeen(tx, bundle, options);
    const decided = await absorbDecided(tx, bundle, options.mode, brought);
    const isSame = !hasChanged && decided.notes + decided.imports === 0 && options.mode === "merge";
    if (!isSame) await anotherTurn(tx.objectStore("vault"));
    options.signal?.throwIfAborted();
    await tx.done;
    return { ...seen, ...decided };
  } catch (error) {
    tx.done.catch(() => {});
    try {
      tx.abort();
    } catch {
      // It is over already: the failed request aborted it.
    }
    throw tx.error ?? error;
  }
}
