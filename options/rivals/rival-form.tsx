import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { RivalKinds } from "../../src/ledger/rival-kinds";
import type { Rival } from "../../src/ledger/rivals";
import { useI18n } from "../../src/ui/i18n/context";

type Words = Pick<RivalKinds["rival"], "label" | "group" | "remark">;

/** What the user calls an entry, where it belongs and what there is to say of it. */
export function RivalForm(props: {
  rival: Rival;
  groups: readonly string[];
  others: readonly Rival[];
  onSave: (words: Words) => void;
  onMerge: (into: string) => void;
  onSplit: () => void;
}): ReactNode {
  const { rival, groups, others } = props;
  const { t } = useI18n();
  const id = useId();
  const [words, setWords] = useState({
    label: rival.label ?? "",
    group: rival.group ?? "",
    remark: rival.remark ?? "",
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
    props.onSave({ label: orNull(words.label), group: orNull(words.group), remark: orNull(words.remark) });
  };
  const field = (key: keyof typeof words) => ({
    id: `${id}-${key}`,
    className: "field",
    value: words[key],
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [key]: event.target.value }),
  });
  return (
    <form className="rival-form" onSubmit={save}>
      <label htmlFor={`${id}-label`}>{t("watch_label")}</label>
      <input {...field("label")} maxLength={200} placeholder={rival.name} />
      <label htmlFor={`${id}-group`}>{t("watch_group")}</label>
      <input {...field("group")} maxLength={60} list={`${id}-groups`} />
      <datalist id={`${id}-groups`}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <label htmlFor={`${id}-remark`}>{t("watch_remark")}</label>
      <textarea {...field("remark")} maxLength={2_000} rows={3} />
      {others.length > 0 && (
        <>
          <label htmlFor={`${id}-merge`}>{t("watch_merge")}</label>
          <select
            id={`${id}-merge`}
            className="select"
            value=""
            onChange={(event) => event.target.value !== "" && props.onMerge(event.target.value)}
          >
            <option value="">{t("watch_merge_none")}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
        </>
      )}
      <div className="actions">
        <button type="submit" className="button button-main">
          {t("watch_save")}
        </button>
        {rival.keys.length > 1 && (
          <button type="button" className="button" onClick={props.onSplit}>
            {t("watch_split", { n: rival.keys.length - 1 })}
          </button>
        )}
      </div>
    </form>
  );
}
