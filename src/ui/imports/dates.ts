import type { Period } from "../../console/observation";
import { isoDay, parseDay } from "../../ledger/day";

const DAY =
  /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[\sT]+(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;
const SPAN = /\s*(?:~|～|至|到|—|–|\s-\s)\s*/;

const two = (digits: string | undefined): string => (digits ?? "").padStart(2, "0");

/** `YYYY-MM-DD` of a day as tables write it: 2026-08-07, 2026/8/7, 2026年8月7日, 20260807, with or without a time. */
export function dayIn(text: string): string | null {
  return momentIn(text)?.slice(0, 10) ?? null;
}

/** The same with the minute, where one is written: `YYYY-MM-DDTHH:mm`. */
export function momentIn(text: string): string | null {
  const [, year, monthA, dayA, monthB, dayB, time] = DAY.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const day = `${year}-${two(monthA ?? monthB)}-${two(dayA ?? dayB)}`;
  if (Number.isNaN(parseDay(day))) return null;
  return time === undefined ? day : `${day}T${time.padStart(5, "0")}`;
}

/** A day or a span of days: 2026-08-01 ~ 2026-08-07; also a month, 2026-08. */
export function periodIn(text: string): Period | null {
  const day = dayIn(text);
  if (day) return { from: day, to: day };
  const month = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text.trim());
  if (month) return monthOf(Number(month[1]), Number(month[2]));
  const [from, to, more] = text.trim().split(SPAN).map(dayIn);
  return from && to && more === undefined && from <= to ? { from, to } : null;
}

function monthOf(year: number, month: number): Period | null {
  if (month < 1 || month > 12) return null;
  const from = `${year}-${two(String(month))}-01`;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(String(month + 1))}-01`;
  return { from, to: isoDay(parseDay(next) - 1) };
}
