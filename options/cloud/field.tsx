import type { ReactNode } from "react";

export function Field(props: {
  label: string;
  value: string;
  hint: string;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <label className="vault-field">
      <span>{props.label}</span>
      <input
        className="field"
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={props.hint}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
