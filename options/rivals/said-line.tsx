import type { ReactNode } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import type { Said } from "./use-write";

/** What came of the last write, with a way back. */
export function SaidLine({ said }: { said: Said }): ReactNode {
  const { t } = useI18n();
  return (
    <p role="status" className="said">
      {said.text}
      {said.undo && (
        <button type="button" className="link-button" onClick={said.undo}>
          {t("undo")}
        </button>
      )}
    </p>
  );
}
