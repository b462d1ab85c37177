import { type ReactNode, useRef } from "react";

/** A button that lets the user choose one file; the same file may be chosen again. */
export function FileButton(props: {
  label: string;
  accept: string;
  disabled?: boolean;
  onFile: (file: File) => void;
}): ReactNode {
  const { label, accept, disabled = false, onFile } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
