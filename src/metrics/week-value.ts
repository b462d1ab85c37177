import type { Period, Value } from "../console/observation";
import { addsUp, sumOf } from "./combined";
import { intervalOf } from "./interval";
import { middleOf } from "./middle";
import type { Point, Series } from "./series";

/**
 * A metric's number for one ISO week. page: a page spoke of that very week · sum: of the days that were seen · last: a
 * counter at its last look of the week · middle: the median day, for what must not be added up (rates, people).
 */
export interface WeekValue {
  readonly value: Value;
  readonly how: "page" | "sum" | "last" | "middle";
  /** Days of the week it stands on. */
  readonly days: number;
  readonly unit: Series["unit"];
  readonly point: Point;
}

/** The best that the series of one metric say of the week; null when none was seen in it. */
export function weekValue(kinds: readonly Series[], week: Period): WeekValue | null {
  const [first] = kinds;
  if (!first || first.unit === "text") return null;
  const { unit, metric } = first;
  const within = (kind: Series["kind"]): readonly Point[] =>
    kinds
      .filter((series) => series.kind === kind)
      .flatMap(({ points }) => points)
      .filter(({ period, partial }) => !partial && period.from >= week.from && period.to <= week.to);
  const whole = within("7_days").find(({ period }) => period.from === week.from);
  if (whole) return { value: whole.value, how: "page", days: 7, unit, point: whole };
  const days = within("day");
  const newest = days.at(-1);
  if (newest) {
    const isSum = addsUp(metric);
    const values = days.map(({ value }) => value);
    const value = isSum ? sumOf(values) : middleOf(values);
    if (value) return { value, how: isSum ? "sum" : "middle", days: days.length, unit, point: newest };
  }
  const last = within("none").at(-1);
  return last && intervalOf(last.value) ? { value: last.value, how: "last", days: 1, unit, point: last } : null;
}
