import type { AbsorbTx } from "./absorb";
import { mergeShelf, sellersOn } from "./aggregate";
import { Blocks } from "./block-writer";
import { blockOf, CELLS, dayBlockKey, LATEST } from "./blocks";
import { parseDay } from "./day";
import { unpackShown } from "./pack";
import type { Places } from "./place";
import {
  type BlockRow,
  type Cell,
  dayKey,
  dayOfKey,
  entityOfDayKey,
  type LatestRow,
  type ReadingsRow,
  type ShelfRow,
  type SnapshotRow,
} from "./records";

/** A snapshot that counts anew, with its readings. */
export type Touched = readonly [SnapshotRow, ReadingsRow];

interface Loaded {
  readonly latest: Blocks<LatestRow>;
  readonly days: Blocks<readonly Cell[]>;
}

/** The aggregates that the readings touch, as they are. */
export async function load(tx: AbsorbTx, places: Places, touched: readonly Touched[]): Promise<Loaded> {
  const days = new Set<number>();
  const entities = new Set<number>();
  for (const [row, packed] of touched) {
    const day = parseDay(row.day);
    for (const { n } of unpackShown(packed)) {
      entities.add(n);
      days.add(dayKey(n, day));
    }
  }
  const latest = new Blocks(LATEST);
  const blocks = new Blocks(CELLS);
  await latest.load(tx.objectStore("latestBlocks"), [...entities].map(blockOf));
  const keys = [...days].map((key) => dayBlockKey(entityOfDayKey(key), dayOfKey(key)));
  // An empty store is not asked thousands of times.
  if ((await tx.objectStore("dayBlocks").count()) > 0) await blocks.load(tx.objectStore("dayBlocks"), keys);
  for (const n of entities) {
    const row = latest.get(blockOf(n), n);
    if (row !== undefined) places.latest.set(n, row);
  }
  for (const [at, key] of [...days].entries()) {
    const cells = blocks.get(keys[at] ?? 0, entityOfDayKey(key));
    if (cells !== undefined) places.days.set(key, { day: dayOfKey(key), cells });
  }
  return { latest, days: blocks };
}

/** The blocks with what the aggregates are now. */
export function blocksWith(
  places: Places,
  { latest, days }: Loaded,
): Record<"latestBlocks" | "dayBlocks", readonly BlockRow[]> {
  for (const row of places.latest.values()) latest.set(blockOf(row.n), row.n, row);
  for (const [key, { day, cells }] of places.days) {
    const n = entityOfDayKey(key);
    days.set(dayBlockKey(n, day), n, cells);
  }
  return { latestBlocks: latest.changed(), dayBlocks: days.changed() };
}

/** The shelves on which the snapshots stand, with them. */
export async function shelvesWith(tx: AbsorbTx, touched: readonly Touched[]): Promise<ReadonlyMap<number, ShelfRow>> {
  const shelves = new Map<number, ShelfRow>();
  for (const [row, packed] of touched) {
    const day = parseDay(row.day);
    for (const seller of sellersOn(packed)) {
      const key = dayKey(seller, day);
      const before = shelves.get(key) ?? (await tx.objectStore("shelves").get(key)) ?? { day, snapshots: [] };
      shelves.set(key, mergeShelf(before, row.n));
    }
  }
  return shelves;
}
