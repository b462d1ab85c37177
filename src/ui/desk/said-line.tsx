import { type ReactNode, useRef } from "react";
import type { Said } from "../data/use-said";
import { useI18n } from "../i18n/context";

/** What was just decided, with the way back. Always there, so that a screen reader hears the change. */
export function SaidLine({ said }: { said: Said | null }): ReactNode {
  const { t } = useI18n();
  const line = useRef<HTMLDivElement>(null);
  const undo = (): void => {
    // The button leaves once it has done its work; the keyboard's place does not leave with it.
    line.current?.focus({ preventScroll: true });
    void said?.undo?.();
  };
  return (
    <div role="status" ref={line} tabIndex={-1} className={said ? "said" : ""}>
      {said && (
        <>
          <span>{said.text}</span>
          {said.undo && (
            <button type="button" className="button" onClick={undo}>
              {t("undo")}
            </button>
          )}
        </>
      )}
    </div>
  );
}
