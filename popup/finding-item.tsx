import type { ReactNode } from "react";
import type { Citation, Finding } from "../src/compliance/finding";
import { CopyButton } from "../src/ui/components/copy-button";
import { useI18n } from "../src/ui/i18n/context";
import { sliceInContext } from "./slice-in-context";

const cite = (each: Citation): string => `${each.law} ${each.article}`;

/** One risk: the words in their place, what kind it is, the law under it, what to have at hand, what to write instead. */
export function FindingItem({ finding, text }: { finding: Finding; text: string }): ReactNode {
  const { t } = useI18n();
  const slice = sliceInContext(text, finding.start, finding.end);
  return (
    <li className="finding">
      <p className="finding-text">
        {slice ? (
          <>
            {slice.before}
            <mark>{slice.marked}</mark>
            {slice.after}
          </>
        ) : (
          t("finding_absent")
        )}
      </p>
      <p>
        <span className="strong">{t(`category_${finding.category}`)}</span>
        {finding.evasion && (
          <span className="soft"> · {t("finding_evasion", { how: t(`evasion_${finding.evasion}`) })}</span>
        )}
      </p>
      <p className="soft">{t("finding_basis", { basis: finding.basis.map(cite).join(t("list_comma")) })}</p>
      {finding.exemption && <p className="soft">{t("finding_exemption", { clause: cite(finding.exemption) })}</p>}
      {finding.suggestions.map((suggestion) => (
        <div key={suggestion.kind + suggestion.text} className="suggestion">
          <p>
            <span className="soft">{t(`suggestion_${suggestion.kind}`)}</span> {suggestion.text}
          </p>
          {(suggestion.kind === "rewrite" || suggestion.kind === "add_label") && <CopyButton text={suggestion.text} />}
        </div>
      ))}
    </li>
  );
}
