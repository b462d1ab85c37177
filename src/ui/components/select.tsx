import type { ReactNode } from "react";

/** A labelled native select over a fixed set of values. */
export function Select<V extends string>(props: {
  label: string;
  hideLabel?: boolean;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
}): ReactNode {
  const { label, hideLabel = false, value, options, onChange } = props;
  return (
    <label className="select-row">
      <span className={hideLabel ? "visually-hidden" : "soft"}>{label}</span>
      <select className="select" value={value} onChange={(event) => onChange(event.target.value as V)}>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}
