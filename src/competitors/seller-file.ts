import { GOODS_METRICS } from "../ledger/goods-digest";
import type { EntityKey } from "../ledger/model";
import type { PriceDay } from "../ledger/price-days";
import type { DayReading } from "../ledger/reader";
import type { Shelf, ShelfReading } from "../ledger/shelves";
import { listOf } from "./dossier";
import type { GoodsShelf, ShelfGoods } from "./shelf-changes";

/** What is known of one seller over some days: its own numbers, and its goods by day. */
export interface SellerFile {
  /** Key under which its own numbers are told. */
  readonly key: EntityKey;
  /** Oldest capture first. */
  readonly own: readonly DayReading[];
  /** Days that show goods, oldest first. */
  readonly shelves: readonly PriceDay[];
}

/** The goods of one day, with their lists. */
export function goodsShelf({ goods, pages }: PriceDay): GoodsShelf<number> {
  const lists = pages.map(listOf);
  const ended = lists.filter((_, at) => pages[at]?.complete && pages[at]?.state === "ok");
  const shelved = ({ price, ofPeriod, pricePage, on }: PriceDay["goods"][number]): ShelfGoods => {
    const source = pages[pricePage]?.source;
    return {
      price: ofPeriod ? null : price,
      lists: [...new Set(on.map((page) => lists[page] ?? ""))],
      ...(price && !ofPeriod && source?.estimate ? { estimate: source.name } : {}),
    };
  };
  return { complete: new Set(ended), goods: new Map(goods.map((each) => [each.n, shelved(each)])) };
}

/** Goods of the newer of two days of which only their first sight tells whether they are new. */
export function toDate({ shelves }: SellerFile): readonly number[] {
  const [before, after] = shelves.slice(-2);
  if (!before || !after) return [];
  const known = new Set(before.goods.map(({ n }) => n));
  return after.goods.flatMap(({ n }) => (known.has(n) ? [] : [n]));
}

const isGoods = (readings: readonly ShelfReading[]): boolean =>
  readings.some(({ metric }) => (GOODS_METRICS as readonly string[]).includes(metric));

/** A shelf day that holds goods. */
export const hasGoods = (shelf: Shelf): boolean => [...shelf.items.values()].some(isGoods);
