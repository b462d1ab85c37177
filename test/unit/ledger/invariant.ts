import { expect } from "vitest";
import { cellsOf, mergeDay, mergeLatest, mergeShelf, sellersOn } from "../../../src/ledger/aggregate";
import { blockOf, CELLS, dayBlockKey, LATEST, valuesOf } from "../../../src/ledger/blocks";
import type { Connection } from "../../../src/ledger/connection";
import { parseDay } from "../../../src/ledger/day";
import { digestOf } from "../../../src/ledger/digest";
import { goodsDigest } from "../../../src/ledger/goods-digest";
import { unpackRows, unpackShown } from "../../../src/ledger/pack";
import {
  type BlockRow,
  type DayRow,
  dayKey,
  dayOfKey,
  type EntityRow,
  type LatestRow,
  type ReadingsRow,
  type ShelfRow,
  type SnapshotRow,
} from "../../../src/ledger/records";

/** The stores that must agree, as they lie in the database. */
export interface Dump {
  readonly snapshots: readonly SnapshotRow[];
  readonly readings: readonly ReadingsRow[];
  readonly entities: readonly EntityRow[];
  readonly latestBlocks: readonly BlockRow[];
  readonly dayBlocks: readonly BlockRow[];
  readonly shelves: readonly ShelfRow[];
  readonly shelfKeys: readonly number[];
}

export async function expectSound(connection: Connection): Promise<void> {
  const { db } = await connection.open();
  const tx = db.transaction(["snapshots", "readings", "entities", "latestBlocks", "dayBlocks", "shelves"]);
  const [snapshots, readings, entities, latestBlocks, dayBlocks, shelves, shelfKeys] = await Promise.all([
    tx.objectStore("snapshots").getAll(),
    tx.objectStore("readings").getAll(),
    tx.objectStore("entities").getAll(),
    tx.objectStore("latestBlocks").getAll(),
    tx.objectStore("dayBlocks").getAll(),
    tx.objectStore("shelves").getAll(),
    tx.objectStore("shelves").getAllKeys(),
  ]);
  expectSoundDump({ snapshots, readings, entities, latestBlocks, dayBlocks, shelves, shelfKeys });
}

/**
 * What must hold of the store at any moment: every snapshot has its readings and no reading is without one, every
 * entity that readings name is there, digests name what was read, and the aggregates are what a recount from the snapshots gives.
 */
export function expectSoundDump({
  snapshots,
  readings,
  entities,
  latestBlocks,
  dayBlocks,
  shelves,
  shelfKeys,
}: Dump): void {
  expect(readings.map(({ n }) => n)).toEqual(snapshots.map(({ n }) => n));
  expect(readings.map((row) => unpackRows(row).length)).toEqual(snapshots.map((row) => row.readingCount));
  const packed = new Map(readings.map((row) => [row.n, row]));
  for (const { n, page, digest } of snapshots) {
    const row = packed.get(n);
    // What was condensed away was on the page all the same.
    if (!row || !digest) continue;
    expect(digest.metrics).toEqual(expect.arrayContaining([...digestOf(page, row).metrics]));
    if (digest.goods) expect(digest.goods).toEqual(goodsDigest(row));
  }
  const known = new Set(entities.map(({ n }) => n));
  const named = readings.flatMap((row) => unpackShown(row).map(({ n }) => n));
  expect(named.filter((n) => !known.has(n))).toEqual([]);

  const recounted = recount(snapshots, readings);
  for (const { entities: held, texts } of [...latestBlocks, ...dayBlocks]) {
    expect(held).toEqual([...new Set(held)].sort((a, b) => a - b));
    expect([texts.length, held.length > 0]).toEqual([held.length, true]);
  }
  for (const { key, entities: held } of latestBlocks) expect(held.map(blockOf)).toEqual(held.map(() => key));
  for (const { key, entities: held } of dayBlocks)
    expect(held.map((n) => dayBlockKey(n, dayOfKey(key)))).toEqual(held.map(() => key));
  const days = dayBlocks.flatMap((row) =>
    valuesOf(row, CELLS).map(([n, cells]) => [dayKey(n, dayOfKey(row.key)), cells] as const),
  );
  const latest = latestBlocks.flatMap((row) => valuesOf(row, LATEST).map(([, each]) => each));
  expect(new Map(days.map(([key, cells]) => [key, cellSet(cells)]))).toEqual(
    new Map([...recounted.days].map(([key, row]) => [key, cellSet(row.cells)])),
  );
  expect(new Map(latest.map((row) => [row.n, cellSet(row.cells)]))).toEqual(
    new Map([...recounted.latest].map(([n, row]) => [n, cellSet(row.cells)])),
  );
  expect(new Map(shelfKeys.map((key, at) => [key, shelves[at]]))).toEqual(recounted.shelves);
}

const cellSet = (cells: readonly unknown[]): readonly string[] => cells.map((cell) => JSON.stringify(cell)).sort();

function recount(snapshots: readonly SnapshotRow[], readings: readonly ReadingsRow[]) {
  const days = new Map<number, DayRow>();
  const latest = new Map<number, LatestRow>();
  const shelves = new Map<number, ShelfRow>();
  const packed = new Map(readings.map((row) => [row.n, row]));
  const inOrder = [...snapshots].sort(
    (a, b) => a.day.localeCompare(b.day) || a.lastSeen - b.lastSeen || (a.id < b.id ? -1 : 1),
  );
  for (const snapshot of inOrder) {
    const day = parseDay(snapshot.day);
    for (const seller of sellersOn(packed.get(snapshot.n) as ReadingsRow)) {
      const key = dayKey(seller, day);
      shelves.set(key, mergeShelf(shelves.get(key) ?? { day, snapshots: [] }, snapshot.n));
    }
    for (const [n, cells] of cellsOf(packed.get(snapshot.n) as ReadingsRow)) {
      const before = latest.get(n) ?? { n, lastSeen: 0, cells: [] };
      latest.set(n, mergeLatest(before, cells, day, snapshot.lastSeen));
      const key = dayKey(n, day);
      if (cells.length > 0) days.set(key, mergeDay(days.get(key) ?? { day, cells: [] }, cells));
    }
  }
  return { days, latest, shelves };
}
