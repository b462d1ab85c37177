import type { ReactNode } from "react";

export function PassphraseField(props: {
  label: string;
  value: string;
  hint?: string;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <label className="vault-field">
      <span>{props.label}</span>
      <input
        className="field"
        type="password"
        autoComplete="off"
        placeholder={props.hint}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
