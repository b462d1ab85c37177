import type { ReviewRow } from "../../src/ledger/model";
import type { ReviewEntry } from "../../src/operations/reviews/entry";
import type { Translate } from "../../src/ui/i18n/messages";
import type { Row, Table } from "../../src/ui/tables/table";

/** The record as a table, an entry a row, oldest first. */
export function reviewTable(rows: readonly ReviewRow[], t: Translate): Table {
  const text = (title: string) => ({ title, kind: "text" as const });
  return {
    name: t("section_review"),
    columns: [
      { title: t("column_when"), kind: "time" },
      text(t("column_case")),
      text(t("column_step")),
      text(t("column_decision")),
      text(t("column_who")),
      text(t("column_note")),
      text(t("column_text")),
      text(t("column_findings")),
      text(t("column_hash")),
      text(t("column_previous")),
    ],
    rows: rows.map((row) => rowOf(row, t)),
  };
}

function rowOf(row: ReviewRow, t: Translate): Row {
  const entry = row.entry as ReviewEntry;
  const sent = entry.step === "submit" ? entry : null;
  const findings = sent?.findings.map(
    ({ severity, text, basis }) =>
      `${t(`severity_${severity}`)} ${text} ${basis.map(({ law, article }) => law + article).join(t("list_comma"))}`,
  );
  return [
    row.at,
    sent?.title ?? row.case.slice(0, 8),
    t(`review_step_${entry.step}`),
    decisionOf(entry, t),
    entry.by,
    entry.note,
    sent?.draft.text ?? null,
    findings ? findings.join("\n") : null,
    row.id,
    row.previous,
  ];
}

/** What was decided, in words; empty for a step that decides nothing. */
export function decisionOf(entry: ReviewEntry, t: Translate): string {
  if (entry.step === "human" || entry.step === "legal") return t(`review_decision_${entry.decision}`);
  if (entry.step !== "outcome") return "";
  const words = [entry.words, entry.clause].filter(Boolean).join(" · ");
  return [t(entry.accepted ? "review_outcome_accept" : "review_outcome_reject"), words].filter(Boolean).join(" ");
}
