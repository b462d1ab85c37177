import type { ReactNode } from "react";
import type { ReportLine } from "../../src/metrics/week-report";
import { DirectionText } from "../../src/ui/components/direction-text";
import { useI18n } from "../../src/ui/i18n/context";
import { changeWords } from "./report-words";

/** The week against the one before, or why the two are not held against each other. */
export function ReportChange({ line }: { line: ReportLine }): ReactNode {
  const i18n = useI18n();
  const direction = line.change?.direction ?? "unknown";
  return (
    <DirectionText direction={direction} icon={line.before ? direction : "first"}>
      {changeWords(line, i18n)}
    </DirectionText>
  );
}
