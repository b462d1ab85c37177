import type { Value } from "../console/observation";
import { isoDay } from "./day";
import { type ReadTx, toSnapshot } from "./decode";
import type { GoodsDay } from "./goods-days";
import { GOODS_METRICS, type GoodsDigest, goodsDigest, linesOf, MARKET_METRICS, type PricedLine } from "./goods-digest";
import { type LookedDay, looksAt, readingsIn, type ShelfAsk, snapshotsIn } from "./looked-at";
import { unpackValue } from "./pack";
import type { PackedValue, ReadingsRow, SnapshotRow } from "./records";
import { gather, readingOf, type ShelfReading } from "./shelves";

/** Prices of goods by day, out of what snapshots keep in short; the same as their readings tell. */

/** A good by its price alone. Pages are indices into {@link PriceDay.pages}. */
export interface PricedGoods {
  readonly n: number;
  /** The day's last that speaks of no period, else (`ofPeriod`) the one seen last. */
  readonly price: Value | null;
  readonly ofPeriod: boolean;
  /** -1 without a price. */
  readonly pricePage: number;
  /** Pages that said last what the day says of it. */
  readonly on: readonly number[];
  /** The page of what was said first of price, sales and commission; -1 where none of them was. */
  readonly firstPage: number;
}

/** Things with any number of goods, see {@link GOODS_METRICS}. */
export interface PriceDay extends Pick<GoodsDay, "day" | "pages"> {
  readonly goods: readonly PricedGoods[];
}

/** Oldest day first for each ask, whose `metrics` is not looked at. */
export async function priceDaysOf(tx: ReadTx, asks: readonly ShelfAsk[]): Promise<readonly (readonly PriceDay[])[]> {
  const all = await looksAt(tx, asks, (numbers) => digestsOf(tx, numbers));
  const vague = all.flatMap(({ days }) => days.filter(isVague).flatMap(({ looks }) => looks.map(([{ n }]) => n)));
  const readings = vague.length === 0 ? new Map<number, ReadingsRow>() : await readingsIn(tx, vague);
  return all.map(({ sellers, days }) =>
    days.map((on) => ({
      day: isoDay(on.day),
      goods: isVague(on) ? fromReadings(on, sellers, readings) : fromDigests(on, sellers),
      pages: on.looks.map(([row]) => toSnapshot(row)),
    })),
  );
}

/** A page with what it keeps in short; null where that cannot tell all. */
type DigestLook = readonly [SnapshotRow, GoodsDigest | null];
type DigestDay = LookedDay<DigestLook>;
const isVague = ({ looks }: DigestDay): boolean => looks.some(([, digest]) => digest === null);

/** Of a page of before there were such digests, out of its readings. */
async function digestsOf(tx: ReadTx, numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, DigestLook>> {
  const snapshots = await snapshotsIn(tx, numbers);
  const untold = snapshots.filter((row) => toldBy(row) === null).map(({ n }) => n);
  const readings = untold.length === 0 ? new Map<number, ReadingsRow>() : await readingsIn(tx, untold);
  return new Map(
    snapshots.map((row): [number, DigestLook] => {
      const packed = readings.get(row.n);
      return [row.n, [row, toldBy(row) ?? (packed ? goodsDigest(packed) : [])]];
    }),
  );
}

/** Null where the row does not say. */
const toldBy = ({ digest }: SnapshotRow): GoodsDigest | null =>
  digest?.goods ?? (digest?.metrics.every((metric) => !isOfGoods(metric)) ? [] : null);
const isOfGoods = (metric: string): boolean => (GOODS_METRICS as readonly string[]).includes(metric);

function fromDigests({ looks }: DigestDay, sellers: ReadonlySet<number>): readonly PricedGoods[] {
  const pages = looks.map(([, digest]) =>
    (digest ?? []).flatMap(([seller, text]) => (sellers.has(seller) ? linesOf(text) : [])),
  );
  if (pages.filter((lines) => lines.length > 0).length === 1) return pages.flatMap(onOnePage);
  const found = new Map<number, { first: number | null; price: PackedValue | null; pages: number[] }>();
  pages.forEach((lines, page) => {
    for (const { n, first, said, price } of lines) {
      const goods = found.get(n) ?? { first, price: null, pages: [] };
      goods.first ??= first;
      for (const slot of said) goods.pages[slot] = page;
      if (price !== null) goods.price = price;
      found.set(n, goods);
    }
  });
  return [...found].map(([n, { first, price, pages: saidOn }]) => ({
    n,
    ...priceOf(price, saidOn[PRICE] ?? -1),
    on: [...new Set(saidOn.filter((page) => page !== undefined))],
    firstPage: first === null ? -1 : (saidOn[first] ?? -1),
  }));
}

const PRICE = GOODS_METRICS.indexOf("price");

function onOnePage(lines: readonly PricedLine[], page: number): readonly PricedGoods[] {
  const on = [page];
  return lines.map(({ n, first, price }) => ({
    n,
    ...priceOf(price, page),
    on,
    firstPage: first === null ? -1 : page,
  }));
}

const priceOf = (price: PackedValue | null, page: number) => ({
  price: price === null ? null : unpackValue(price),
  ofPeriod: false,
  pricePage: price === null ? -1 : page,
});

function fromReadings(
  { looks }: DigestDay,
  sellers: ReadonlySet<number>,
  known: ReadonlyMap<number, ReadingsRow>,
): readonly PricedGoods[] {
  const items = new Map<number, Map<string, ShelfReading>>();
  looks.forEach(([{ n }], page) => {
    const row = known.get(n);
    if (row) gather(items, row, page, sellers, GOODS_METRICS);
  });
  return [...items].map(([n, byKey]) => {
    const readings = [...byKey.values()];
    const price = readingOf(readings, "price");
    return {
      n,
      price: price?.value ?? null,
      ofPeriod: price !== null && price.period !== null,
      pricePage: price?.page ?? -1,
      on: [...new Set(readings.map(({ page }) => page))],
      firstPage: readings.find(({ metric }) => isOfMarket(metric))?.page ?? -1,
    };
  });
}

const isOfMarket = (metric: string): boolean => (MARKET_METRICS as readonly string[]).includes(metric);
