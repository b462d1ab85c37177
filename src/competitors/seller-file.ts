import type { Value } from "../console/observation";
import type { EntityKey } from "../ledger/model";
import type { DayReading } from "../ledger/reader";
import type { Shelf, ShelfReading } from "../ledger/shelves";
import { listOf } from "./dossier";
import type { GoodsShelf, ShelfGoods } from "./shelf-changes";

/** What is known of one seller over some days: its own numbers, and its goods, videos and lives by day. */
export interface SellerFile {
  /** Key under which its own numbers are told. */
  readonly key: EntityKey;
  /** Oldest capture first. */
  readonly own: readonly DayReading[];
  /** Oldest day first. */
  readonly shelves: readonly Shelf[];
}

/** Numbers of things that have a price, were sold, or carry a commission: goods, not videos or lives. */
export const GOODS_METRICS = ["price", "sold_count", "stock", "commission_rate", "product_status"] as const;
const isGoods = (readings: readonly ShelfReading[]): boolean =>
  readings.some(({ metric }) => (GOODS_METRICS as readonly string[]).includes(metric));

/** The last state of the goods over some days, a later day over an earlier one. */
export function goodsShelf(shelves: readonly Shelf[]): GoodsShelf<number> {
  const goods = new Map<number, { price: Value | null; lists: Set<string>; estimate?: string | undefined }>();
  const complete = new Set<string>();
  for (const { items, pages } of shelves) {
    const lists = pages.map(listOf);
    for (const [at, { complete: ended, state }] of pages.entries())
      if (ended && state === "ok") complete.add(lists[at] ?? "");
    for (const [n, readings] of items) {
      if (!isGoods(readings)) continue;
      const before = goods.get(n) ?? { price: null, lists: new Set<string>() };
      for (const { page } of readings) before.lists.add(lists[page] ?? "");
      const price = readings.findLast(({ metric, period }) => metric === "price" && period === null);
      if (price) {
        before.price = price.value;
        const source = pages[price.page]?.source;
        before.estimate = source?.estimate ? source.name : undefined;
      }
      goods.set(n, before);
    }
  }
  return {
    complete,
    goods: new Map(
      [...goods].map(([n, { price, lists, estimate }]): [number, ShelfGoods] => [
        n,
        { price, lists: [...lists], ...(estimate === undefined ? {} : { estimate }) },
      ]),
    ),
  };
}

/** A shelf day that holds goods. */
export const hasGoods = (shelf: Shelf): boolean => [...shelf.items.values()].some(isGoods);
