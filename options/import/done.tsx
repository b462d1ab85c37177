import type { ReactNode } from "react";
import { focusOnMount } from "../../src/ui/components/focus";
import { useI18n } from "../../src/ui/i18n/context";
import type { Kept } from "./use-import";

/** What was kept. It can be undone in the list below. */
export function Done({ kept, onAgain }: { kept: Kept; onAgain: () => void }): ReactNode {
  const { t } = useI18n();
  const { readings = 0, known = 0 } = kept ?? {};
  return (
    <div className="done">
      <p role="status">
        {readings > 0 ? t("import_done", { n: readings }) : t("import_known_all")}
        {readings > 0 && known > 0 && ` ${t("import_known", { n: known })}`}
      </p>
      <button type="button" className="button" ref={focusOnMount} onClick={onAgain}>
        {t("import_again")}
      </button>
    </div>
  );
}
