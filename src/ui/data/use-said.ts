import { useCallback, useState } from "react";
import type { Answer, Kind } from "../../messaging/protocol";
import { useI18n } from "../i18n/context";
import { failureText } from "../i18n/failure";

/** What was just decided, in words, and the way back; `undo` is null once there is none. */
export interface Said {
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
}

type Request = () => Promise<Answer<Kind>>;

/** Does what the user decided, says what came of it, and keeps the way back. */
export function useSaid() {
  const { t } = useI18n();
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((text: string): void => setSaid({ text, undo: null }), []);
  const act = useCallback(
    async (there: Request, back: Request | null, text: string): Promise<boolean> => {
      // What it does may show on the page before its answer comes: the way back of what was decided before must not
      // be there then, to be taken for this one's.
      setSaid((before) => before && { ...before, undo: null });
      const done = await there();
      if (!done.ok) {
        say(failureText(done.error, t));
        return false;
      }
      const undo = async (): Promise<void> => {
        const undone = await back?.();
        say(undone && !undone.ok ? failureText(undone.error, t) : t("undone"));
      };
      setSaid({ text, undo: back && undo });
      return true;
    },
    [say, t],
  );
  return { said, say, act };
}
