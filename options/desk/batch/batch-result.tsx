import type { ReactNode } from "react";
import { SEVERITIES } from "../../../src/compliance/finding";
import { SEVERITY_ICON, SeverityBadge } from "../../../src/ui/desk/severity-badge";
import { useI18n } from "../../../src/ui/i18n/context";
import { type CheckedLine, gravest } from "./check-lines";

const SHOWN = 50;

/** How many lines of each gravity, the gravest of them, and the way to the whole as a workbook. */
export function BatchResult({ lines, onSave }: { lines: readonly CheckedLine[]; onSave: () => void }): ReactNode {
  const { t } = useI18n();
  const graves = lines.map((line) => ({ line, grave: gravest(line) }));
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
        {worst.map(({ line, grave }) => (
          <li key={line.line} className="step">
            <p>
              <span className="soft">{t("pack_fault_line", { line: line.line })}</span>{" "}
              {grave && <SeverityBadge severity={grave} icon={SEVERITY_ICON[grave]} />}{" "}
              {line.findings.map(({ text }) => text || t("finding_absent")).join(t("list_comma"))}
            </p>
            <p className="soft">{line.text.slice(0, 120)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
