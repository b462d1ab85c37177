import { type RefObject, useEffect, useRef } from "react";

/** As a ref: the field has the focus once, when it appears. Kept outside of components so that a redraw does not call it again. */
export const focusOnMount = (field: HTMLElement | null): void => field?.focus();

/**
 * For a button whose place something else takes while `isAway`: the keyboard's place comes back with it, unless the user
 * has gone elsewhere meanwhile.
 */
export function useFocusReturn<E extends HTMLElement = HTMLButtonElement>(isAway: boolean): RefObject<E | null> {
  const button = useRef<E>(null);
  useEffect(
    () => () => {
      if (isAway && document.activeElement === document.body) button.current?.focus();
    },
    [isAway],
  );
  return button;
}
