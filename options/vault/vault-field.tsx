import type { ReactNode } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A line of text under its label: a bucket's name, a region. */
export const TextField = (props: FieldProps): ReactNode => <VaultField {...props} type="text" />;

/** The same for what nobody is to read over a shoulder. */
export const PassphraseField = (props: FieldProps): ReactNode => <VaultField {...props} type="password" />;

function VaultField({ label, value, hint, onChange, type }: FieldProps & { type: "text" | "password" }): ReactNode {
  return (
    <label className="vault-field">
      <span>{label}</span>
      <input
        className="field"
        type={type}
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
