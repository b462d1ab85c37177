import type { Value } from "../console/observation";
import type { Delta } from "./delta";
import { compare, intervalOf, numberOf, tidy } from "./interval";

export type Judgement = Pick<Delta, "direction" | "absolute" | "relative" | "reason">;

/**
 * What can be said of two numbers of one metric. `barred` names a reason why they must not be compared at all; the
 * plain difference is told even then. Null when either is text.
 */
export function judge(
  current: Value,
  previous: Value,
  barred: "partial" | "overlapping_periods" | null,
): Judgement | null {
  const [now, before] = [intervalOf(current), intervalOf(previous)];
  if (!now || !before) return null;
  const [to, from] = [numberOf(current), numberOf(previous)];
  const absolute = to === null || from === null ? null : tidy(to - from);
  const hasBase = from !== null && from > 0;
  const relative = absolute === null || !hasBase ? null : absolute / from;
  const verdict = compare(now, before);
  if (barred) return { direction: "unknown", absolute, relative, reason: barred };
  if (verdict === "open") {
    return { direction: "unknown", absolute, relative, reason: absolute === null ? "ranges_overlap" : "rounding" };
  }
  const direction = verdict === "equal" ? "flat" : verdict;
  return { direction, absolute, relative, reason: absolute === null || hasBase ? null : "zero_base" };
}
