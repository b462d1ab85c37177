import type { EntityType, Unit, Value } from "../console/observation";
import { intervalOf, tidy } from "./interval";
import { findMetric } from "./registry";

/** A metric computed from others of the same entity and period. */
export interface Formula {
  readonly metric: string;
  readonly unit: Unit;
  readonly entities: readonly EntityType[];
  readonly inputs: readonly string[];
  /** Sum of these inputs … */
  readonly top: readonly string[];
  /** … over this one. */
  readonly bottom: string;
}

const quotient = (
  metric: string,
  entities: readonly EntityType[],
  top: readonly string[],
  bottom: string,
): Formula => ({
  metric,
  unit: findMetric(metric)?.unit ?? "ratio",
  entities,
  inputs: [...top, bottom],
  top,
  bottom,
});

/** The playbook's formulas over what is known of one entity and period. */
export const FORMULAS: readonly Formula[] = [
  quotient("exposure_click_rate", ["shop", "live", "product"], ["product_click_uv"], "product_exposure_uv"),
  quotient("click_pay_rate", ["shop", "live", "product"], ["pay_uv"], "product_click_uv"),
  quotient("pay_gmv_per_uv", ["shop", "live", "product"], ["pay_gmv"], "pay_uv"),
  quotient("attach_rate", ["shop", "live", "product"], ["pay_product_cnt"], "pay_order_cnt"),
  quotient("like_conversion_rate", ["account", "video"], ["like_count", "fav_count"], "play_count"),
  quotient(
    "fan_interaction_rate",
    ["account", "video"],
    ["like_count", "fav_count", "comment_count", "forward_count"],
    "play_count",
  ),
  quotient("share_rate", ["video"], ["forward_count"], "play_count"),
  quotient("spread_share_rate", ["account"], ["forward_count"], "play_count"),
  quotient("moments_gmv_share", ["shop"], ["moments_gmv"], "pay_gmv"),
  quotient("cpa", ["shop"], ["promotion_spend"], "new_buyer_count"),
];

/**
 * The value of a formula, as exact as its inputs are: rounded when one of them is, a range when one is a range. Null
 * when an input is missing, negative or text, or the divisor is or may be zero: a rate without a base is not known.
 */
export function evaluate(formula: Formula, inputs: ReadonlyMap<string, Value>): Value | null {
  const values = formula.inputs.map((metric) => inputs.get(metric));
  const parts = values.map((value) => (value === undefined ? null : intervalOf(value)));
  if (parts.some((part) => part === null || part.high < 0)) return null;
  const known = parts.flatMap((part) => (part === null ? [] : [{ low: Math.max(0, part.low), high: part.high }]));
  const bottom = known.at(-1);
  if (!bottom || bottom.low <= 0) return null;
  const tops = known.slice(0, -1);
  const sum = (end: "low" | "high"): number => tops.reduce((total, part) => total + part[end], 0);
  // Nearly all are: one division and one rounding instead of three.
  if (formula.unit !== "fen" && values.every((value) => value?.precision === "exact"))
    return { precision: "exact", value: tidy(sum("low") / bottom.low) };
  const low = settle(formula.unit, sum("low") / bottom.high);
  const high = settle(formula.unit, sum("high") / bottom.low);
  if (values.some((value) => value?.precision === "range")) {
    return { precision: "range", min: low, max: Number.isFinite(high) ? high : null };
  }
  const shown = values.map((value) => (value && value.precision !== "range" ? Number(value.value) : 0));
  const middle = shown.slice(0, -1).reduce((total, part) => total + part, 0) / (shown.at(-1) ?? 1);
  const value = settle(formula.unit, middle);
  if (low === high && value === tidy(middle)) return { precision: "exact", value };
  const step = Math.max(high - value, value - low, formula.unit === "fen" ? 1 : 0);
  return { precision: "rounded", value, step: tidy(step) };
}

/** Money stays in whole fen. */
const settle = (unit: Unit, number: number): number => (unit === "fen" ? Math.round(number) : tidy(number));
