import type { Finding } from "../../../src/compliance/finding";
import type { Translate } from "../../../src/ui/i18n/messages";
import type { Cell, Column, Row, Table } from "../../../src/ui/tables/table";
import { type CheckedLine, findingsOf, gravest } from "./check-lines";
import { columnName } from "./column-name";

const ADDED = ["batch_verdict", "batch_words", "batch_law", "batch_advice"] as const;
const text = (title: string): Column => ({ title, kind: "text" });

/**
 * The file as it came, with what was found beside each line. Where `checked` are several columns, the line's own verdict
 * comes first and then what was found in each of them, under titles that name it.
 */
export function batchTable(
  columns: readonly string[],
  checked: readonly number[],
  lines: readonly CheckedLine[],
  t: Translate,
): Table {
  const own = columns.map((title) => text(title || t("copy_text")));
  const isOne = checked.length === 1;
  const added = checked.flatMap((at) =>
    ADDED.map((key) =>
      text(isOne ? t(key) : t("batch_of_column", { column: columnName(columns, at, t), what: t(key) })),
    ),
  );
  return {
    name: t("section_copy"),
    columns: [
      { title: t("batch_line"), kind: "count" },
      ...own,
      ...(isOne ? [] : [text(t("batch_verdict"))]),
      ...added,
    ],
    rows: lines.map(
      (line): Row => [
        line.line,
        ...columns.map((_, at) => line.cells[at] ?? null),
        ...(isOne ? [] : [verdict(findingsOf(line), t)]),
        ...line.checked.flatMap(({ findings }) => findingCells(findings, t)),
      ],
    ),
  };
}

function verdict(findings: readonly Finding[], t: Translate): string {
  const grave = gravest(findings);
  return grave ? t(`severity_${grave}`) : t("draft_clean");
}

/** The cells of {@link ADDED}, a line in each for each finding. */
function findingCells(findings: readonly Finding[], t: Translate): readonly Cell[] {
  const each = (say: (finding: Finding) => string): string | null =>
    findings.length === 0 ? null : findings.map(say).join("\n");
  return [
    verdict(findings, t),
    each(({ text: words, category }) => `${words || t("finding_absent")} · ${t(`category_${category}`)}`),
    each(({ basis }) => basis.map(({ law, article }) => `${law} ${article}`).join(t("list_comma"))),
    each(({ suggestions }) =>
      suggestions.map(({ kind, text: advice }) => `${t(`suggestion_${kind}`)} ${advice}`).join(t("list_comma")),
    ),
  ];
}
