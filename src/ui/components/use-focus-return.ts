import { type RefObject, useEffect, useRef } from "react";

/**
 * For a button whose place something else takes while `isAway`: the keyboard's place comes back with it. With
 * `onlyIfLost` not when the user has gone elsewhere meanwhile.
 */
export function useFocusReturn(isAway: boolean, { onlyIfLost = false } = {}): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (wasAway.current && !isAway && (isLost || !onlyIfLost)) button.current?.focus();
    wasAway.current = isAway;
  }, [isAway, onlyIfLost]);
  return button;
}
