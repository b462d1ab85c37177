import { useState } from "react";

const values = new Map<string, unknown>();

/** State that is there again when its section is come back to, as what was typed and not saved; it goes with the page. */
export function useOutliving<T>(name: string, start: T): [T, (next: (before: T) => T) => void] {
  const [value, setValue] = useState(() => (values.has(name) ? (values.get(name) as T) : start));
  const set = (next: (before: T) => T): void => {
    const after = next(values.has(name) ? (values.get(name) as T) : start);
    values.set(name, after);
    setValue(() => after);
  };
  return [value, set];
}
