import { useCallback, useEffect, useState } from "react";
import type { LockAct } from "../../messaging/protocol";
import type { LockView } from "../../vault/lock/lock-view";
import { useSource } from "../data/source";
import { useI18n } from "../i18n/context";
import { failureText } from "../i18n/messages";

const AGAIN_MS = 1_000;

/** The lock as the worker sees it, asked for again while it changes, and what the user does with it. */
export function useLockView() {
  const { t } = useI18n();
  const source = useSource();
  const [view, setView] = useState<LockView | null>(null);
  const [failure, setFailure] = useState("");
  const [isBusy, setBusy] = useState(false);
  const ask = useCallback(
    async (act: LockAct): Promise<LockView | null> => {
      const answer = await source.send("lock", act);
      if (answer.ok) setView(answer.value);
      setFailure(answer.ok ? "" : failureText(answer.error, t));
      return answer.ok ? answer.value : null;
    },
    [source, t],
  );
  const act = useCallback(
    async (asked: LockAct): Promise<LockView | null> => {
      setBusy(true);
      return ask(asked).finally(() => setBusy(false));
    },
    [ask],
  );
  const isMoving = view !== null && (view.part !== null || view.waitMs > 0);
  useEffect(() => {
    if (view !== null && !isMoving) return;
    const timer = setTimeout(() => void ask({ act: "state" }), view === null ? 0 : AGAIN_MS);
    return () => clearTimeout(timer);
  }, [view, isMoving, ask]);
  return { view, failure, isBusy, act };
}

/** What the last try says, in words; empty where there is nothing to say. */
export function useRefusal(view: LockView | null): string {
  const { t } = useI18n();
  const seconds = Math.ceil((view?.waitMs ?? 0) / 1_000);
  if (seconds > 0) return t("lock_wait", { n: seconds });
  return view?.refused === "wrong" ? t("lock_wrong") : view?.refused === "short" ? t("lock_short") : "";
}
