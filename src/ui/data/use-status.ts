import { useCallback, useState } from "react";
import type { Answer, Kind } from "../../messaging/protocol";
import { useI18n } from "../i18n/context";
import { failureText } from "../i18n/messages";

/** What was just decided, in words, and the way back; `undo` is null once there is none. */
export interface Status {
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
}

type Request = () => Promise<Answer<Kind>>;

/** Does what the user decided, says what came of it, and keeps the way back. */
export function useStatus() {
  const { t } = useI18n();
  const [status, setStatus] = useState<Status | null>(null);
  const showStatus = useCallback((text: string): void => setStatus({ text, undo: null }), []);
  const act = useCallback(
    async (there: Request, back: Request | null, text: string): Promise<boolean> => {
      // What it does may show on the page before its answer comes: the way back of what was decided before must not
      // be there then, to be taken for this one's.
      setStatus((before) => before && { ...before, undo: null });
      const done = await there();
      if (!done.ok) {
        showStatus(failureText(done.error, t));
        return false;
      }
      const undo = async (): Promise<void> => {
        const undone = await back?.();
        showStatus(undone && !undone.ok ? failureText(undone.error, t) : t("undone"));
      };
      setStatus({ text, undo: back && undo });
      return true;
    },
    [showStatus, t],
  );
  return { status, showStatus, act };
}
