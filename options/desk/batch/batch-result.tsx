import type { ReactNode } from "react";
import { SEVERITIES } from "../../../src/compliance/finding";
import { SEVERITY_ICON, SeverityBadge } from "../../../src/ui/desk/severity-badge";
import { useI18n } from "../../../src/ui/i18n/context";
import { type CheckedCell, type CheckedLine, findingsOf, gravest } from "./check-lines";
import { columnName } from "./column-name";

const SHOWN = 50;
const EXCERPT = 120;

interface Props {
  readonly columns: readonly string[];
  readonly lines: readonly CheckedLine[];
  readonly onSave: () => void;
}

/** How many lines of each gravity, the gravest of them, and the way to the whole as a workbook. */
export function BatchResult({ columns, lines, onSave }: Props): ReactNode {
  const { t } = useI18n();
  const graves = lines.map((line) => ({ line, grave: gravest(findingsOf(line)) }));
  const clean = graves.filter(({ grave }) => grave === null).length;
  const worst = SEVERITIES.flatMap((severity) => graves.filter(({ grave }) => grave === severity)).slice(0, SHOWN);
  return (
    <section aria-label={t("batch")}>
      <p className="copy-scope batch-sum">
        {SEVERITIES.map((severity) => (
          <span key={severity}>
            <SeverityBadge severity={severity} icon={SEVERITY_ICON[severity]} />{" "}
            {t("batch_lines", { n: graves.filter(({ grave }) => grave === severity).length })}
          </span>
        ))}
        <span className="soft">{t("batch_clean", { n: clean })}</span>
        <button type="button" className="button button-main" onClick={onSave}>
          {t("batch_save")}
        </button>
      </p>
      {worst.length < lines.length - clean && (
        <p className="soft">{t("batch_first", { n: worst.length, all: lines.length - clean })}</p>
      )}
      <ul className="group">
        {worst.map(({ line: { line, checked } }) => (
          <li key={line} className="step">
            {checked
              .filter(({ findings }) => findings.length > 0)
              .map((cell) => (
                <CellFindings
                  key={cell.column}
                  line={line}
                  name={checked.length > 1 ? columnName(columns, cell.column, t) : null}
                  cell={cell}
                />
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was found in one cell. `name`: of its column, where several are checked. */
function CellFindings({ line, name, cell }: { line: number; name: string | null; cell: CheckedCell }): ReactNode {
  const { t } = useI18n();
  const { text, findings } = cell;
  const grave = gravest(findings);
  return (
    <>
      <p>
        <span className="soft">
          {name === null ? t("file_fault_line", { line }) : t("batch_line_column", { line, column: name })}
        </span>{" "}
        {grave && <SeverityBadge severity={grave} icon={SEVERITY_ICON[grave]} />}{" "}
        {findings.map((finding) => finding.text || t("finding_absent")).join(t("list_comma"))}
      </p>
      <p className="soft">{text.slice(0, EXCERPT)}</p>
    </>
  );
}
