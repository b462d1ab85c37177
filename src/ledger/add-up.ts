import { cellsOf, mergeDay, mergeLatest, mergeShelf, sellersOn } from "./aggregate";
import { dayNumber } from "./day";
import type { KeepTx } from "./keep";
import { putAll } from "./put-all";
import { type Cell, type DayRow, dayKey, type LatestRow, type ReadingsRow } from "./records";
import { rowsByNumber } from "./stretch";

/** Adds a snapshot's readings, captured on `day` at `at`, to the aggregates of its entities. */
export async function addUp(tx: KeepTx, readings: ReadingsRow, day: number, at: number): Promise<void> {
  const cells = [...cellsOf(readings)];
  const sellers = sellersOn(readings);
  const shelves = tx.objectStore("shelves");
  const [latest, shelved] = await Promise.all([
    rowsByNumber(
      tx.objectStore("latest"),
      cells.map(([n]) => n),
    ),
    Promise.all(sellers.map((seller) => shelves.get(dayKey(seller, day)))),
  ]);
  const known = new Map(latest.map((row) => [row.n, row]));
  const told = cells.filter(([, own]) => own.length > 0);
  const today = await todayOf(tx, told, known, day);

  putAll(
    tx.objectStore("latest"),
    cells.map(([n, own]) => mergeLatest(known.get(n) ?? { n, lastSeen: at, cells: [] }, own, day, at)),
  );
  putAll(
    tx.objectStore("days"),
    told.map(([n, own]) => mergeDay(today.get(n) ?? { day, cells: [] }, own)),
    told.map(([n]) => dayKey(n, day)),
  );
  const changed = sellers.flatMap((seller, index) => {
    const before = shelved[index];
    const row = mergeShelf(before ?? { day, snapshots: [] }, readings.n);
    return row === before ? [] : [{ key: dayKey(seller, day), row }];
  });
  putAll(
    shelves,
    changed.map(({ row }) => row),
    changed.map(({ key }) => key),
  );
}

/** What the entities have of the day already. Who was last seen before it has nothing: the day's first look asks for nothing. */
async function todayOf(
  tx: KeepTx,
  told: readonly (readonly [n: number, cells: readonly Cell[]])[],
  known: ReadonlyMap<number, LatestRow>,
  day: number,
): Promise<ReadonlyMap<number, DayRow>> {
  const days = tx.objectStore("days");
  const again = told.filter(([n]) => dayNumber(known.get(n)?.lastSeen ?? 0) >= day);
  const rows = await Promise.all(again.map(([n]) => days.get(dayKey(n, day))));
  return new Map(again.flatMap(([n], index) => (rows[index] ? [[n, rows[index]] as const] : [])));
}
