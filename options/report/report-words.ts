import type { ReportLine } from "../../src/metrics/week-report";
import type { ReviewWeek } from "../../src/operations/reviews/week";
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

/** `送审 5 篇`, `2 篇不宜发布或需要依据` …; what did not happen is left out. */
export function complianceSums(week: ReviewWeek, { t }: I18n): string[] {
  const sums = (["sent", "risky", "passed", "returned", "accepted", "rejected", "waiting"] as const).filter(
    (each) => each === "sent" || week[each] > 0,
  );
  return sums.map((each) => t(`report_review_${each}`, { n: week[each] }));
}

/** What the platform rejected, then what drafts were warned of, a line each. */
export function complianceLines({ rejections, risks }: ReviewWeek, { t }: I18n): string[] {
  return [
    ...rejections.map(({ title, words, clause }) =>
      t("report_review_rejection", { title, words: [words, clause].filter(Boolean).join(" · ") }),
    ),
    ...risks.map(({ text, severity, basis, drafts }) =>
      t("report_review_risk", { severity: t(`severity_${severity}`), text, n: drafts, basis }).trim(),
    ),
  ];
}
