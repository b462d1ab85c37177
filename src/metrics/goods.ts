import type { Value } from "../console/observation";
import type { EntityKey } from "../ledger/model";
import type { Shelf, ShelfReading } from "../ledger/shelves";
import { dayNumber } from "./calendar";
import type { DayCount } from "./stock";

/** What is known of one of the own goods, day by day. */
export interface Goods {
  /** Its local number; the ledger says what it is called. */
  readonly n: number;
  /** Units sold since it was put up, as the page counts them; oldest day first. */
  readonly sold: readonly DayCount[];
  readonly stock: readonly DayCount[];
  /** The page that showed it last, and when, ms. */
  readonly snapshot: string;
  readonly seen: number;
}

/** Metrics that stock figures are told from. */
export const GOODS_METRICS = ["sold_count", "stock"] as const;

/**
 * Counters of own goods from the pages they stood on. With a shop only what was seen in its console, or in one that did
 * not say whose it is. A rounded count (已售 1.2万) tells no units of a day, and a third party's estimate is no count:
 * both are left out.
 */
export function goodsOf(shelves: readonly Shelf[], shop: EntityKey | null): Goods[] {
  const goods = new Map<number, { sold: DayCount[]; stock: DayCount[]; snapshot: string; seen: number }>();
  for (const { day, items, pages } of shelves) {
    const number = dayNumber(day);
    for (const [n, readings] of items) {
      for (const reading of readings) {
        const page = pages[reading.page];
        const count = countOf(reading);
        if (!page || page.source?.estimate || count === null) continue;
        if (shop !== null && page.account !== null && page.account !== shop) continue;
        const own = goods.get(n) ?? { sold: [], stock: [], snapshot: page.id, seen: 0 };
        goods.set(n, own);
        (reading.metric === "stock" ? own.stock : own.sold).push({ day: number, count });
        if (page.lastSeen >= own.seen) Object.assign(own, { snapshot: page.id, seen: page.lastSeen });
      }
    }
  }
  return [...goods].map(([n, own]) => ({ n, ...own }));
}

function countOf({ metric, value, period }: ShelfReading): number | null {
  const isCounter = period === null && (metric === "sold_count" || metric === "stock");
  return isCounter ? exactOf(value) : null;
}

const exactOf = (value: Value): number | null =>
  value.precision === "exact" && typeof value.value === "number" ? value.value : null;
