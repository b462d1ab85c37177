import type { ReactNode } from "react";
import type { Said } from "../data/use-said";
import { useI18n } from "../i18n/context";

/** What was just decided, with the way back. Always there, so that a screen reader hears the change. */
export function SaidLine({ said }: { said: Said | null }): ReactNode {
  const { t } = useI18n();
  return (
    <div role="status" className={said ? "said" : ""}>
      {said && (
        <>
          <span>{said.text}</span>
          {said.undo && (
            <button type="button" className="button" onClick={() => void said.undo?.()}>
              {t("undo")}
            </button>
          )}
        </>
      )}
    </div>
  );
}
