import type { ReactNode } from "react";
import type { Unit } from "../../console/observation";
import type { CardTarget } from "../../metrics/kpi-card";
import { useI18n } from "../i18n/context";
import { Icon } from "./icon";

const SIGN = { ">": ">", ">=": "≥", "<": "<", "<=": "≤" } as const;

/** The playbook's guide for the number above, with its section; met or not in words. */
export function TargetText({ target, unit }: { target: CardTarget; unit: Unit }): ReactNode {
  const { t, format } = useI18n();
  const goal = `${SIGN[target.comparison]} ${format.number(target.value, unit)}`;
  const key = keyOf(target);
  return (
    <p className="target">
      {target.met === true && <Icon name="check" />}
      <span>{t(key, { goal, section: target.section, content: target.content ?? "" })}</span>
    </p>
  );
}

function keyOf({ section, content, met }: CardTarget) {
  if (section === "") return met === null ? "target_own_open" : met ? "target_own_met" : "target_own";
  if (content) return "target_content";
  return met === null ? "target" : met ? "target_met" : "target_not_met";
}
