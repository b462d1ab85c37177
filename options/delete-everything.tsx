import { type FormEvent, type ReactNode, useState } from "react";
import { stopReachingAll } from "../src/browser/reach";
import { focusOnMount } from "../src/ui/components/focus";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/messages";
import { clearBeside, leftovers } from "./leftovers";

/** Deletes the store after the user typed the word asked for; says what happened. */
export function DeleteEverything(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const [status, setStatus] = useState("");
  const word = t("delete_word");
  const cleared = async (): Promise<string> => {
    await clearBeside();
    await stopReachingAll();
    const left = await leftovers();
    const isClean = left.rows + left.entries + left.caches === 0;
    return t(isClean ? "delete_done" : "delete_left", { ...left });
  };
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (typed.trim() !== word) return;
    const answer = await source.send("delete_everything", {});
    setStatus(answer.ok ? await cleared() : failureText(answer.error, t));
    setAsking(false);
    setTyped("");
  };
  return (
    <section>
      <h3>{t("delete_title")}</h3>
      <p className="soft">{t("delete_hint")}</p>
      {!asking && (
        <button
          type="button"
          className="button button-danger"
          onClick={() => {
            setAsking(true);
            setStatus("");
          }}
        >
          {t("delete_start")}
        </button>
      )}
      {asking && (
        <form className="confirm" onSubmit={(event) => void act(event)}>
          <label>
            <span>{t("delete_confirm", { word })}</span>
            <input
              className="field"
              type="text"
              autoComplete="off"
              value={typed}
              ref={focusOnMount}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <p className="actions">
            <button type="submit" className="button button-danger" disabled={typed.trim() !== word}>
              {t("delete_act")}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t("cancel")}
            </button>
          </p>
        </form>
      )}
      <p role="status">{status}</p>
    </section>
  );
}
