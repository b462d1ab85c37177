import type { ReactNode } from "react";

export function PassphraseField(props: { label: string; value: string; onChange: (value: string) => void }): ReactNode {
  return (
    <label className="vault-field">
      <span>{props.label}</span>
      <input
        className="field"
        type="password"
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
