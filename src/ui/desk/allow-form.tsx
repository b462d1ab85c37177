import { type FormEvent, type ReactNode, useId, useState } from "react";
import { phraseFault } from "../../compliance/own/own-rules";
import { focusOnMount } from "../components/focus";
import { useI18n } from "../i18n/context";

/** Asks for the whole phrase in which a hit is to be let pass. */
export function AllowForm(props: { hit: string; onAllow: (phrase: string) => void; onClose: () => void }): ReactNode {
  const { hit, onAllow, onClose } = props;
  const { t } = useI18n();
  const id = useId();
  const [phrase, setPhrase] = useState(hit);
  const [fault, setFault] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = phraseFault(phrase);
    if (wrong) setFault(t(`phrase_${wrong}`));
    else if (!phrase.includes(hit)) setFault(t("allow_must_hold", { text: hit }));
    else onAllow(phrase.trim());
  };
  return (
    <form
      className="desk-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        // Closes what is innermost, not the whole popup with what was typed.
        event.stopPropagation();
        onClose();
      }}
    >
      <label htmlFor={id}>{t("allow_label")}</label>
      <input
        id={id}
        className="field"
        type="text"
        autoComplete="off"
        value={phrase}
        ref={focusOnMount}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setPhrase(event.target.value)}
      />
      <p id={`${id}-hint`} className="soft">
        {t("allow_hint", { text: hit })}
      </p>
      <p role="alert">{fault}</p>
      <p className="actions">
        <button type="submit" className="button button-main">
          {t("save")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </p>
    </form>
  );
}
