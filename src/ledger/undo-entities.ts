import type { IDBPTransaction } from "idb";
import { Blocks } from "./block-writer";
import { blockOf, LATEST } from "./blocks";
import type { EntityKey } from "./model";
import { rowsOf } from "./note-store";
import { unpackShown } from "./pack";
import { type EntityRow, type ImportRow, type LedgerSchema, SEEN_STORES } from "./records";

/** What taking an import back may change. */
export const UNDONE_IN = [...SEEN_STORES, "imports", "notes", "vault"] as const;
export type UndoTx = IDBPTransaction<LedgerSchema, (typeof UNDONE_IN)[number][], "readwrite">;

/** As they were before the import, unless something else changed them since. */
export async function restoreEntities(tx: UndoTx, changed: ImportRow["changed"]): Promise<void> {
  const store = tx.objectStore("entities");
  for (const { before, after } of changed) {
    const now = await store.get(before.n);
    if (now !== undefined && isSame(now, after)) await store.put(before);
  }
}

const isSame = (a: EntityRow, b: EntityRow): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Of entities that have no number left (`bare`): what no look and no other import speaks of is forgotten, but for own
 * accounts in whose console something was seen and what the user watches.
 */
export async function dropEntities(tx: UndoTx, bare: readonly number[], { made, snapshots }: ImportRow): Promise<void> {
  if (bare.length === 0) return;
  // Nothing before the import can speak of what it made.
  const isOfImport = bare.every((n) => made !== null && made[0] <= n && n <= made[1]);
  const spoken = await mentioned(tx, isOfImport ? (snapshots[0] ?? 0) : 0);
  const unspoken = bare.filter((n) => !spoken.has(n));
  const store = tx.objectStore("entities");
  const rows = (await Promise.all(unspoken.map((n) => store.get(n)))).filter((row) => row !== undefined);
  const kept = new Set([
    ...(await watchedOf(tx)),
    ...(rows.some(({ own }) => own) ? await accountsOf(tx, unspoken) : []),
  ]);
  const latest = new Blocks(LATEST);
  await latest.load(tx.objectStore("latestBlocks"), unspoken.map(blockOf));
  for (const n of unspoken) latest.set(blockOf(n), n, undefined);
  latest.flush(tx.objectStore("latestBlocks"));
  await Promise.all(rows.flatMap(({ n, key }) => (kept.has(key) ? [] : [store.delete(n)])));
}

/** Entities that readings of snapshots from `first` on name. */
async function mentioned(tx: UndoTx, first: number): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  let cursor = await tx.objectStore("readings").openCursor(IDBKeyRange.lowerBound(first));
  while (cursor !== null) {
    for (const { n } of unpackShown(cursor.value)) found.add(n);
    cursor = await cursor.continue();
  }
  return found;
}

const watchedOf = async (tx: UndoTx): Promise<readonly EntityKey[]> =>
  (await rowsOf(tx.objectStore("notes"), "rival")).flatMap(({ fields }) => [
    ...(typeof fields.entity?.value === "string" ? [fields.entity.value] : []),
    ...(Array.isArray(fields.also?.value) ? (fields.also.value as EntityKey[]) : []),
  ]);

/** Accounts in whose console something was seen that stays. */
async function accountsOf(tx: UndoTx, going: readonly number[]): Promise<readonly EntityKey[]> {
  const gone = new Set(going);
  const entities = await tx.objectStore("entities").getAll();
  const byNumber = new Map(entities.map(({ n, key }) => [n, key]));
  const looks = await tx.objectStore("snapshots").getAll();
  return [
    ...looks.flatMap(({ account }) => account ?? []),
    ...entities.flatMap(({ n, account }) => (gone.has(n) ? [] : (byNumber.get(account ?? 0) ?? []))),
  ];
}
