import { type Assumed, assume } from "./assumptions";
import { dayText } from "./calendar";
import type { Goods } from "./goods";
import { type DayCount, daysOfCover, reorderPoint, type Sales, safetyStock, salesOf } from "./stock";

/**
 * short: under its reorder point · slow: in stock, and nothing sold for 30 days · steady: neither · unknown: too few days
 * were seen.
 */
export type StockState = "short" | "slow" | "steady" | "unknown";

/** One of the own goods; what is null is not known, never zero. */
export interface StockRow {
  readonly n: number;
  readonly stock: number;
  /** Units sold in the days seen of the last 30, and how many days that are. */
  readonly sales: Pick<Sales, "units" | "days"> | null;
  /** days_of_cover. */
  readonly cover: number | null;
  /** safety_stock and reorder_point, units. */
  readonly safety: number | null;
  readonly reorder: number | null;
  readonly state: StockState;
  /** Shanghai day on which the stock was seen. */
  readonly day: string;
  readonly snapshot: string;
}

/** Fewest days between two looks that sales a day are told from. */
const SALES_DAYS = 7;
export const MONTH = 30;
/** The count of 30 days ago may be up to three days older, when nobody looked on the day itself. */
const SLACK = 3;

/** Goods whose stock was seen, the most pressing first. */
export function stockBoard(goods: readonly Goods[], assumed: Assumed): StockRow[] {
  const factor = assume(assumed, "service_factor");
  const lead = assume(assumed, "lead_days");
  const rows = goods.flatMap(({ n, sold, stock, snapshot }): StockRow[] => {
    const now = stock.at(-1);
    if (!now) return [];
    const sales = recentSales(sold, now.day);
    const isPlanned = sales !== null && factor !== null && lead !== null;
    const reorder = isPlanned ? reorderPoint(sales, factor, lead) : null;
    return [
      {
        n,
        stock: now.count,
        sales: sales && { units: sales.units, days: sales.days },
        cover: sales && daysOfCover(now.count, sales),
        safety: isPlanned ? safetyStock(sales, factor, lead) : null,
        reorder,
        state: stateOf(now.count, sales, reorder),
        day: dayText(now.day),
        snapshot,
      },
    ];
  });
  return rows.sort((a, b) => RANK[a.state] - RANK[b.state] || (a.cover ?? LONG) - (b.cover ?? LONG) || a.n - b.n);
}

const RANK: Readonly<Record<StockState, number>> = { short: 0, slow: 1, steady: 2, unknown: 3 };
const LONG = Number.MAX_SAFE_INTEGER;

function stateOf(stock: number, sales: Sales | null, reorder: number | null): StockState {
  if (reorder !== null && sales !== null && sales.units > 0 && stock < reorder) return "short";
  if (sales === null) return "unknown";
  return stock > 0 && sales.units === 0 && sales.days >= MONTH - SLACK ? "slow" : "steady";
}

/** Of the last 30 days (33 where nobody looked on the 30th) up to a day, or of what was seen of them: a week at least. */
function recentSales(sold: readonly { day: number; count: number }[], day: number): Sales | null {
  const within = sold.filter((each) => each.day >= day - MONTH - SLACK && each.day <= day);
  const sales = salesOf(within);
  return sales && sales.days >= SALES_DAYS ? sales : null;
}

/**
 * Units sold in the 30 days up to a day on which the count was seen; null where no look lies 30 days back, or when the
 * counter fell (see {@link salesOf}).
 */
export function monthUnits(sold: readonly DayCount[], day: number): number | null {
  let end = sold.length - 1;
  while (end >= 0 && (sold[end]?.day ?? 0) > day) end -= 1;
  const last = sold[end];
  if (last?.day !== day) return null;
  let first = last;
  for (let at = end - 1; first.day > day - MONTH; at -= 1) {
    const before = sold[at];
    if (before === undefined || before.count > first.count) return null;
    first = before;
  }
  return first.day < day - MONTH - SLACK ? null : last.count - first.count;
}
