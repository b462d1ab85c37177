import { type ReactNode, useRef } from "react";
import type { Status } from "../data/use-status";
import { useI18n } from "../i18n/context";

/** What was just decided, with the way back. Always there, so that a screen reader hears the change. */
export function StatusLine({ status }: { status: Status | null }): ReactNode {
  const { t } = useI18n();
  const line = useRef<HTMLDivElement>(null);
  const undo = (): void => {
    // The button leaves once it has done its work; the keyboard's place does not leave with it.
    line.current?.focus({ preventScroll: true });
    void status?.undo?.();
  };
  return (
    <div role="status" ref={line} tabIndex={-1} className={status ? "status-line" : ""}>
      {status && (
        <>
          <span>{status.text}</span>
          {status.undo && (
            <button type="button" className="button" onClick={undo}>
              {t("undo")}
            </button>
          )}
        </>
      )}
    </div>
  );
}
