import type { Period } from "../console/observation";
import { isoDay, parseDay, dayNumber as shanghaiDayNumber } from "../ledger/day";

/** Periods and weeks over Shanghai days, `YYYY-MM-DD`. */

/** `other` periods (a fortnight, a month of 31 days) are kept, but nothing is compared with them. */
export type PeriodKind = "day" | "7_days" | "30_days" | "none" | "other";

const numbers = new Map<string, number>();

/** The Shanghai day of an instant, ms. */
export const shanghaiDay = (at: number): string => dayText(shanghaiDayNumber(at));

/** `YYYY-MM-DD` of a day number. */
export const dayText = isoDay;

/** Days since 1970-01-01. @throws RangeError when the text is not a day of the calendar. */
export function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = parseDay(day);
  if (Number.isNaN(number)) throw new RangeError(`not a calendar day: ${day}`);
  numbers.set(day, number);
  return number;
}

export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days);

/** Days in a period, both ends included. */
export const periodDays = (period: Period): number => dayNumber(period.to) - dayNumber(period.from) + 1;

/** The kind of a period of so many days. */
export const periodKindOf = (days: number): PeriodKind =>
  days === 1 ? "day" : days === 7 ? "7_days" : days === 30 ? "30_days" : "other";

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
