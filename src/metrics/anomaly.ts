import { addDays, dayNumber } from "./calendar";
import { intervalOf, tidy } from "./interval";
import type { Point, Series } from "./series";
import { median, robustDeviation } from "./statistics";

/** A day that stands out from its own four weeks, with what is needed to say so in a sentence. */
export interface Anomaly {
  readonly metric: string;
  readonly day: string;
  readonly direction: "up" | "down";
  /** Against the middle of the same weekdays before; above −1. */
  readonly relative: number;
  /** How many same weekdays that is. */
  readonly weekdays: number;
  /** No day of the 28 was as low (down) or as high (up). */
  readonly isExtreme: boolean;
  /** Distance in robust standard deviations. */
  readonly z: number;
}

const DAYS = 28;
const POINTS_NEEDED = 14;
const WEEKDAYS_NEEDED = 3;
/** Of days that only wobble, fewer than one in a few hundred is as far away. */
const FAR = 4;

/**
 * Robust z of the newest finished day over the 28 days before. Each day is taken against the middle of its own weekday,
 * since a Monday is not a Sunday. Null, and so silent, when the data is thin (under 14 days, or three same weekdays),
 * when a number is a tier, when the days do not vary at all, or when rounding may explain the distance.
 */
export function anomalyOf(series: Series): Anomaly | null {
  if (series.kind !== "day" || series.unit === "text") return null;
  const current = series.points.findLast(({ partial }) => !partial);
  const known = current && intervalOf(current.value);
  if (!current || !known) return null;
  const { to: day } = current.period;
  const before = series.points.filter(
    ({ period, partial }) => !partial && period.to < day && period.to >= addDays(day, -DAYS),
  );
  const numbers = before.flatMap((point) => numberOf(point) ?? []);
  if (numbers.length < before.length || numbers.length < POINTS_NEEDED) return null;
  const same = numbers.filter((each) => each.weekday === weekday(day)).map(({ value }) => value);
  const usual = median(same);
  const spread = usual === null || same.length < WEEKDAYS_NEEDED ? null : spreadOf(numbers);
  if (usual === null || usual <= 0 || !spread) return null;
  const direction = known.low > usual ? "up" : known.high < usual ? "down" : null;
  if (!direction) return null;
  const nearest = direction === "up" ? known.low : known.high;
  const z = (nearest - usual) / spread;
  const beyond = direction === "up" ? same.every((each) => nearest > each) : same.every((each) => nearest < each);
  if (Math.abs(z) < FAR || !beyond) return null;
  const all = numbers.map(({ value }) => value);
  const isExtreme = direction === "up" ? all.every((each) => nearest > each) : all.every((each) => nearest < each);
  const relative = tidy(nearest / usual - 1);
  return { metric: series.metric, day, direction, relative, weekdays: same.length, isExtreme, z };
}

const weekday = (day: string): number => dayNumber(day) % 7;

interface DayValue {
  readonly weekday: number;
  readonly value: number;
}

/** A tier has no number to take a distance from. */
function numberOf({ period, value }: Point): DayValue | null {
  if (value.precision === "range" || typeof value.value === "string") return null;
  return { weekday: weekday(period.to), value: value.value };
}

/**
 * How far a day lies from the middle of the other days of its weekday: the error that the same guess made before. Null
 * when the guess was always right.
 */
function spreadOf(days: readonly DayValue[]): number | null {
  const misses = days.flatMap((day) => {
    const others = days.filter((each) => each !== day && each.weekday === day.weekday);
    const guess = median(others.map(({ value }) => value));
    return guess === null ? [] : [day.value - guess];
  });
  return robustDeviation(misses) || null;
}
