import type { Value } from "../console/observation";
import { intervalOf, tidy } from "./interval";
import { median } from "./statistics";

/**
 * The median of values as exact as they are: whatever the true numbers within their intervals, their median lies
 * between the medians of the lower and the upper ends. Null for none, or when one is text or open.
 */
export function middleOf(values: readonly Value[]): Value | null {
  const known = values.map(intervalOf);
  const ends = known.flatMap((each) => (each && Number.isFinite(each.low) && Number.isFinite(each.high) ? [each] : []));
  const [low, high] = [median(ends.map((each) => each.low)), median(ends.map((each) => each.high))];
  if (low === null || high === null || ends.length < values.length) return null;
  if (low === high) return { precision: "exact", value: tidy(low) };
  if (values.some(({ precision }) => precision === "range")) return { precision: "range", min: low, max: high };
  return { precision: "rounded", value: tidy((low + high) / 2), step: tidy((high - low) / 2) };
}
