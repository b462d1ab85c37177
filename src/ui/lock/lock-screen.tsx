import { type FormEvent, type ReactNode, useState } from "react";
import { focusOnMount } from "../components/focus";
import { Icon } from "../components/icon";
import { useSource } from "../data/source";
import { useI18n } from "../i18n/context";
import { useLockView, useRefusal } from "./use-lock-view";
import "./lock-screen.css";

/** All that a view shows of a locked store. Unlocking begins every page anew. */
export default function LockScreen({ forgot }: { forgot?: ReactNode }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const { view, failure, isBusy, act } = useLockView();
  const refusal = useRefusal(view);
  const [passphrase, setPassphrase] = useState("");
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === "") return;
    await act({ act: "unlock", passphrase });
    setPassphrase("");
  };
  const isChanging = view !== null && view.part !== null;
  return (
    <main className="lock-screen">
      <Icon name="lock" />
      <h1>{t(isChanging ? `lock_${view.state === "sealing" ? "sealing" : "unsealing"}` : "lock_locked")}</h1>
      {isChanging ? (
        <p className="lock-part">
          <progress max={1} value={view.part ?? 0} aria-label={t("lock_part")} />
          <span>{Math.round((view.part ?? 0) * 100)}%</span>
        </p>
      ) : (
        <form onSubmit={(event) => void unlock(event)}>
          <label>
            <span>{t("lock_passphrase")}</span>
            <input
              className="field"
              type="password"
              autoComplete="off"
              value={passphrase}
              ref={focusOnMount}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          </label>
          <button
            type="submit"
            className="button button-main"
            disabled={isBusy || passphrase === "" || (view?.waitMs ?? 0) > 0}
          >
            {t(isBusy ? "lock_trying" : "lock_unlock")}
          </button>
        </form>
      )}
      <p role="status" className="lock-status">
        {refusal || failure}
      </p>
      <p className="soft">{t(view?.waiting ? "lock_waiting" : "lock_goes_on", { n: view?.waiting ?? 0 })}</p>
      {!isChanging && (
        <details>
          <summary>{t("lock_forgot")}</summary>
          <p className="soft">{t("lock_forgot_ways")}</p>
          {forgot ?? (
            <button type="button" className="button" onClick={() => source.openOptions("data")}>
              {t("lock_open_options")}
            </button>
          )}
        </details>
      )}
    </main>
  );
}
