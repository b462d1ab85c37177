import type { Period, Value } from "../console/observation";
import { intervalOf, tidy } from "./interval";
import type { KpiCard } from "./kpi-card";

/** A sum over several accounts or shops. */
export interface Combined {
  readonly metric: string;
  readonly name: KpiCard["name"];
  readonly unit: KpiCard["unit"];
  readonly value: Value;
  readonly period: Period;
  readonly parts: readonly KpiCard[];
}

/** People are counted once in each house and may be the same: only what happens (orders, money, plays) adds up. */
const ADDS_UP: ReadonlySet<string> = new Set([
  "pay_gmv",
  "pay_order_cnt",
  "pay_product_cnt",
  "create_gmv",
  "create_order_cnt",
  "refund_gmv",
  "pay_refund_gmv",
  "product_exposure_cnt",
  "product_click_cnt",
  "new_play_count",
  "new_like_count",
  "new_comment_count",
  "live_exposure_cnt",
]);

/** Whether numbers of the metric may be added up, over houses and over days. */
export const addsUp = (metric: string): boolean => ADDS_UP.has(metric);

/** Sums of cards of two houses or more that speak of the same days; a metric that one house lacks has none. */
export function combine(cards: readonly KpiCard[]): Combined[] {
  const houses = new Map<string, Set<string>>();
  for (const { entity } of cards) houses.set(entity.type, (houses.get(entity.type) ?? new Set()).add(entity.key));
  return [...ADDS_UP].flatMap((metric): Combined[] => {
    const parts = cards.filter((card) => card.metric === metric && card.period !== null);
    const [first] = parts;
    const period = first?.period;
    if (!first || !period || parts.length < 2 || parts.length < (houses.get(first.entity.type)?.size ?? 0)) return [];
    if (parts.some((card) => card.period?.from !== period.from || card.period?.to !== period.to)) return [];
    const value = sumOf(parts.map((card) => card.value));
    return value ? [{ metric, name: first.name, unit: first.unit, value, period, parts }] : [];
  });
}

/** As exact as the least exact of them. Null for text and open ends. */
export function sumOf(values: readonly Value[]): Value | null {
  let [low, high] = [0, 0];
  for (const value of values) {
    const known = intervalOf(value);
    if (!known || !Number.isFinite(known.low) || !Number.isFinite(known.high)) return null;
    low += known.low;
    high += known.high;
  }
  if (low === high) return { precision: "exact", value: tidy(low) };
  if (values.some(({ precision }) => precision === "range"))
    return { precision: "range", min: tidy(low), max: tidy(high) };
  return { precision: "rounded", value: tidy((low + high) / 2), step: tidy((high - low) / 2) };
}
