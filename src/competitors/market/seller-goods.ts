import type { GoodsDay, GoodsMetric, ShownGoods } from "../../ledger/goods-days";
import type { Source } from "../../ledger/model";
import type { PriceDay } from "../../ledger/price-days";
import type { Named } from "../../ledger/shelves";
import { type Interval, intervalOf } from "../../metrics/interval";
import { listOf } from "../dossier";

/** One thing of a seller's as the week showed it last. */
export interface SoldGoods {
  /** Its local number. */
  readonly n: number;
  /** fen; null where no price was read. */
  readonly price: Interval | null;
  /** Pieces, since it was put up or over a period, as the list counts; null where none was read. */
  readonly sold: Interval | null;
  /** A share; null where none was read. */
  readonly commission: Interval | null;
  readonly seen: { readonly at: number; readonly snapshot: string; readonly source?: Source };
}

/** Goods of one seller in one week. */
export interface SellerGoods {
  readonly goods: readonly SoldGoods[];
  /** Whether its list was seen to the end; if not, there may be more. */
  readonly complete: boolean;
  /** The newest day that showed goods; null where none did. */
  readonly day: string | null;
  /** Third parties whose estimates are among them. */
  readonly estimates: readonly string[];
}

type DayOf<Goods> = Pick<GoodsDay, "day" | "pages"> & { readonly goods: readonly Goods[] };
/** A good with the day that showed it last. */
type Standing<Goods> = readonly [goods: Goods, on: DayOf<Goods>];

/**
 * The goods of some days as one list. A list seen to its end says what there is, so what only earlier days showed of
 * the same list is gone; without one everything seen counts.
 */
export function sellerGoods(days: readonly GoodsDay[]): SellerGoods {
  const all = standingAfter(days).map(soldGoods);
  const estimates = all.flatMap(({ seen: { source } }) => (source?.estimate ? [source.name] : []));
  const shown = days.filter(({ goods }) => goods.length > 0);
  return {
    goods: all,
    complete: shown.some(({ pages }) => pages.some(isEnded)),
    day: shown.at(-1)?.day ?? null,
    estimates: [...new Set(estimates)],
  };
}

/** The prices of the same goods. */
export function sellerPrices(days: readonly PriceDay[]): readonly Interval[] {
  const ofMarket = days.map((on) => ({ ...on, goods: on.goods.filter(({ firstPage }) => firstPage !== -1) }));
  return standingAfter(ofMarket).flatMap(([{ price }]) => (price && intervalOf(price)) ?? []);
}

function standingAfter<Goods extends Pick<ShownGoods, "n" | "firstPage">>(
  all: readonly DayOf<Goods>[],
): readonly Standing<Goods>[] {
  const days = all.filter(({ goods }) => goods.length > 0);
  const [only] = days;
  if (days.length === 1 && only) return only.goods.map((goods) => [goods, only]);
  const found = new Map<number, Standing<Goods>>();
  const listOfGoods = new Map<number, string>();
  for (const on of days) {
    const lists = on.pages.map(listOf);
    const ended = new Set(lists.filter((_, at) => isEnded(on.pages[at])));
    if (ended.size > 0 && found.size > 0) {
      const shown = new Set(on.goods.map(({ n }) => n));
      for (const n of [...found.keys()]) if (ended.has(listOfGoods.get(n) ?? "") && !shown.has(n)) found.delete(n);
    }
    for (const goods of on.goods) {
      found.set(goods.n, [goods, on]);
      listOfGoods.set(goods.n, lists[goods.firstPage] ?? "");
    }
  }
  return [...found.values()];
}

const isEnded = (page: GoodsDay["pages"][number] | undefined): boolean =>
  page?.complete === true && page.state === "ok";

function interval(goods: ShownGoods, metric: GoodsMetric): Interval | null {
  const value = goods.value(metric);
  return value && intervalOf(value);
}

function soldGoods([goods, { pages }]: Standing<ShownGoods>): SoldGoods {
  const page = pages[goods.lastPage];
  return {
    n: goods.n,
    price: interval(goods, "price"),
    sold: interval(goods, "sold_count"),
    commission: interval(goods, "commission_rate"),
    seen: { at: page?.lastSeen ?? 0, snapshot: page?.id ?? "", ...(page?.source ? { source: page.source } : {}) },
  };
}

/** Best first: by what was certainly sold, then by what may have been, then by `name`, so that no store puts them otherwise. */
export function bestSellers(
  goods: readonly SoldGoods[],
  count: number,
  name = (n: number): string => String(n).padStart(9, "0"),
): readonly SoldGoods[] {
  const sold = goods.filter((each): each is SoldGoods & { sold: Interval } => each.sold !== null);
  return sold
    .sort((a, b) => b.sold.low - a.sold.low || b.sold.high - a.sold.high || (name(a.n) < name(b.n) ? -1 : 1))
    .slice(0, count);
}

export const titleOf = (names: ReadonlyMap<number, Named>, n: number): string =>
  names.get(n)?.name ?? names.get(n)?.id ?? "";
