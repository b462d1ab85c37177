import { cellsOf, mergeDay, mergeLatest, mergeShelf, sellersOn } from "./aggregate";
import { Blocks } from "./block-writer";
import { blockOf, CELLS, dayBlockKey, LATEST } from "./blocks";
import { dayNumber } from "./day";
import type { KeepTx } from "./keep";
import { unpackShown } from "./pack";
import { putAll } from "./put-all";
import { dayKey, type LatestRow, type ReadingsRow } from "./records";

/** A snapshot's readings before it has a number. */
export type Unnumbered = Omit<ReadingsRow, "n">;

/**
 * Adds a snapshot's readings, captured on `day` at `at`, to the aggregates of its entities. These are asked for while the
 * database still gives the snapshot its number.
 */
export async function addUp(
  tx: KeepTx,
  unnumbered: Unnumbered,
  number: number | Promise<number>,
  day: number,
  at: number,
): Promise<void> {
  const sellers = sellersOn(unnumbered);
  const [latestStore, dayStore, shelves] = [
    tx.objectStore("latestBlocks"),
    tx.objectStore("dayBlocks"),
    tx.objectStore("shelves"),
  ];
  const [latest, days] = [new Blocks(LATEST), new Blocks(CELLS)];
  const blocks = [...new Set(unpackShown(unnumbered).map(({ n }) => blockOf(n)))];
  const [shelved, n] = await Promise.all([
    Promise.all(sellers.map((seller) => shelves.get(dayKey(seller, day)))),
    number,
    latest.load(latestStore, blocks),
  ]);
  const readings: ReadingsRow = { n, ...unnumbered };
  const cells = cellsOf(readings);
  const begun = blocks.filter((block) => isBegun(latest, block, day));
  await days.load(
    dayStore,
    begun.map((block) => dayKey(block, day)),
  );

  for (const [n, own] of cells) {
    const known: LatestRow = latest.get(blockOf(n), n) ?? { n, lastSeen: at, cells: [] };
    latest.set(blockOf(n), n, mergeLatest(known, own, day, at));
    if (own.length === 0) continue;
    const key = dayBlockKey(n, day);
    days.set(key, n, mergeDay({ day, cells: days.get(key, n) ?? [] }, own).cells);
  }
  latest.flush(latestStore);
  days.flush(dayStore);
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

/** Whether a block may have anything of the day: not when all in it were last seen before. The day's first look asks for nothing. */
const isBegun = (latest: Blocks<LatestRow>, block: number, day: number): boolean =>
  latest.numbers(block).some((n) => dayNumber(latest.get(block, n)?.lastSeen ?? 0) >= day);
