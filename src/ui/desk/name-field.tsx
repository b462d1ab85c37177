import { type ReactNode, useId } from "react";
import type { NoteKinds } from "../../ledger/note-kinds";
import { useI18n } from "../i18n/context";
import { useNames } from "./use-review";

/** Who acts: a name typed or one of those before. There are no accounts. */
export function NameField(props: {
  part: NoteKinds["reviewer"]["role"];
  value: string;
  onChange: (name: string) => void;
}): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const names = useNames(props.part);
  return (
    <div>
      <label htmlFor={id} className="soft">
        {t("review_by")}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        autoComplete="off"
        maxLength={100}
        list={`${id}-names`}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
