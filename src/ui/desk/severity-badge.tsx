import type { ReactNode } from "react";
import type { Severity } from "../../compliance/finding";
import { Icon, type IconName } from "../components/icon";
import { useI18n } from "../i18n/context";

export const SEVERITY_ICON: Record<Severity, IconName> = {
  block: "block",
  evidence: "evidence",
  warn: "warn",
  info: "info",
};

/** Gravity by icon and word; colour comes third. */
export function SeverityBadge({ severity, icon }: { severity: Severity; icon: IconName }): ReactNode {
  const { t } = useI18n();
  return (
    <span className={`severity severity-${severity}`}>
      <Icon name={icon} />
      {t(`severity_${severity}`)}
    </span>
  );
}
