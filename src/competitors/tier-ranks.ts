import type { Value } from "../console/observation";
import type { DayReading } from "../ledger/reader";
import { isoWeek } from "../metrics/calendar";
import { intervalOf } from "../metrics/interval";

/** Where a seller stood in a week; null where the metric was not seen. */
export interface RankPoint {
  /** 1 is the highest; those whose values are shown alike share a place. */
  readonly rank: number;
  readonly value: Value;
  /** The third party whose estimate the value is. */
  readonly estimate?: string;
}

export interface RankLine {
  /** Beside the weeks asked for. */
  readonly points: readonly (RankPoint | null)[];
}

/** The order of sellers by a metric week by week, an estimate only where the console said nothing. Tiers are ordered by their lower, then their upper bound. */
export function tierRanks(
  files: readonly (readonly DayReading[])[],
  metric: string,
  weeks: readonly string[],
): readonly RankLine[] {
  const values = files.map((own) => {
    const byWeek = new Map<string, DayReading>();
    for (const reading of own) {
      const week = isoWeek(reading.day);
      const isOver = reading.source?.estimate && byWeek.has(week) && !byWeek.get(week)?.source?.estimate;
      if (reading.metric === metric && !isOver) byWeek.set(week, reading);
    }
    return weeks.map((week) => byWeek.get(week) ?? null);
  });
  const ranks = weeks.map((_, at) => rankOf(values.map((each) => each[at]?.value ?? null)));
  return values.map((each, file) => ({
    points: each.map((reading, at) => {
      const rank = ranks[at]?.[file];
      if (reading === null || rank == null) return null;
      const { value, source } = reading;
      return { rank, value, ...(source?.estimate ? { estimate: source.name } : {}) };
    }),
  }));
}

function rankOf(values: readonly (Value | null)[]): readonly (number | null)[] {
  const keys = values.map((value) => (value === null ? null : intervalOf(value)));
  const isAbove = (a: { low: number; high: number }, b: { low: number; high: number }): boolean =>
    a.low > b.low || (a.low === b.low && a.high > b.high);
  return keys.map((own) => own && 1 + keys.filter((other) => other !== null && isAbove(other, own)).length);
}
