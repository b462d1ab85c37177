import type { ReactNode } from "react";
import { weekSpan, weeksUntil } from "../../src/competitors/week-board";
import { shanghaiDay } from "../../src/metrics/calendar";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";

const YEAR = 53;

export const thisWeek = (): string => weeksUntil(shanghaiDay(Date.now()), 1)[0] ?? "";

/** One of the last 53 ISO weeks. */
export function WeekSelect({ value, onChange }: { value: string; onChange: (week: string) => void }): ReactNode {
  const { t } = useI18n();
  const weeks = weeksUntil(shanghaiDay(Date.now()), YEAR).reverse();
  const label = (week: string): string => {
    const { monday, sunday } = weekSpan(week);
    return `${week.slice(5)} · ${t("period_span", { from: monday.slice(5), to: sunday.slice(5) })}`;
  };
  return (
    <Select
      label={t("week_of")}
      value={value}
      options={weeks.map((week) => ({ value: week, label: label(week) }))}
      onChange={onChange}
    />
  );
}
