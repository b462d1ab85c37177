import { type FormEvent, type ReactNode, useState } from "react";
import { phraseFault } from "../../src/compliance/own/own-rules";
import { useNotes } from "../../src/ui/data/queries";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";

export function AllowedPhrases({ decisions }: { decisions: Decisions }): ReactNode {
  const { t } = useI18n();
  const notes = useNotes("allow_phrase").data;
  const [phrase, setPhrase] = useState("");
  const [fault, setFault] = useState("");
  if (!notes) return null;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = phraseFault(phrase);
    setFault(wrong ? t(`phrase_${wrong}`) : "");
    if (wrong) return;
    decisions.allow(phrase.trim());
    setPhrase("");
  };
  const remove = (id: string, reason: string): void =>
    decisions.decide(
      [{ kind: "allow_phrase", id, fields: null }],
      [{ kind: "allow_phrase", id, fields: { reason } }],
      t("phrase_removed", { phrase: id }),
    );
  return (
    <>
      <p className="soft">{t("allowed_hint")}</p>
      {notes.length > 0 && (
        <ul className="group">
          {notes.map(({ id, value }) => (
            <li key={id} className="setting">
              <p>{id}</p>
              <button
                type="button"
                className="button"
                aria-label={t("remove_what", { name: id })}
                onClick={() => remove(id, value.reason ?? "")}
              >
                {t("remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="one-line" onSubmit={add}>
        <input
          className="field"
          type="text"
          autoComplete="off"
          aria-label={t("allow_label")}
          placeholder={t("allow_label")}
          value={phrase}
          onChange={(event) => setPhrase(event.target.value)}
        />
        <button type="submit" className="button">
          {t("add")}
        </button>
      </form>
      <p role="alert" className="fault">
        {fault}
      </p>
    </>
  );
}
