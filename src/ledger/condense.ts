import type { IDBPTransaction } from "idb";
import { blocksOf, CELLS, dayBlockKey, valuesOf } from "./blocks";
import type { LedgerDb } from "./connection";
import { dayBounds, isoDay } from "./day";
import { goodsDigest } from "./goods-digest";
import { abort } from "./keep";
import { markedMetric, unpackRows, unpackShown } from "./pack";
import {
  type Digest,
  dayKey,
  type LedgerSchema,
  OWN_SHELF,
  type ReadingsRow,
  type SnapshotRow,
  UNTOLD,
} from "./records";

/**
 * Makes room without losing an aggregate: of a day that is past, only the last reading of each entity, metric and period
 * stays, which is what the day's aggregate holds, with the snapshot that it came from. What was seen earlier that day and
 * replaced by a later look goes. Imports stay whole, so that they can be undone.
 */
export interface Condensed {
  readonly readings: number;
  readonly snapshots: number;
}

const STORES = ["snapshots", "readings", "dayBlocks", "shelves"] as const;
type Mode = "readonly" | "readwrite";
type CondenseTx<M extends Mode> = IDBPTransaction<LedgerSchema, (typeof STORES)[number][], M>;

export interface CondenseOptions {
  /** Between 0 and 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** Days before `before` (a day number), one transaction each: stopped in the middle, the store is sound and the rest goes next time. */
export async function condense(db: LedgerDb, before: number, options: CondenseOptions = {}): Promise<Condensed> {
  return overDays(db, before, options, async (day) => {
    const tx = db.transaction([...STORES], "readwrite", { durability: "strict" });
    try {
      const plan = await planOf(tx, day);
      await Promise.all([
        ...plan.gone.flatMap(({ n }) => [tx.objectStore("snapshots").delete(n), tx.objectStore("readings").delete(n)]),
        ...plan.less.flatMap(([row, readings]) => [
          tx.objectStore("snapshots").put(row),
          tx.objectStore("readings").put(readings),
        ]),
      ]);
      await dropFromShelves(tx, day, plan);
      await tx.done;
      return plan.freed;
    } catch (error) {
      tx.done.catch(() => {});
      abort(tx);
      throw tx.error ?? error;
    }
  });
}

/** What {@link condense} would take away. */
export const condensable = (db: LedgerDb, before: number, options: CondenseOptions = {}): Promise<Condensed> =>
  overDays(db, before, options, async (day) => (await planOf(db.transaction([...STORES]), day)).freed);

async function overDays(
  db: LedgerDb,
  before: number,
  { onProgress, signal }: CondenseOptions,
  one: (day: number) => Promise<Condensed>,
): Promise<Condensed> {
  const index = db.transaction("snapshots").store.index("lastSeen");
  const first = (await index.openKeyCursor())?.key;
  let sum: Condensed = { readings: 0, snapshots: 0 };
  if (first === undefined) return sum;
  const start = dayOf(first);
  for (let day = start; day < before; day += 1) {
    signal?.throwIfAborted();
    const { readings, snapshots } = await one(day);
    sum = { readings: sum.readings + readings, snapshots: sum.snapshots + snapshots };
    onProgress?.((day + 1 - start) / (before - start));
  }
  return sum;
}

const dayOf = (at: number): number => Math.floor((at - dayBounds(0)[0]) / 86_400_000);

interface Plan {
  readonly gone: readonly SnapshotRow[];
  readonly goneReadings: readonly ReadingsRow[];
  readonly less: readonly (readonly [SnapshotRow, ReadingsRow])[];
  readonly freed: Condensed;
}

async function planOf(tx: CondenseTx<Mode>, day: number): Promise<Plan> {
  const all = await tx
    .objectStore("snapshots")
    .index("lastSeen")
    .getAll(IDBKeyRange.bound(...dayBounds(day)));
  const seen = all.filter((row) => row.source === undefined && row.day === isoDay(day));
  const readings = await Promise.all(seen.map(({ n }) => tx.objectStore("readings").get(n)));
  const cells = await cellsOfDay(tx, day, readings);
  const gone: [SnapshotRow, ReadingsRow][] = [];
  const less: (readonly [SnapshotRow, ReadingsRow])[] = [];
  const shown = new Set<number>();
  const stays = (row: ReadingsRow): void => {
    for (const { n } of unpackShown(row)) shown.add(n);
  };
  let freed = 0;
  for (const [at, row] of seen.entries()) {
    const packed = readings[at];
    if (packed === undefined) continue;
    const rows = heldRows(packed, cells);
    freed += (packed.rows.length - rows.length) / 4;
    const isWhole = rows.length === packed.rows.length;
    if (!isWhole && rows.length === 0) {
      gone.push([row, packed]);
      continue;
    }
    if (!isWhole) less.push(withRows(row, packed, rows));
    stays(packed);
  }
  // A snapshot of which nothing holds stays as long as it is the only one that shows something of that day.
  const alone = gone.filter(([, packed]) => {
    const isAlone = unpackShown(packed).some(({ n }) => !shown.has(n));
    if (isAlone) stays(packed);
    return isAlone;
  });
  for (const [row, packed] of alone) less.push(withRows(row, packed, []));
  const left = gone.filter((each) => !alone.includes(each));
  return {
    gone: left.map(([row]) => row),
    goneReadings: left.map(([, packed]) => packed),
    less,
    freed: { readings: freed, snapshots: left.length },
  };
}

/** A page of which only some readings stay. What it showed it keeps in short; prices are told of what is there. */
function withRows(
  { digest, ...row }: SnapshotRow,
  packed: ReadingsRow,
  rows: ReadingsRow["rows"],
): readonly [SnapshotRow, ReadingsRow] {
  const left = { ...packed, rows };
  const { goods: _, ...shown } = digest ?? {};
  const goods = goodsDigest(left);
  const short = digest && { digest: { ...(shown as Digest), ...(goods && digest.goods ? { goods } : {}) } };
  return [{ ...row, ...short, readingCount: rows.length / 4 }, left];
}

const cellName = (n: number, metric: string, period: unknown): string => `${n} ${metric} ${period}`;

/** The number of the snapshot that holds, by entity, metric and period. */
async function cellsOfDay(
  tx: CondenseTx<Mode>,
  day: number,
  readings: readonly (ReadingsRow | undefined)[],
): Promise<ReadonlyMap<string, number>> {
  const entities = new Set(readings.flatMap((row) => (row ? unpackShown(row).map(({ n }) => n) : [])));
  const holders = new Map<string, number>();
  const keys = [...entities].map((n) => dayBlockKey(n, day));
  for (const block of await blocksOf(tx.objectStore("dayBlocks"), keys)) {
    for (const [n, cells] of valuesOf(block, CELLS)) {
      for (const [metric, period, , snapshot] of cells) holders.set(cellName(n, metric, period), snapshot);
    }
  }
  return holders;
}

/** The rows that hold, and those that no aggregate speaks of. */
function heldRows(packed: ReadingsRow, holders: ReadonlyMap<string, number>): ReadingsRow["rows"] {
  const shown = unpackShown(packed);
  return unpackRows(packed).flatMap((reading, at) => {
    const entity = shown[reading.entity];
    const metric = markedMetric(packed.metrics[reading.metric]?.[0] ?? "", packed.from);
    const holder = entity?.name === UNTOLD ? undefined : holders.get(cellName(entity?.n ?? 0, metric, reading.period));
    return holder === undefined || holder === packed.n ? packed.rows.slice(at * 4, at * 4 + 4) : [];
  });
}

async function dropFromShelves(tx: CondenseTx<"readwrite">, day: number, { gone, goneReadings }: Plan): Promise<void> {
  const numbers = new Set(gone.map(({ n }) => n));
  const sellers = new Set([OWN_SHELF, ...goneReadings.flatMap((row) => unpackShown(row).map(({ n }) => n))]);
  const store = tx.objectStore("shelves");
  await Promise.all(
    [...sellers].map(async (seller) => {
      const shelf = await store.get(dayKey(seller, day));
      if (shelf === undefined) return;
      const snapshots = shelf.snapshots.filter((n) => !numbers.has(n));
      if (snapshots.length === shelf.snapshots.length) return;
      await (snapshots.length === 0
        ? store.delete(dayKey(seller, day))
        : store.put({ ...shelf, snapshots }, dayKey(seller, day)));
    }),
  );
}
