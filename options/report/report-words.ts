import type { ReportLine } from "../../src/metrics/week-report";
import type { CompetitorBoard } from "../../src/ui/data/view";
import type { I18n } from "../../src/ui/i18n/context";

/** `+￥1,234 · +12.5%`, or why there is nothing to tell. */
export function changeWords({ before, change, unit, days }: ReportLine, { t, format }: I18n): string {
  if (!before) return t("report_first");
  return change ? format.delta(change, unit) : t("report_uneven", { now: days, past: before.days });
}

/** One line for each watched competitor with its biggest change; those not seen this week say so. */
export function competitorLines(board: CompetitorBoard, { t, format, language }: I18n): string[] {
  const side = language === "en" ? "en" : "zh";
  return board.rows
    .filter(({ watched }) => watched)
    .map(({ name, changes, seenThisWeek }) => {
      const who = name || t("name_unknown");
      const [change] = changes;
      if (!seenThisWeek) return t("report_rival_unseen", { name: who });
      if (!change) return t("report_rival_same", { name: who });
      const show = (value: typeof change.from): string =>
        value ? format.value(value, change.unit).text : t("value_none");
      const what = change.item ?? change.name?.[side] ?? "";
      const sure = change.certainty === "possible" ? t("change_possible") : "";
      if (change.kind === "goods_new") return `${who} ${t("change_goods_new", { item: what })}${sure}`;
      if (change.kind === "goods_gone") return `${who} ${t("change_goods_gone", { item: what })}${sure}`;
      return `${who} ${what} ${show(change.from)} → ${show(change.to)}${sure}`;
    });
}
