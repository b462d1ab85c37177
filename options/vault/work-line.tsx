import type { ReactNode } from "react";
import { useFocusReturn } from "../../src/ui/components/focus";
import { useI18n } from "../../src/ui/i18n/context";
import type { Work } from "./use-work";

/** What is under way with a way to stop it, or how it ended. */
export function WorkLine({ work }: { work: Work }): ReactNode {
  const { t } = useI18n();
  const line = useFocusReturn<HTMLDivElement>(work.progress !== null);
  return (
    <div className="vault-work" role="status" ref={line} tabIndex={-1}>
      {work.progress === null ? (
        <p className={work.failed ? "vault-failed" : undefined}>{work.outcome}</p>
      ) : (
        <>
          <span>{work.progress}</span>
          <button type="button" className="button" onClick={work.cancel}>
            {t("cancel")}
          </button>
        </>
      )}
    </div>
  );
}
