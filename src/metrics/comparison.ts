import type { Period, Value } from "../console/observation";
import { addDays, periodDays } from "./calendar";
import type { Delta } from "./delta";
import { deltaOf } from "./deltas";
import { middleOf } from "./middle";
import type { Point, Series } from "./series";
import { judge } from "./verdict";

const AGAINST = ["previous_period", "week_before", "month_before", "median_28", "campaign"] as const;
/**
 * previous_period: the nearest earlier one of the same length · week_before: the same days a week earlier, so the same
 * weekday · month_before: the same days of the month before · median_28: the middle of the own 28 days before ·
 * campaign: in a campaign, the middle of the 14 days before it began.
 */
export type Against = (typeof AGAINST)[number];

/** One number against another of its own kind of period, or why the two must not be compared. */
export interface Comparison extends Pick<Delta, "direction" | "absolute" | "relative"> {
  readonly against: Against;
  /** The days of the other side; of a median the days it was taken from. */
  readonly period: Period;
  /** Null when it was not seen or there were too few to tell. */
  readonly previous: Value | null;
  readonly reason: Delta["reason"] | "not_seen" | "too_few";
  /** For a median: how many points there are, of how many needed. */
  readonly points: { readonly have: number; readonly need: number } | null;
}

/** Fewest points that a median is told from. */
export const POINTS_NEEDED = 7;
const MEDIAN_DAYS = 28;
const BASELINE_DAYS = 14;

/** All comparisons of the newest point of a series; none for text and for periods that are not compared. */
export function comparisonsOf(series: Series, campaigns: readonly Period[] = []): Comparison[] {
  const current = series.points.at(-1);
  if (!current || series.kind === "other" || series.unit === "text") return [];
  return AGAINST.flatMap((against) => compareWith(series, current, against, campaigns) ?? []);
}

function compareWith(
  series: Series,
  current: Point,
  against: Against,
  campaigns: readonly Period[],
): Comparison | null {
  const { from, to } = current.period;
  switch (against) {
    case "previous_period":
      return previousPeriod(series);
    case "week_before":
      return periodDays(current.period) > 7
        ? null
        : withPoint(series, current, against, { from: addDays(from, -7), to: addDays(to, -7) });
    case "month_before": {
      const start = monthBefore(from);
      return withPoint(series, current, against, { from: start, to: addDays(start, periodDays(current.period) - 1) });
    }
    case "median_28":
      return withMedian(series, current, against, { from: addDays(to, -MEDIAN_DAYS), to: addDays(to, -1) });
    case "campaign": {
      const campaign = campaigns.find((each) => each.from <= from && to <= each.to);
      const begin = campaign?.from;
      return begin === undefined
        ? null
        : withMedian(series, current, against, { from: addDays(begin, -BASELINE_DAYS), to: addDays(begin, -1) });
    }
  }
}

function previousPeriod(series: Series): Comparison | null {
  const delta = deltaOf(series, new Map());
  if (!delta) return null;
  const { direction, absolute, relative, reason, previous } = delta;
  const period = delta.against.period;
  return { against: "previous_period", period, previous, direction, absolute, relative, reason, points: null };
}

function withPoint({ points }: Series, current: Point, against: Against, period: Period): Comparison {
  const other = points.find((each) => each.period.from === period.from && each.period.to === period.to);
  if (!other) return silent(against, period, "not_seen", null);
  const barred = current.partial || other.partial ? "partial" : null;
  const judgement = judge(current.value, other.value, barred);
  return judgement
    ? { against, period, previous: other.value, points: null, ...judgement }
    : silent(against, period, "not_seen", null);
}

/** Only points that lie in the days wholly, are over, and do not overlap the current one. */
function withMedian({ points }: Series, current: Point, against: Against, within: Period): Comparison {
  const used = points.filter(
    ({ period, partial }) =>
      !partial && period.from >= within.from && period.to <= within.to && period.to < current.period.from,
  );
  const count = { have: used.length, need: POINTS_NEEDED };
  const middle = used.length < POINTS_NEEDED ? null : middleOf(used.map(({ value }) => value));
  const judgement = middle && judge(current.value, middle, current.partial ? "partial" : null);
  return judgement
    ? { against, period: within, previous: middle, points: count, ...judgement }
    : silent(against, within, "too_few", count);
}

const silent = (
  against: Against,
  period: Period,
  reason: Comparison["reason"],
  points: Comparison["points"],
): Comparison => ({
  against,
  period,
  previous: null,
  direction: "unknown",
  absolute: null,
  relative: null,
  reason,
  points,
});

/** The same day of the month before, or that month's last day where it has no such day. */
function monthBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 2, Math.min(date, last))).toISOString().slice(0, 10);
}
