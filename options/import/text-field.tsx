import { type ReactNode, useId } from "react";

/** A labelled field in a row of a group. */
export function TextField(props: {
  label: string;
  value: string;
  hint?: string;
  required?: boolean;
  type?: "text" | "date";
  max?: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { label, value, hint, required = false, type = "text", max, onChange } = props;
  const id = useId();
  return (
    <label className="select-row">
      <span>
        {label}
        {hint && (
          <span id={id} className="soft hint">
            {hint}
          </span>
        )}
      </span>
      <input
        className="field"
        type={type}
        value={value}
        required={required}
        maxLength={200}
        {...(max === undefined ? {} : { max })}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
