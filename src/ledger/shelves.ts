import type { Period, Unit, Value } from "../console/observation";
import { blockOf } from "./blocks";
import { isoDay, parseDay } from "./day";
import { type ReadTx, toSnapshot } from "./decode";
import type { EntityKey, Snapshot } from "./model";
import { unpackPeriod, unpackShown, unpackValue } from "./pack";
import {
  type DayKey,
  dayKey,
  dayOfKey,
  type EntityRow,
  lastDayKey,
  OWN_SHELF,
  type PackedValue,
  type ReadingsRow,
  type SnapshotRow,
  UNTOLD,
} from "./records";
import { rowsInStretches } from "./stretch";

/** Goods, videos and lives of sellers by day, found by the snapshots they stood on. */

export interface ShelfAsk {
  /** The keys of one seller; null for the goods in the own consoles. */
  readonly seller: readonly EntityKey[] | null;
  /** First and last Shanghai day of capture. */
  readonly since?: string;
  readonly until?: string;
  /** Only the newest so many days. */
  readonly last?: number;
  /** Only readings of these metrics. */
  readonly metrics?: readonly string[];
}

/** What stood on one day's pages of one seller. */
export interface Shelf {
  readonly day: string;
  /** By the local number of the thing; {@link namesOf} says what it is called. */
  readonly items: ReadonlyMap<number, readonly ShelfReading[]>;
  readonly pages: readonly Snapshot[];
}

/** A reading of one thing, the last of the day for its metric and period. */
export interface ShelfReading {
  readonly metric: string;
  readonly unit: Unit;
  readonly value: Value;
  readonly period: Period | null;
  /** Index into {@link Shelf.pages}. */
  readonly page: number;
}

/** Oldest day first for each ask. */
export async function shelvesOf(tx: ReadTx, asks: readonly ShelfAsk[]): Promise<readonly (readonly Shelf[])[]> {
  return Promise.all(
    asks.map(async (ask) => {
      const sellers = ask.seller === null ? [OWN_SHELF] : await numbersOf(tx, ask.seller);
      const byDay = new Map<number, number[]>();
      for (const { day, snapshots } of (await Promise.all(sellers.map((n) => shelfRows(tx, n, ask)))).flat())
        byDay.set(day, [...(byDay.get(day) ?? []), ...snapshots]);
      const days = [...byDay].sort(([a], [b]) => a - b).slice(ask.last === undefined ? 0 : -ask.last);
      return Promise.all(days.map(([day, snapshots]) => shelfOf(tx, day, snapshots, new Set(sellers), ask)));
    }),
  );
}

/** Days on which each seller, or anything of it, was on screen, oldest first. */
export async function daysOf(tx: ReadTx, sellers: readonly (readonly EntityKey[])[]): Promise<readonly string[][]> {
  return Promise.all(
    sellers.map(async (keys) => {
      const numbers = await numbersOf(tx, keys);
      const found = await Promise.all(
        numbers.flatMap((n) => {
          const range = IDBKeyRange.bound(dayKey(n, 0), lastDayKey(n));
          return [daysToldOf(tx, n), tx.objectStore("shelves").getAllKeys(range)];
        }),
      );
      return [...new Set(found.flat().map(dayOfKey))].sort((a, b) => a - b).map(isoDay);
    }),
  );
}

/** Keys of the days that an entity has numbers of. A seller mostly has its block for itself; then only keys are read. */
async function daysToldOf(tx: ReadTx, n: number): Promise<readonly DayKey[]> {
  const block = blockOf(n);
  const all = await tx.objectStore("latestBlocks").get(block);
  const range = IDBKeyRange.bound(dayKey(block, 0), lastDayKey(block));
  const store = tx.objectStore("dayBlocks");
  if (all?.entities.length === 1) return store.getAllKeys(range);
  return (await store.getAll(range)).flatMap(({ key, entities }) => (entities.includes(n) ? [key] : []));
}

/** A thing by its local number. */
export interface Named
  extends Pick<EntityRow, "n" | "key" | "type" | "id" | "name" | "link" | "publishedAt" | "firstSeen"> {}

