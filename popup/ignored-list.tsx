import type { ReactNode } from "react";
import { findingKey } from "../src/compliance/finding-key";
import type { StoredDraft } from "../src/ledger/model";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";

/** What the user set aside for this draft, each once, with the way back. */
export function IgnoredList({ draft }: { draft: StoredDraft }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const aside = new Map((draft.setAside ?? []).map((finding) => [findingKey(finding), finding]));
  if (aside.size === 0) return null;
  const restore = (key: string): void => void source.send("ignore_finding", { tab: draft.tab, key, on: false });
  return (
    <details className="more">
      <summary>{t("finding_ignored_list", { n: aside.size })}</summary>
      <ul>
        {[...aside].map(([key, finding]) => (
          <li key={key} className="ignored">
            <span>
              {finding.text || t("finding_absent")} <span className="soft">{t(`category_${finding.category}`)}</span>
            </span>
            <button type="button" className="button" onClick={() => restore(key)}>
              {t("finding_restore")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
