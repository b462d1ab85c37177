/** Lists of numbers in one array: list n is `items[starts[n]]`..`items[starts[n + 1] - 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Puts item i on list `owners[i]`, in order. */
export function listsOf(count: number, owners: readonly number[], items: readonly number[]): Lists {
  const starts = new Int32Array(count + 1);
  for (const owner of owners) starts[owner + 1] = (starts[owner + 1] ?? 0) + 1;
  for (let list = 0; list < count; list++) starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0);
  const filled = starts.slice();
  const sorted = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const owner = owners[i] ?? 0;
    const at = filled[owner] ?? 0;
    sorted[at] = items[i] ?? 0;
    filled[owner] = at + 1;
  }
  return { starts, items: sorted };
}

/**
 * From literals to the expressions they wake, in flat arrays: a sentence has thousands of literals and most wake nothing.
 * A way is one of the ways in which an expression can match; it wakes the expression when each of its sets was met.
 */
export interface Wakes {
  /** Rules whose term a word is. */
  readonly rulesOfWord: Lists;
  /** Sets that a word is of. */
  readonly setsOfWord: Lists;
  /** Ways that need a set. */
  readonly waysOfSet: Lists;
  /** By way: how many sets it needs, and its expression. */
  readonly needs: Int32Array;
  readonly expressions: Int32Array;
}
