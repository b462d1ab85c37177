import { parseDay } from "./day";
import type { ReadTx } from "./decode";
import type { EntityKey } from "./model";
import { dayKey, lastDayKey, OWN_SHELF, type ReadingsRow, type ShelfRow, type SnapshotRow } from "./records";
import { rowsInStretches } from "./stretch";

/** The pages on which goods, videos and lives of sellers stood, day by day. */

export interface ShelfAsk {
  /** The keys of one seller; null for the goods in the own consoles. */
  readonly seller: readonly EntityKey[] | null;
  /** First and last Shanghai day of capture; an ask that ends before it begins finds nothing. */
  readonly since?: string;
  readonly until?: string;
  /** Only the newest so many days. */
  readonly last?: number;
  /** Only readings of these metrics. */
  readonly metrics?: readonly string[];
}

export interface LookedAt<Look> {
  readonly ask: ShelfAsk;
  readonly sellers: ReadonlySet<number>;
  /** Oldest first, and its pages the one seen last last. */
  readonly days: readonly LookedDay<Look>[];
}

export interface LookedDay<Look = ReadLook> {
  readonly day: number;
  readonly looks: readonly Look[];
}

/** A page, and what was read of it. */
export type ReadLook = readonly [SnapshotRow, ReadingsRow];

/** Between two snapshots, which are small, so many may be read that nobody asked for. */
const SMALL_GAP = 8;
/** Pages of readings that one request asks for: while they are read, the next lie ready. */
const AT_ONCE = 24;

/** What stood on the pages that the asks speak of. All asks together, for each request takes as long as what it answers. */
export const lookedAt = (tx: ReadTx, asks: readonly ShelfAsk[]): Promise<readonly LookedAt<ReadLook>[]> =>
  looksAt(tx, asks, async (numbers) => {
    const [snapshots, readings] = await Promise.all([snapshotsIn(tx, numbers), readingsIn(tx, numbers)]);
    return new Map(
      snapshots.flatMap((row) => {
        const packed = readings.get(row.n);
        return packed ? [[row.n, [row, packed] as const]] : [];
      }),
    );
  });

/** The same with whatever `read` makes of the pages' numbers, beside the page. */
export async function looksAt<Look extends readonly [SnapshotRow, unknown]>(
  tx: ReadTx,
  asks: readonly ShelfAsk[],
  read: (numbers: ReadonlySet<number>) => Promise<ReadonlyMap<number, Look>>,
): Promise<readonly LookedAt<Look>[]> {
  const sellers = await sellersOf(tx, asks);
  const days = await daysAsked(tx, asks, sellers);
  const looks = await read(new Set(days.flatMap((own) => own.flatMap(([, numbers]) => numbers))));
  return asks.map((ask, at) => ({
    ask,
    sellers: new Set(sellers[at]),
    days: (days[at] ?? []).map(([day, numbers]) => ({
      day,
      looks: numbers
        .flatMap((n): Look[] => {
          const look = looks.get(n);
          return look ? [look] : [];
        })
        .sort(([a], [b]) => a.lastSeen - b.lastSeen),
    })),
  }));
}

export const snapshotsIn = (tx: ReadTx, numbers: Iterable<number>): Promise<readonly SnapshotRow[]> =>
  rowsInStretches(tx.objectStore("snapshots"), numbers, SMALL_GAP, ({ n }) => n);

export async function readingsIn(tx: ReadTx, numbers: Iterable<number>): Promise<ReadonlyMap<number, ReadingsRow>> {
  return byNumber(await rowsInStretches(tx.objectStore("readings"), numbers, 1, ({ n }) => n, AT_ONCE));
}

const byNumber = <Row extends { readonly n: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> =>
  new Map(rows.map((row) => [row.n, row]));

type AskedDay = readonly [day: number, snapshots: readonly number[]];

/** Of each ask the days, oldest first, with the snapshots of all its sellers. */
async function daysAsked(
  tx: ReadTx,
  asks: readonly ShelfAsk[],
  sellers: readonly (readonly number[])[],
): Promise<readonly (readonly AskedDay[])[]> {
  const rowsOf = shelfReader(tx, asks, sellers);
  return Promise.all(
    asks.map(async (ask, at) => {
      const own = sellers[at] ?? [];
      const byDay = new Map<number, number[]>();
      for (const { day, snapshots } of (await Promise.all(own.map((n) => rowsOf(n, ask)))).flat())
        byDay.set(day, [...(byDay.get(day) ?? []), ...snapshots]);
      return [...byDay].sort(([a], [b]) => a - b).slice(ask.last === undefined ? 0 : -ask.last);
    }),
  );
}

export async function numbersOf(tx: ReadTx, keys: readonly EntityKey[]): Promise<readonly number[]> {
  const index = tx.objectStore("entities").index("key");
  return (await Promise.all(keys.map((key) => index.getKey(key)))).filter((n) => n !== undefined);
}

/** The numbers of each ask's seller; of a seller that many ask for, looked up once. */
function sellersOf(tx: ReadTx, asks: readonly ShelfAsk[]): Promise<readonly (readonly number[])[]> {
  const known = new Map<string, Promise<readonly number[]>>();
  return Promise.all(
    asks.map(({ seller }) => {
      if (seller === null) return [OWN_SHELF];
      const name = JSON.stringify(seller);
      const numbers = known.get(name) ?? numbersOf(tx, seller);
      known.set(name, numbers);
      return numbers;
    }),
  );
}

const firstDay = ({ since }: ShelfAsk): number => (since === undefined ? 0 : parseDay(since));
const lastDay = ({ until }: ShelfAsk): number | null => (until === undefined ? null : parseDay(until));
/** No range of keys can be made of such an ask. */
const isEmpty = (ask: ShelfAsk): boolean => firstDay(ask) > (lastDay(ask) ?? Number.POSITIVE_INFINITY);

/** Reads shelf rows of a seller for an ask. Asks for stretches of one seller's days are answered out of one request. */
function shelfReader(tx: ReadTx, asks: readonly ShelfAsk[], sellers: readonly (readonly number[])[]) {
  const store = tx.objectStore("shelves");
  const range = (n: number, from: number, to: number | null): IDBKeyRange =>
    IDBKeyRange.bound(dayKey(n, from), to === null ? lastDayKey(n) : dayKey(n, to));
  const stretches = new Map<number, ShelfAsk[]>();
  asks.forEach((ask, at) => {
    if (ask.last !== undefined || isEmpty(ask)) return;
    for (const n of sellers[at] ?? []) stretches.set(n, [...(stretches.get(n) ?? []), ask]);
  });
  const read = new Map(
    [...stretches].map(([n, of]) => {
      const ends = of.map(lastDay);
      const to = ends.includes(null) ? null : Math.max(...ends.map(Number));
      return [n, store.getAll(range(n, Math.min(...of.map(firstDay)), to))];
    }),
  );
  return async (n: number, ask: ShelfAsk): Promise<readonly ShelfRow[]> => {
    if (isEmpty(ask)) return [];
    const [from, to] = [firstDay(ask), lastDay(ask)];
    if (ask.last !== undefined) return newest(store.openCursor(range(n, from, to), "prev"), ask.last);
    return ((await read.get(n)) ?? []).filter(({ day }) => day >= from && (to === null || day <= to));
  };
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