const GAP = 16;

/** Numbers of one list lie close together, so they are fetched by stretches. */
export async function namesOf(tx: ReadTx, numbers: Iterable<number>): Promise<ReadonlyMap<number, Named>> {
  const rows = await rowsInStretches(tx.objectStore("entities"), numbers, GAP, ({ n }) => n);
  return new Map(rows.map((row) => [row.n, row]));
}

async function numbersOf(tx: ReadTx, keys: readonly EntityKey[]): Promise<readonly number[]> {
  const index = tx.objectStore("entities").index("key");
  return (await Promise.all(keys.map((key) => index.getKey(key)))).filter((n) => n !== undefined);
}

function shelfRows(tx: ReadTx, n: number, { since, until, last }: ShelfAsk) {
  const from = dayKey(n, since === undefined ? 0 : parseDay(since));
  const to = until === undefined ? lastDayKey(n) : dayKey(n, parseDay(until));
  const range = IDBKeyRange.bound(from, to);
  const store = tx.objectStore("shelves");
  return last === undefined ? store.getAll(range) : newest(store.openCursor(range, "prev"), last);
}

async function newest<V>(
  opening: Promise<{ readonly value: V; continue(): Promise<unknown> } | null>,
  count: number,
): Promise<V[]> {
  const found: V[] = [];
  let cursor = await opening;
  while (cursor !== null && found.length < count) {
    found.push(cursor.value);
    if (found.length < count) cursor = (await cursor.continue()) as typeof cursor;
  }
  return found;
}

async function shelfOf(
  tx: ReadTx,
  day: number,
  snapshots: readonly number[],
  sellers: ReadonlySet<number>,
  ask: ShelfAsk,
): Promise<Shelf> {
  const found = await Promise.all(
    snapshots.map(async (n) => Promise.all([tx.objectStore("snapshots").get(n), tx.objectStore("readings").get(n)])),
  );
  const looks = found
    .filter((look): look is [SnapshotRow, ReadingsRow] => look[0] !== undefined && look[1] !== undefined)
    .sort(([a], [b]) => a.lastSeen - b.lastSeen);
  const items = new Map<number, Map<string, ShelfReading>>();
  looks.forEach(([, readings], page) => {
    gather(items, readings, page, sellers, ask.metrics);
  });
  return {
    day: isoDay(day),
    items: new Map([...items].map(([n, readings]) => [n, [...readings.values()]])),
    pages: looks.map(([row]) => toSnapshot(row)),
  };
}

const WHENEVER = { period: null, text: "" };

function gather(
  items: Map<number, Map<string, ShelfReading>>,
  row: ReadingsRow,
  page: number,
  sellers: ReadonlySet<number>,
  metrics: readonly string[] | undefined,
): void {
  const shown = unpackShown(row);
  const owners = new Set(shown.map(({ owner }) => owner));
  const isOf = shown.map(({ name, owner }, at) => {
    if (name === UNTOLD) return false;
    return owner === -1 ? sellers.has(OWN_SHELF) && !owners.has(at) : sellers.has(shown[owner]?.n ?? -1);
  });
  const isWanted = row.metrics.map(([id]) => metrics === undefined || metrics.includes(id));
  const periods = row.periods.map((period) => ({
    period: unpackPeriod(period),
    text: period === null ? "" : ` ${period}`,
  }));
  // Not unpacked: of two months of lists of hundreds that alone would take as long as reading them.
  const { rows } = row;
  for (let at = 0; at < rows.length; at += 4) {
    const [entity, metric] = [rows[at] as number, rows[at + 1] as number];
    if (!isOf[entity] || !isWanted[metric]) continue;
    const [id, unit] = row.metrics[metric] ?? [];
    const n = shown[entity]?.n;
    if (n === undefined || id === undefined || unit === undefined) continue;
    const { period, text } = periods[rows[at + 2] as number] ?? WHENEVER;
    let of = items.get(n);
    if (of === undefined) {
      of = new Map();
      items.set(n, of);
    }
    of.set(id + text, { metric: id, unit, value: unpackValue(rows[at + 3] as PackedValue), period, page });
  }
}
