import type { LedgerDb } from "../connection";
import { STORES } from "../records";
import { isHashed, RowSeal, type SealKeys, sealedBytes } from "./row-seal";
import { isOpen, type StoreName } from "./rules";

/** Rows of one transaction. */
const BATCH = 200;

export interface ConvertOptions {
  /** Hears how much is done, 0 to 1. */
  readonly onPart?: (part: number) => void;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
}

/**
 * Seals every row of a store that nobody else uses, or opens every one again. Each row says itself whether it is sealed, so
 * one that was interrupted is called again and goes on.
 */
export async function convert(
  raw: LedgerDb,
  keys: SealKeys,
  to: "sealed" | "open",
  { onPart, signal }: ConvertOptions = {},
): Promise<void> {
  const rows = new RowSeal(keys);
  const counts = await Promise.all(STORES.map((name) => raw.count(name)));
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  let done = 0;
  for (const name of STORES) {
    if (name === "settings") continue;
    for (let after: IDBValidKey | null = null; ; ) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const batch = await read(raw, name, range);
      if (batch.length === 0) break;
      after = batch.at(-1)?.key ?? null;
      await change(raw, name, rows, batch, to);
      done += batch.length;
      onPart?.(Math.min(1, done / all));
      signal?.throwIfAborted();
    }
  }
  onPart?.(1);
}

interface Found {
  readonly key: IDBValidKey;
  readonly row: unknown;
}

async function read(raw: LedgerDb, name: StoreName, range: IDBKeyRange | null): Promise<readonly Found[]> {
  const { store } = raw.transaction(name as "shelves");
  const query = range as unknown as number | null;
  const [keys, rows] = await Promise.all([store.getAllKeys(query, BATCH), store.getAll(query, BATCH)]);
  return keys.map((key, at) => ({ key, row: rows[at] }));
}

async function change(
  raw: LedgerDb,
  name: StoreName,
  seal: RowSeal,
  batch: readonly Found[],
  to: "sealed" | "open",
): Promise<void> {
  const wanted = batch.filter(
    ({ key, row }) => (sealedBytes(row) !== null) !== (to === "sealed") && !isOpen(name, row, key),
  );
  if (wanted.length === 0) return;
  const changed = await Promise.all(
    wanted.map(({ key, row }) => (to === "sealed" ? seal.seal(name, row, key) : seal.open(name, row))),
  );
  const tx = raw.transaction(name as "shelves", "readwrite", { durability: "strict" });
  const inline = tx.store.keyPath !== null;
  const moves = isHashed(name, null);
  wanted.forEach(({ key }, at) => {
    if (moves) void tx.store.delete(key as number);
    void tx.store.put(changed[at] as never, inline ? undefined : (key as number));
  });
  await tx.done;
}
