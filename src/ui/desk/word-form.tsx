import { type FormEvent, type ReactNode, useId, useState } from "react";
import { CATEGORIES, type Category, SEVERITIES, type Severity } from "../../compliance/finding";
import { type OwnWord, phraseFault } from "../../compliance/own/own-rules";
import { Select } from "../components/select";
import { useI18n } from "../i18n/context";

const EMPTY: OwnWord = { word: "", category: "custom", severity: "warn", reason: "", instead: "" };
const LONGEST = 200;

/** A word of the user's own, with what kind of risk it is and why. Custom comes first: most own words are. */
export function WordForm({ onAdd }: { onAdd: (word: OwnWord) => void }): ReactNode {
  const { t } = useI18n();
  const [draft, setDraft] = useState(EMPTY);
  const [fault, setFault] = useState("");
  const set = (part: Partial<OwnWord>): void => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = phraseFault(draft.word);
    setFault(wrong ? t(`phrase_${wrong}`) : "");
    if (wrong) return;
    const { word, reason, instead } = draft;
    onAdd({ ...draft, word: word.trim(), reason: reason.trim(), instead: instead.trim() });
    setDraft(EMPTY);
  };
  const categories: readonly Category[] = ["custom", ...CATEGORIES.filter((each) => each !== "custom")];
  return (
    <form className="desk-form" onSubmit={submit}>
      <Field label={t("word_label")} value={draft.word} onChange={(word) => set({ word })} />
      <div className="pair">
        <Select<Category>
          label={t("word_category")}
          value={draft.category}
          options={categories.map((value) => ({ value, label: t(`category_${value}`) }))}
          onChange={(category) => set({ category })}
        />
        <Select<Severity>
          label={t("word_severity")}
          value={draft.severity}
          options={SEVERITIES.map((value) => ({ value, label: t(`severity_${value}`) }))}
          onChange={(severity) => set({ severity })}
        />
      </div>
      <Field label={t("word_reason")} value={draft.reason} onChange={(reason) => set({ reason })} />
      <Field label={t("word_instead")} value={draft.instead} onChange={(instead) => set({ instead })} />
      <p role="alert">{fault}</p>
      <p className="actions">
        <button type="submit" className="button button-main">
          {t("save")}
        </button>
      </p>
    </form>
  );
}

function Field(props: { label: string; value: string; onChange: (value: string) => void }): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="soft">
        {props.label}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        autoComplete="off"
        maxLength={LONGEST}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
