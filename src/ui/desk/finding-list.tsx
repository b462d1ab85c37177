import type { ReactNode } from "react";
import { type Finding, SEVERITIES } from "../../compliance/finding";
import { useI18n } from "../i18n/context";
import { type FindingActions, FindingItem } from "./finding-item";
import { useRuleBook } from "./rule-book";
import { SEVERITY_ICON, SeverityBadge } from "./severity-badge";

interface Props {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly actions: FindingActions;
}

/** Findings of a text by gravity. */
export function FindingList({ findings, text, actions }: Props): ReactNode {
  const { t } = useI18n();
  const book = useRuleBook();
  return SEVERITIES.map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    return group.length === 0 ? null : (
      <section key={severity}>
        <h2 className="section-name">
          <SeverityBadge severity={severity} icon={SEVERITY_ICON[severity]} /> {t("count_items", { n: group.length })}
        </h2>
        <ul className="rows">
          {group.map((finding) => (
            <FindingItem
              key={`${finding.rule}:${finding.start}`}
              finding={finding}
              text={text}
              placed={book?.ruleOf(finding.rule) ?? null}
              actions={actions}
            />
          ))}
        </ul>
      </section>
    );
  });
}
