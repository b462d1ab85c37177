import { expect } from "vitest";
import { cellsOf, mergeDay, mergeLatest, mergeShelf, sellersOn } from "../../../src/ledger/aggregate";
import type { Connection } from "../../../src/ledger/connection";
import { parseDay } from "../../../src/ledger/day";
import { digestOf } from "../../../src/ledger/digest";
import { unpackRows, unpackShown } from "../../../src/ledger/pack";
import {
  type DayRow,
  dayKey,
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
  readonly latest: readonly LatestRow[];
  readonly days: readonly DayRow[];
  readonly dayKeys: readonly number[];
  readonly shelves: readonly ShelfRow[];
  readonly shelfKeys: readonly number[];
}

export async function expectSound(connection: Connection): Promise<void> {
  const { db } = await connection.open();
  const tx = db.transaction(["snapshots", "readings", "entities", "latest", "days", "shelves"]);
  const [snapshots, readings, entities, latest, days, dayKeys, shelves, shelfKeys] = await Promise.all([
    tx.objectStore("snapshots").getAll(),
    tx.objectStore("readings").getAll(),
    tx.objectStore("entities").getAll(),
    tx.objectStore("latest").getAll(),
    tx.objectStore("days").getAll(),
    tx.objectStore("days").getAllKeys(),
    tx.objectStore("shelves").getAll(),
    tx.objectStore("shelves").getAllKeys(),
  ]);
  expectSoundDump({ snapshots, readings, entities, latest, days, dayKeys, shelves, shelfKeys });
}

/**
 * What must hold of the store at any moment: every snapshot has its readings and no reading is without one, every
 * entity that readings name is there, digests name what was read, and the aggregates are what a recount from the snapshots gives.
 */
export function expectSoundDump({
  snapshots,
  readings,
  entities,
  latest,
  days,
  dayKeys,
  shelves,
  shelfKeys,
}: Dump): void {
  expect(readings.map(({ n }) => n)).toEqual(snapshots.map(({ n }) => n));
  expect(readings.map((row) => unpackRows(row).length)).toEqual(snapshots.map((row) => row.readingCount));
  const packed = new Map(readings.map((row) => [row.n, row]));
  for (const { n, page, digest } of snapshots) {
    const row = packed.get(n);
    // What was condensed away was on the page all the same.
    if (row && digest) expect(digest.metrics).toEqual(expect.arrayContaining([...digestOf(page, row).metrics]));
  }
  const known = new Set(entities.map(({ n }) => n));
  const named = readings.flatMap((row) => unpackShown(row).map(({ n }) => n));
  expect(named.filter((n) => !known.has(n))).toEqual([]);

  const recounted = recount(snapshots, readings);
  expect(new Map(dayKeys.map((key, at) => [key, cellSet(days[at]?.cells ?? [])]))).toEqual(
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
