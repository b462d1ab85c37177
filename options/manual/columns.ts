import type { Period } from "../../src/console/observation";
import { addDays, shanghaiDay, weekStart } from "../../src/metrics/calendar";

export type Step = "day" | "week" | "month";
export const STEPS = ["day", "week", "month"] as const;

const COUNT: Readonly<Record<Step, number>> = { day: 7, week: 6, month: 6 };

/** The newest periods that are over, oldest first; weeks from Monday, months of the calendar. */
export function columnsOf(step: Step, now: number): readonly Period[] {
  const today = shanghaiDay(now);
  const columns: Period[] = [];
  let to = lastDay(step, today);
  for (let n = 0; n < COUNT[step]; n += 1) {
    const from = step === "day" ? to : step === "week" ? weekStart(to) : `${to.slice(0, 8)}01`;
    columns.unshift({ from, to });
    to = addDays(from, -1);
  }
  return columns;
}

/** Of the newest period that is over. */
function lastDay(step: Step, today: string): string {
  if (step === "day") return addDays(today, -1);
  return addDays(step === "week" ? weekStart(today) : `${today.slice(0, 8)}01`, -1);
}
