import { useCallback, useState } from "react";
import { keepChoice, kept } from "./kept";

/** A choice of view (a tab, an account) that outlives the popup. It is no observation, so it lives beside the store. */
export function useKept(name: string): [string | null, (value: string) => void] {
  const [value, setValue] = useState(() => kept(name));
  const keep = useCallback(
    (next: string) => {
      keepChoice(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, keep];
}
