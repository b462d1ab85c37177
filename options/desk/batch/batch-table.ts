import type { Finding } from "../../../src/compliance/finding";
import type { Translate } from "../../../src/ui/i18n/messages";
import type { Row, Table } from "../../../src/ui/tables/table";
import { type CheckedLine, gravest } from "./check-lines";

/** The file as it came, with what was found beside each line. */
export function batchTable(columns: readonly string[], lines: readonly CheckedLine[], t: Translate): Table {
  const text = (title: string) => ({ title, kind: "text" as const });
  const own = columns.map((title) => text(title || t("copy_text")));
  const added = ["batch_line", "batch_verdict", "batch_words", "batch_law", "batch_advice"] as const;
  const [line, ...rest] = added.map((key) => text(t(key)));
  return {
    name: t("section_copy"),
    columns: [{ title: line?.title ?? "", kind: "count" }, ...own, ...rest],
    rows: lines.map((each) => rowOf(each, columns.length, t)),
  };
}

function rowOf(line: CheckedLine, width: number, t: Translate): Row {
  const grave = gravest(line);
  const each = (say: (finding: Finding) => string): string | null =>
    line.findings.length === 0 ? null : line.findings.map(say).join("\n");
  return [
    line.line,
    ...Array.from({ length: width }, (_, at) => line.cells[at] ?? null),
    grave ? t(`severity_${grave}`) : t("draft_clean"),
    each(({ text, category }) => `${text || t("finding_absent")} · ${t(`category_${category}`)}`),
    each(({ basis }) => basis.map(({ law, article }) => `${law} ${article}`).join(t("list_comma"))),
    each(({ suggestions }) =>
      suggestions.map(({ kind, text }) => `${t(`suggestion_${kind}`)} ${text}`).join(t("list_comma")),
    ),
  ];
}
