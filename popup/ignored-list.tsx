import { type ReactNode, useRef } from "react";
import type { Finding } from "../src/compliance/finding";
import { findingKey } from "../src/compliance/finding-key";
import type { StoredDraft } from "../src/ledger/model";
import { useI18n } from "../src/ui/i18n/context";

/** What the user set aside for this draft, each once, with the way back. */
export function IgnoredList(props: { draft: StoredDraft; onRestore: (finding: Finding) => void }): ReactNode {
  const { draft, onRestore } = props;
  const { t } = useI18n();
  const summary = useRef<HTMLElement>(null);
  const aside = new Map((draft.setAside ?? []).map((finding) => [findingKey(finding), finding]));
  if (aside.size === 0) return null;
  const restore = (finding: Finding): void => {
    // The row leaves with its button; the list stays while there are others.
    summary.current?.focus();
    onRestore(finding);
  };
  return (
    <details className="more">
      <summary ref={summary}>{t("finding_ignored_list", { n: aside.size })}</summary>
      <ul>
        {[...aside].map(([key, finding]) => (
          <li key={key} className="ignored">
            <span>
              {finding.text || t("finding_absent")} <span className="soft">{t(`category_${finding.category}`)}</span>
            </span>
            <button type="button" className="button" onClick={() => restore(finding)}>
              {t("finding_restore")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
