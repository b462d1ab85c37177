import type { Checker } from "../src/compliance/checker";

/** Milliseconds: a slice is short beside the way from a key to its mark, and most of the time is left to what users do. */
const SLICE = 6;
const PAUSE = 40;

/** Reads the rules of a new checker slice by slice, once the check that it was built for is through. */
export function readAhead(checker: Pick<Checker, "readAhead">): void {
  const slice = (): void => {
    const end = performance.now() + SLICE;
    while (checker.readAhead())
      if (performance.now() >= end) {
        setTimeout(slice, PAUSE);
        return;
      }
  };
  setTimeout(slice, PAUSE);
}
