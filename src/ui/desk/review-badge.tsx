import type { ReactNode } from "react";
import type { CaseState } from "../../operations/reviews/case";
import { Icon, type IconName } from "../components/icon";
import { useI18n } from "../i18n/context";

const LOOK: Record<CaseState, readonly [IconName, string]> = {
  human: ["clock", "info"],
  legal: ["clock", "info"],
  evidence: ["evidence", "evidence"],
  returned: ["block", "block"],
  passed: ["check", "good"],
  accepted: ["check", "good"],
  rejected: ["block", "block"],
};

/** Where a review stands, by icon and word. */
export function ReviewBadge({ state }: { state: CaseState }): ReactNode {
  const { t } = useI18n();
  const [icon, tone] = LOOK[state];
  return (
    <span className={`severity severity-${tone}`}>
      <Icon name={icon} />
      {t(`review_state_${state}`)}
    </span>
  );
}
