import type { Value } from "../console/observation";
import { isoDay } from "./day";
import { type ReadTx, toSnapshot } from "./decode";
import { type GoodsDay, goodsOn } from "./goods-days";
import { GOODS_METRICS, type GoodsDigest, goodsDigest, linesOf } from "./goods-digest";
import { type LookedDay, looksAt, readingsIn, type ShelfAsk, snapshotsIn } from "./looked-at";
import { unpackValue } from "./pack";
import type { PackedValue, ReadingsRow, SnapshotRow } from "./records";

/** Prices of goods by day, out of what snapshots keep in short; the same as their readings tell. */

/** A good of a {@link GoodsDay} by its price alone. */
export interface PricedGoods {
  readonly n: number;
  readonly price: Value | null;
  readonly firstPage: number;
}

export interface PriceDay extends Pick<GoodsDay, "day" | "pages"> {
  readonly goods: readonly PricedGoods[];
}

/** Oldest day first for each ask, whose `metrics` is not looked at. */
export async function priceDaysOf(tx: ReadTx, asks: readonly ShelfAsk[]): Promise<readonly (readonly PriceDay[])[]> {
  const all = await looksAt(tx, asks, (numbers) => digestsOf(tx, numbers));
  const vague = all.flatMap(({ days }) => days.filter(isVague).flatMap(({ looks }) => looks.map(([{ n }]) => n)));
  const readings = vague.length === 0 ? new Map<number, ReadingsRow>() : await readingsIn(tx, vague);
  const fromReadings = ({ looks }: DigestDay, sellers: ReadonlySet<number>): readonly PricedGoods[] =>
    goodsOn(
      looks.flatMap(([{ n }]) => readings.get(n) ?? []),
      sellers,
    ).map((goods) => ({ n: goods.n, price: goods.value("price"), firstPage: goods.firstPage }));
  return all.map(({ sellers, days }) =>
    days.map((on) => ({
      day: isoDay(on.day),
      goods: isVague(on) ? fromReadings(on, sellers) : fromDigests(on, sellers),
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
  const shown = pages.filter((lines) => lines.length > 0);
  const [only] = shown;
  if (shown.length === 1 && only) {
    const page = pages.indexOf(only);
    return only.map(({ n, price }) => ({ n, price: toValue(price), firstPage: page }));
  }
  const found = new Map<number, { first: number; price: PackedValue | null; pages: number[] }>();
  pages.forEach((lines, page) => {
    for (const { n, first, said, price } of lines) {
      const goods = found.get(n) ?? { first, price: null, pages: [] };
      for (const slot of said) goods.pages[slot] = page;
      if (price !== null) goods.price = price;
      found.set(n, goods);
    }
  });
  return [...found].map(([n, goods]) => ({
    n,
    price: toValue(goods.price),
    // The page that says again what was said of it first.
    firstPage: goods.pages[goods.first] ?? 0,
  }));
}

const toValue = (price: PackedValue | null): Value | null => (price === null ? null : unpackValue(price));
