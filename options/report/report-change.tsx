import type { ReactNode } from "react";
import type { ReportLine } from "../../src/metrics/week-report";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";
import { changeWords } from "./report-words";

/** The week against the one before, or why the two are not held against each other. */
export function ReportChange({ line }: { line: ReportLine }): ReactNode {
  const i18n = useI18n();
  const direction = line.change?.direction ?? "unknown";
  const hasDirection = direction === "up" || direction === "down";
  return (
    <span className={`delta delta-${direction}`}>
      <Icon name={line.before ? direction : "first"} />
      {hasDirection && <span className="visually-hidden">{i18n.t(`delta_${direction}`)}</span>}
      {changeWords(line, i18n)}
    </span>
  );
}
