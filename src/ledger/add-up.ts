import { cellsOf, mergeDay, mergeLatest, mergeShelf, sellersOn } from "./aggregate";
import { dayNumber } from "./day";
import type { KeepTx } from "./keep";
import { type DayRow, dayKey, type LatestRow, type ReadingsRow } from "./records";

/** Adds a snapshot's readings, captured on `day` at `at`, to the aggregates of its entities. */
export async function addUp(tx: KeepTx, readings: ReadingsRow, day: number, at: number): Promise<void> {
  const latest = tx.objectStore("latest");
  const days = tx.objectStore("days");
  const cells = cellsOf(readings);
  const known = await latestOf(tx, [...cells.keys()]);
  const writes = [...cells].map(async ([n, own]) => {
    const before = known.get(n);
    await latest.put(mergeLatest(before ?? { n, lastSeen: at, cells: [] }, own, day, at));
    if (own.length === 0) return;
    // What was last seen before today has nothing of today: the day's first look asks for nothing.
    const isFirst = before === undefined || dayNumber(before.lastSeen) < day;
    const today: DayRow | undefined = isFirst ? undefined : await days.get(dayKey(n, day));
    await days.put(mergeDay(today ?? { day, cells: [] }, own), dayKey(n, day));
  });
  const shelves = tx.objectStore("shelves");
  const shelved = sellersOn(readings).map(async (seller) => {
    const before = await shelves.get(dayKey(seller, day));
    const row = mergeShelf(before ?? { day, snapshots: [] }, readings.n);
    if (row !== before) await shelves.put(row, dayKey(seller, day));
  });
  await Promise.all([...writes, ...shelved]);
}

/** The rows of a list lie close together, made by its first capture: one request for a stretch, not one for each. */
async function latestOf(tx: KeepTx, numbers: readonly number[]): Promise<ReadonlyMap<number, LatestRow>> {
  const store = tx.objectStore("latest");
  const sorted = [...numbers].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const isStretch = last - first < 3 * sorted.length;
  const rows = isStretch
    ? await store.getAll(IDBKeyRange.bound(first, last))
    : await Promise.all(sorted.map((n) => store.get(n)));
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.n, row]])));
}
