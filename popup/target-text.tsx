import type { ReactNode } from "react";
import type { Unit } from "../src/console/observation";
import { Icon } from "../src/ui/components/icon";
import type { CardTarget } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

const SIGN = { ">": ">", ">=": "≥", "<": "<", "<=": "≤" } as const;

/** The playbook's guide for the number above, with its section; met or not in words. */
export function TargetText({ target, unit }: { target: CardTarget; unit: Unit }): ReactNode {
  const { t, format } = useI18n();
  const goal = `${SIGN[target.comparison]} ${format.number(target.value, unit)}`;
  const key = target.content
    ? "target_content"
    : target.met === null
      ? "target"
      : target.met
        ? "target_met"
        : "target_not_met";
  return (
    <p className="target">
      {target.met === true && <Icon name="check" />}
      <span>{t(key, { goal, section: target.section, content: target.content ?? "" })}</span>
    </p>
  );
}
