import type { Source } from "../../ledger/model";
import type { Named, Shelf, ShelfReading } from "../../ledger/shelves";
import { type Interval, intervalOf } from "../../metrics/interval";
import { listOf } from "../dossier";
import { GOODS_METRICS, readingOf } from "../seller-file";

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

/**
 * The goods of some days as one list. A list seen to its end says what there is, so what only earlier days showed of
 * the same list is gone; without one everything seen counts.
 */
export function sellerGoods(shelves: readonly Shelf[]): SellerGoods {
  const found = new Map<number, SoldGoods>();
  const listOfGoods = new Map<number, string>();
  let isComplete = false;
  let day: string | null = null;
  for (const shelf of shelves) {
    const goods = [...shelf.items].filter(([, readings]) => isGoods(readings));
    if (goods.length === 0) continue;
    day = shelf.day;
    const lists = shelf.pages.map(listOf);
    const ended = new Set(lists.filter((_, at) => shelf.pages[at]?.complete && shelf.pages[at]?.state === "ok"));
    if (ended.size > 0) {
      isComplete = true;
      const shown = new Set(goods.map(([n]) => n));
      for (const n of [...found.keys()]) if (ended.has(listOfGoods.get(n) ?? "") && !shown.has(n)) found.delete(n);
    }
    for (const [n, readings] of goods) {
      found.set(n, soldGoods(n, readings, shelf));
      listOfGoods.set(n, lists[readings[0]?.page ?? 0] ?? "");
    }
  }
  const all = [...found.values()];
  const estimates = all.flatMap(({ seen: { source } }) => (source?.estimate ? [source.name] : []));
  return { goods: all, complete: isComplete, day, estimates: [...new Set(estimates)] };
}

const isGoods = (readings: readonly ShelfReading[]): boolean =>
  readings.some(({ metric }) => (GOODS_METRICS as readonly string[]).includes(metric));

function soldGoods(n: number, readings: readonly ShelfReading[], { pages }: Shelf): SoldGoods {
  const interval = (metric: string): Interval | null => {
    const reading = readingOf(readings, metric);
    return reading && intervalOf(reading.value);
  };
  const page = pages[readings.at(-1)?.page ?? 0];
  return {
    n,
    price: interval("price"),
    sold: interval("sold_count"),
    commission: interval("commission_rate"),
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
