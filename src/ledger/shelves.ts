import type { Period, Unit, Value } from "../console/observation";
import { blockOf } from "./blocks";
import { isoDay } from "./day";
import { type ReadTx, toSnapshot } from "./decode";
import { sellersOf } from "./goods-digest";
import { type LookedDay, lookedAt, numbersOf, type ShelfAsk } from "./looked-at";
import type { EntityKey, Snapshot } from "./model";
import { unpackPeriod, unpackValue } from "./pack";
import {
  type DayKey,
  dayKey,
  dayOfKey,
  type EntityRow,
  lastDayKey,
  type PackedValue,
  type ReadingsRow,
} from "./records";
import { rowsInStretches } from "./stretch";

/** Goods, videos and lives of sellers by day, found by the snapshots they stood on. */

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
  return (await lookedAt(tx, asks)).map(({ ask, sellers, days }) => days.map((day) => shelfOf(day, sellers, ask)));
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

function shelfOf({ day, looks }: LookedDay, sellers: ReadonlySet<number>, { metrics }: ShelfAsk): Shelf {
  const items = new Map<number, Map<string, ShelfReading>>();
  looks.forEach(([, readings], page) => {
    gather(items, readings, page, sellers, metrics);
  });
  return {
    day: isoDay(day),
    items: new Map([...items].map(([n, readings]) => [n, [...readings.values()]])),
    pages: looks.map(([row]) => toSnapshot(row)),
  };
}

/** The reading of a metric that speaks of no period, else the one seen last. */
export function readingOf(readings: readonly ShelfReading[], metric: string): ShelfReading | null {
  const of = readings.filter((reading) => reading.metric === metric);
  return of.findLast(({ period }) => period === null) ?? of.at(-1) ?? null;
}

/** Which of the entities that a page showed stand on the sellers' shelves, by index. */
export const standing = (row: Pick<ReadingsRow, "entities">, sellers: ReadonlySet<number>): readonly boolean[] =>
  sellersOf(row).map((seller) => seller !== -1 && sellers.has(seller));

const WHENEVER = { period: null, text: "" };

/** Adds what one page says of each thing. */
export function gather(
  items: Map<number, Map<string, ShelfReading>>,
  row: ReadingsRow,
  page: number,
  sellers: ReadonlySet<number>,
  metrics: readonly string[] | undefined,
): void {
  const isOf = standing(row, sellers);
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
    const n = row.entities[entity * 4];
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
