import { deviation, mean } from "./statistics";

/** Stock figures over what a goods list shows: a counter of units sold and the stock, day by day. */

/** A counter or stock on a Shanghai day, `day` in days since 1970. */
export interface DayCount {
  readonly day: number;
  readonly count: number;
}

/** Fewest one-day steps that a spread of daily units is told from. */
const DAYS_NEEDED = 7;

export interface Sales {
  /** Units over the days between the first and the last capture. */
  readonly units: number;
  /** Days between them. */
  readonly days: number;
  /** Units of each day whose count was seen on it and on the day before. */
  readonly daily: readonly number[];
}

/**
 * Units sold, from a counter that only grows; oldest day first. Null with fewer than two days, or when the counter fell:
 * goods that were taken down and put up again count anew, and what was sold between is not known.
 */
export function salesOf(sold: readonly DayCount[]): Sales | null {
  const [first, last] = [sold[0], sold.at(-1)];
  if (!first || !last || last.day <= first.day) return null;
  const daily: number[] = [];
  for (const [index, { day, count }] of sold.entries()) {
    const before = sold[index - 1];
    if (!before) continue;
    if (count < before.count) return null;
    if (day - before.day === 1) daily.push(count - before.count);
  }
  return { units: last.count - first.count, days: last.day - first.day, daily };
}

/** days_of_cover: stock / units sold a day. Null when nothing was sold: such stock lasts for ever, which is no number. */
export const daysOfCover = (stock: number, { units, days }: Sales): number | null =>
  units > 0 ? (stock * days) / units : null;

/** safety_stock: z × σ(daily units) × √(lead days), rounded up. Null under seven one-day steps. */
export function safetyStock({ daily }: Sales, serviceFactor: number, leadDays: number): number | null {
  const spread = daily.length < DAYS_NEEDED ? null : deviation(daily);
  return spread === null ? null : Math.ceil(serviceFactor * spread * Math.sqrt(leadDays));
}

/** reorder_point: mean daily units × lead days + safety stock, rounded up. */
export function reorderPoint(sales: Sales, serviceFactor: number, leadDays: number): number | null {
  const safety = safetyStock(sales, serviceFactor, leadDays);
  return safety === null ? null : Math.ceil((sales.units / sales.days) * leadDays) + safety;
}

/** inventory_turnover: units sold / mean stock of the same days. Null when there was no stock. */
export function turnover(units: number, stock: readonly number[]): number | null {
  const held = mean(stock);
  return held === null || held <= 0 ? null : units / held;
}

/** slow_moving_share: goods with stock that sold nothing / goods with stock whose sales are known. */
export function slowMovingShare(goods: readonly { readonly stock: number; readonly units: number }[]): number | null {
  const stocked = goods.filter(({ stock }) => stock > 0);
  return stocked.length === 0 ? null : stocked.filter(({ units }) => units === 0).length / stocked.length;
}
