import type { Rival } from "../ledger/rivals";
import { addDays, dayNumber, isoWeek, shanghaiDay, weekStart } from "../metrics/calendar";

export interface WeekRow {
  readonly rival: Rival;
  /** Whether it was seen in each week of {@link WeekBoard.weeks}. */
  readonly seen: readonly boolean[];
  readonly seenThisWeek: boolean;
  /** Shanghai day on which anything of it was last on screen. */
  readonly lastDay: string | null;
}

/** Who was looked at in which ISO week (playbook S2). */
export interface WeekBoard {
  /** ISO weeks, oldest first, this one last: `2026-W47`. */
  readonly weeks: readonly string[];
  readonly week: string;
  /** In the order of the list: those that are not archived. */
  readonly rows: readonly WeekRow[];
  readonly seen: number;
  readonly of: number;
}

/** `days` beside `rivals`: the days on which each was on screen, oldest first. */
export function weekBoard(
  rivals: readonly Rival[],
  days: readonly (readonly string[])[],
  now: number,
  weeks = 8,
): WeekBoard {
  const shown = weeksUntil(shanghaiDay(now), weeks);
  const week = shown.at(-1) ?? "";
  const rows = rivals.flatMap((rival, at): WeekRow[] => {
    if (rival.archived) return [];
    const seenIn = new Set((days[at] ?? []).map(isoWeek));
    const seen = shown.map((each) => seenIn.has(each));
    return [{ rival, seen, seenThisWeek: seenIn.has(week), lastDay: days[at]?.at(-1) ?? null }];
  });
  return { weeks: shown, week, rows, seen: rows.filter(({ seenThisWeek }) => seenThisWeek).length, of: rows.length };
}

/** The last so many ISO weeks up to the one of the day, oldest first. */
export const weeksUntil = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => isoWeek(addDays(weekStart(day), 7 * (back + 1 - count))));

/** Monday and Sunday of an ISO week. @throws RangeError for what is none. */
export function weekSpan(week: string): { readonly monday: string; readonly sunday: string } {
  const [, year, number] = week.match(/^(\d{4})-W(\d{2})$/) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`not an ISO week: ${week}`);
  const monday = addDays(weekStart(`${year}-01-04`), 7 * (Number(number) - 1));
  return { monday, sunday: addDays(monday, 6) };
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SHANGHAI = 8 * HOUR;

/** The next instant (ms, after `now`) of a weekday (1 Monday … 7) and hour in Shanghai. */
export function nextReminder(now: number, weekday: number, hour: number): number {
  const monday = dayNumber(weekStart(shanghaiDay(now)));
  const at = (monday + weekday - 1) * DAY + hour * HOUR - SHANGHAI;
  return at > now ? at : at + 7 * DAY;
}
