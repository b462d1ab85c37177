import type { Value } from "../console/observation";

/** What is known of a number: it lies between `low` and `high`, in the metric's unit; a point when they are equal. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Verdict = "up" | "down" | "equal" | "open";

/** Null for a text value. A rounded number may be off by up to one step either way; an open end is infinite. */
export function intervalOf(value: Value): Interval | null {
  if (value.precision === "range") {
    return { low: value.min ?? Number.NEGATIVE_INFINITY, high: value.max ?? Number.POSITIVE_INFINITY };
  }
  if (typeof value.value === "string") return null;
  if (value.precision === "exact") return { low: value.value, high: value.value };
  return { low: tidy(value.value - value.step), high: tidy(value.value + value.step) };
}

/** The number of an exact or rounded value; null for a tier or a text. */
export const numberOf = (value: Value): number | null =>
  value.precision === "range" || typeof value.value === "string" ? null : value.value;

/**
 * Whether the number behind `current` is certainly above or below the one behind `previous`. Two intervals that meet
 * at a bound are apart: neighbouring tiers share no number, and two roundings cannot both be a whole step off towards
 * each other. A point on the bound of an interval is not apart from it.
 */
export function compare(current: Interval, previous: Interval): Verdict {
  if (isPoint(current) && isPoint(previous) && tidy(current.low - previous.low) === 0) return "equal";
  if (isAbove(current, previous)) return "up";
  if (isAbove(previous, current)) return "down";
  return "open";
}

const isPoint = (interval: Interval): boolean => interval.low === interval.high;

const isAbove = (upper: Interval, lower: Interval): boolean =>
  upper.low > lower.high || (upper.low === lower.high && !isPoint(upper) && !isPoint(lower));

/** Sheds what binary fractions add: 0.0441 − 0.0392 is 0.0049. Nothing on a page is finer than 1e-10. */
export function tidy(number: number): number {
  if (Number.isInteger(number) || !Number.isFinite(number)) return number;
  const tidied = Number(number.toFixed(10));
  return tidied === 0 ? 0 : tidied;
}

/** Whether two values are shown alike: the same number, rounding, tier or text. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.precision === "range" || b.precision === "range") {
    return a.precision === "range" && b.precision === "range" && a.min === b.min && a.max === b.max;
  }
  if (a.precision !== b.precision) return false;
  if (a.precision === "rounded" && b.precision === "rounded" && a.step !== b.step) return false;
  if (typeof a.value === "string" || typeof b.value === "string") return a.value === b.value;
  return tidy(a.value - b.value) === 0;
}
