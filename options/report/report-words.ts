import type { ReportLine } from "../../src/metrics/week-report";
import { changeWords as sentenceOf } from "../../src/ui/components/change-words";
import type { WatchBoard } from "../../src/ui/data/view";
import type { I18n } from "../../src/ui/i18n/context";

/** `+￥1,234 · +12.5%`, or why there is nothing to tell. */
export function changeWords({ before, change, unit, days }: ReportLine, { t, format }: I18n): string {
  if (!before) return t("report_first");
  return change ? format.delta(change, unit) : t("report_uneven", { now: days, past: before.days });
}

/** One line for each watched competitor with its biggest change; those not seen this week say so. */
export function competitorLines(board: WatchBoard, i18n: I18n): string[] {
  const { t } = i18n;
  return board.rows.map(({ rival, changes: [change], seenThisWeek }) => {
    const who = rival.name || t("name_unknown");
    if (!seenThisWeek) return t("report_rival_unseen", { name: who });
    if (!change) return t("report_rival_same", { name: who });
    const sure = change.certainty === "possible" ? t("change_possible") : "";
    return `${who} ${sentenceOf(change, i18n)}${sure}`;
  });
}
