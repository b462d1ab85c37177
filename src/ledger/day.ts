import type { Period, StatedPeriod } from "../console/observation";

/** Calendar of Asia/Shanghai: UTC+8 without summer time since 1991, so plain arithmetic holds on any machine. */

const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;

/** Days since 1970-01-01 in Shanghai at an instant (ms). */
export const dayNumber = (at: number): number => Math.floor((at + OFFSET) / DAY);

const texts = new Map<number, string>();

/** `YYYY-MM-DD` of a day number. Remembered: a view of a year asks for the same few hundred days a hundred thousand times. */
export function isoDay(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

/** Day number of `YYYY-MM-DD`; NaN when there is no such day (2026-02-30). */
export function parseDay(iso: string): number {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return isoDay(Number.isNaN(at) ? 0 : at / DAY) === iso ? at / DAY : Number.NaN;
}

/** First and last ms of a day. */
export const dayBounds = (day: number): readonly [number, number] => [day * DAY - OFFSET, (day + 1) * DAY - OFFSET - 1];

/** 昨日 seen at `at` is the day before the Shanghai day of `at`; 近7天 ending yesterday the seven days up to it. */
export function resolvePeriod(stated: StatedPeriod, at: number): Period {
  if (stated.kind === "days") return { from: stated.from, to: stated.to };
  if (stated.kind === "dates") {
    const last = lastOf(stated.to, dayNumber(at));
    return { from: isoDay(lastOf(stated.from, last)), to: isoDay(last) };
  }
  if (stated.kind === "last") return lastWhole(stated.unit, dayNumber(at));
  if (stated.kind === "month") {
    const first = `${String(stated.month).padStart(2, "0")}-01`;
    return monthOf(isoDay(lastOf(first, dayNumber(at))));
  }
  const to = dayNumber(at) - stated.endsDaysAgo;
  return { from: isoDay(to - stated.days + 1), to: isoDay(to) };
}

/** The week, from Monday on, or month before the one that `today` is in. Day 0 was a Thursday. */
function lastWhole(unit: "week" | "month", today: number): Period {
  if (unit === "week") {
    const monday = today - ((today + 3) % 7) - 7;
    return { from: isoDay(monday), to: isoDay(monday + 6) };
  }
  return monthOf(isoDay(parseDay(`${isoDay(today).slice(0, 8)}01`) - 1));
}

/** The whole month that `YYYY-MM-DD` is in. */
function monthOf(day: string): Period {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return { from: `${day.slice(0, 8)}01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

/** A leap day comes back after eight years at most. */
const YEARS = 8;

/** The last day up to `until` whose date is `MM-DD`; NaN when no year has it. */
function lastOf(date: string, until: number): number {
  const year = Number(isoDay(until).slice(0, 4));
  for (let back = 0; back <= YEARS; back++) {
    const day = parseDay(`${year - back}-${date}`);
    if (day <= until) return day;
  }
  return Number.NaN;
}
