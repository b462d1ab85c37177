import { type ReactNode, useId } from "react";

/** A switch with its name and what it does. */
export function SwitchRow(props: {
  name: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{props.name}</label>
        {props.hint && (
          <p className="soft" id={`${id}-hint`}>
            {props.hint}
          </p>
        )}
      </div>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        checked={props.checked}
        aria-checked={props.checked}
        disabled={props.disabled ?? false}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.target.checked)}
      />
    </div>
  );
}
