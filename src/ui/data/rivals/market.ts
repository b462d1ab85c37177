import { jaccardMatrix, type PairTable, pairTable } from "../../../competitors/market/join";
import { type Matrix, overlapMatrix, pricesOf, type Structure, structureOf } from "../../../competitors/market/market";
import { priceOverlap } from "../../../competitors/market/overlap";
import { bandsFrom, histogram, type PriceBand, quantileBands } from "../../../competitors/market/price-bands";
import { type Goods, readGoods, type Verdicts } from "../../../competitors/market/same-goods";
import { type SellerGoods, sellerGoods, sellerPrices } from "../../../competitors/market/seller-goods";
import { weekSpan } from "../../../competitors/week-board";
import type { GoodsDay } from "../../../ledger/goods-days";
import type { ShelfAsk } from "../../../ledger/looked-at";
import type { Note } from "../../../ledger/notes";
import type { LedgerReader } from "../../../ledger/reader";
import type { Named } from "../../../ledger/shelves";
import type { Interval } from "../../../metrics/interval";
import { type KnownRival, known } from "./files";

/** One side of a comparison: the own goods, or a rival's. */
export interface Seller {
  /** Null for the own goods. */
  readonly rival: KnownRival | null;
  readonly goods: SellerGoods;
}

/** Everybody's goods of one week: the own ones first, then the rivals in the user's order. */
export interface MarketWeek {
  readonly week: string;
  readonly sellers: readonly Seller[];
}

/** Goods of some weeks, each beside the others. Reads nothing outside of these weeks. */
export async function marketWeeks(ledger: LedgerReader, weeks: readonly string[]): Promise<readonly MarketWeek[]> {
  const sides = await sidesOf(ledger);
  const days = byWeek(await ledger.goodsDays(asksOf(weeks, sides)), sides);
  return weeks.map((week, at) => marketOf(week, sides, days[at] ?? []));
}

/** Everybody's prices week by week, and the goods of the last week: what {@link overlapByWeek} needs. */
export interface PriceWeeks {
  readonly market: MarketWeek;
  /** By week, then by seller as in `market`. */
  readonly prices: readonly (readonly (readonly Interval[])[])[];
}

/** Null without weeks. */
export async function priceWeeks(ledger: LedgerReader, weeks: readonly string[]): Promise<PriceWeeks | null> {
  const [last, sides] = [weeks.at(-1), await sidesOf(ledger)];
  if (last === undefined) return null;
  const [days, goods] = await Promise.all([
    ledger.priceDays(asksOf(weeks, sides)),
    ledger.goodsDays(asksOf([last], sides)),
  ]);
  return { market: marketOf(last, sides, goods), prices: byWeek(days, sides).map((week) => week.map(sellerPrices)) };
}

type Sides = readonly (KnownRival | null)[];
const sidesOf = async (ledger: LedgerReader): Promise<Sides> => [null, ...known(await ledger.rivals())];

const asksOf = (weeks: readonly string[], sides: Sides): readonly ShelfAsk[] =>
  weeks.flatMap((week) => {
    const { monday: since, sunday: until } = weekSpan(week);
    return sides.map((side) => ({ seller: side?.keys ?? null, since, until }));
  });

const byWeek = <T>(answers: readonly T[], sides: Sides): readonly (readonly T[])[] =>
  Array.from({ length: answers.length / sides.length }, (_, at) =>
    answers.slice(at * sides.length, (at + 1) * sides.length),
  );

const marketOf = (week: string, sides: Sides, days: readonly (readonly GoodsDay[])[]): MarketWeek => ({
  week,
  sellers: sides.map((rival, at) => ({ rival, goods: sellerGoods(days[at] ?? []) })),
});

export const DEFAULT_BANDS = 5;

/** The user's bands, else bands of about as many goods each over everybody's prices. */
export function bandsOf(market: MarketWeek, notes: readonly Note<"rival_bands">[]): readonly PriceBand[] {
  const { edges = null, count = DEFAULT_BANDS } = notes[0]?.value ?? {};
  if (edges !== null && edges.length > 0) return bandsFrom(edges);
  return quantileBands(
    market.sellers.flatMap(({ goods }) => pricesOf(goods)),
    count,
  );
}

export const structures = ({ sellers }: MarketWeek, bands: readonly PriceBand[]): readonly Structure[] =>
  sellers.map(({ goods }) => structureOf(goods, bands));

export const overlaps = ({ sellers }: MarketWeek, bands: readonly PriceBand[]): Matrix =>
  overlapMatrix(
    sellers.map(({ goods }) => goods),
    bands,
  );

/** Price overlap of the own goods with each rival's, week by week, over one set of bands: a row for each rival. */
export function overlapByWeek({ prices, market }: PriceWeeks, bands: readonly PriceBand[]): Matrix {
  const counts = prices.map((week) => week.map((own) => histogram(own, bands)));
  return market.sellers.slice(1).map((_, at) => counts.map((week) => priceOverlap(week[0] ?? [], week[at + 1] ?? [])));
}

export interface SameGoodsWeek {
  readonly market: MarketWeek;
  readonly names: ReadonlyMap<number, Named>;
  readonly pairs: PairTable;
  readonly jaccard: Matrix;
}

/** Same goods of each two sellers in a week, by what titles and prices say and what the user said. */
export async function sameGoodsWeek(
  ledger: LedgerReader,
  market: MarketWeek,
  verdicts: Verdicts,
): Promise<SameGoodsWeek> {
  const names = await ledger.names(market.sellers.flatMap(({ goods }) => goods.goods.map(({ n }) => n)));
  const read = readGoods(
    market.sellers.map(({ goods }) =>
      goods.goods.flatMap(({ n, price }): Goods[] => {
        const thing = names.get(n);
        return thing?.name ? [{ key: thing.key, title: thing.name, price }] : [];
      }),
    ),
  );
  const pairs = pairTable(read, verdicts);
  return {
    market,
    names,
    pairs,
    jaccard: jaccardMatrix(
      read.map(({ length }) => length),
      pairs,
    ),
  };
}

export const verdictsOf = (notes: readonly Note<"rival_pair">[]): Verdicts =>
  new Map(notes.flatMap(({ id, value }) => (value.same === undefined ? [] : [[id, value.same] as const])));
