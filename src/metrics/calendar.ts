import type { Period } from "../console/observation";

/**
 * Days as the console counts them: Asia/Shanghai, UTC+8 the whole year since 1991. The machine's own time zone and
 * Intl play no part. A day is `YYYY-MM-DD`; its number counts days since 1970-01-01.
 */

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** `other` periods (a fortnight, a month of 31 days) are kept, but nothing is compared with them. */
export type PeriodKind = "day" | "7_days" | "30_days" | "none" | "other";

const texts = new Map<number, string>();
const numbers = new Map<string, number>();

/** The Shanghai day of an instant, as a day number. */
export const shanghaiDayNumber = (ms: number): number => Math.floor((ms + SHANGHAI_MS) / DAY_MS);

export const shanghaiDay = (ms: number): string => dayText(shanghaiDayNumber(ms));

export function dayText(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** @throws RangeError when the text is not a day of the calendar. */
export function dayNumber(day: string): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) / DAY_MS : Number.NaN;
    if (Number.isNaN(number) || dayText(number) !== day) throw new RangeError(`not a calendar day: ${day}`);
    numbers.set(day, number);
  }
  return number;
}

export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days);

/** Days in a period, both ends included. */
export const periodDays = (period: Period): number => dayNumber(period.to) - dayNumber(period.from) + 1;

export function periodKind(period: Period | null): PeriodKind {
  if (period === null) return "none";
  const days = periodDays(period);
  return days === 1 ? "day" : days === 7 ? "7_days" : days === 30 ? "30_days" : "other";
}

export const periodsOverlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/** ISO 8601 week of a day: `2026-W47`. The year is that of the week's Thursday. */
export function isoWeek(day: string): string {
  const number = dayNumber(day);
  const thursday = number - weekday(number) + 3;
  const year = Number(dayText(thursday).slice(0, 4));
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Monday of the ISO week that holds the day. */
export const weekStart = (day: string): string => dayText(dayNumber(day) - weekday(dayNumber(day)));

/** Monday 0 … Sunday 6; 1970-01-01 was a Thursday. */
const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7;
