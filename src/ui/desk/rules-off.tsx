import type { ReactNode } from "react";
import { useI18n } from "../i18n/context";
import { useRuleBook } from "./rule-book";

/** Says which rules of the user's packs took too long and are not asked any more; nothing while there are none. */
export function RulesOff({ rules }: { rules: readonly string[] }): ReactNode {
  const { t } = useI18n();
  const book = useRuleBook();
  const names = rules.map((id) => book?.ruleOf(id)?.rule.title ?? id).join(t("list_comma"));
  return <div role="status">{rules.length > 0 && <p className="notice">{t("rules_off", { rules: names })}</p>}</div>;
}
