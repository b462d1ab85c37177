import type { ReactNode } from "react";
import { SEVERITIES } from "../src/compliance/finding";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { matches } from "../src/ui/components/find-field";
import { Trouble } from "../src/ui/components/trouble";
import { useDraft } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import { FindingItem } from "./finding-item";
import { ScopeForm } from "./scope-form";
import { SEVERITY_ICON, SeverityBadge } from "./severity-badge";

export function ComplianceTab({ tab, find }: { tab: number | null; find: string }): ReactNode {
  const { t } = useI18n();
  const { data: draft, isPending, error, refetch } = useDraft(tab);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (isPending) return null;
  if (!draft)
    return (
      <Empty title={t("draft_none")}>
        <p className="soft">{t("draft_none_hint")}</p>
        <ConsoleLinks />
      </Empty>
    );
  const found = draft.findings.filter((finding) =>
    matches(find, finding.text, t(`category_${finding.category}`), ...finding.basis.map((each) => each.law)),
  );
  return (
    <>
      <ScopeForm draft={draft} />
      {draft.findings.length === 0 && (
        <Empty title={t(draft.text.trim() === "" ? "draft_empty" : "draft_clean")}>
          <p className="soft">{t(draft.text.trim() === "" ? "draft_empty_hint" : "draft_clean_hint")}</p>
        </Empty>
      )}
      {draft.findings.length > 0 && found.length === 0 && (
        <p className="empty soft">{t("find_nothing", { text: find })}</p>
      )}
      {SEVERITIES.map((severity) => {
        const group = found.filter((finding) => finding.severity === severity);
        return group.length === 0 ? null : (
          <section key={severity}>
            <h2 className="section-name">
              <SeverityBadge severity={severity} icon={SEVERITY_ICON[severity]} />{" "}
              {t("count_items", { n: group.length })}
            </h2>
            <ul className="rows">
              {group.map((finding) => (
                <FindingItem key={`${finding.rule}:${finding.start}`} finding={finding} text={draft.text} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="disclaimer soft">{t("disclaimer")}</p>
    </>
  );
}
