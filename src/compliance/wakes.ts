import type { Use } from "./compile";

/**
 * From literals to the expressions they wake, in flat arrays: a sentence has thousands of literals and most wake nothing.
 * A way is one of the ways in which an expression can match; it wakes the expression when each of its sets was met.
 */
export interface Wakes {
  /** Sets of word w: `sets[setsOf[w]]`..`sets[setsOf[w + 1] - 1]`. */
  readonly setsOf: Int32Array;
  readonly sets: Int32Array;
  /** Ways of set s, in the same manner. */
  readonly waysOf: Int32Array;
  readonly ways: Int32Array;
  /** By way: how many sets it needs, and its expression. */
  readonly needs: Int32Array;
  readonly expressions: Int32Array;
}

export interface Way {
  readonly expression: number;
  readonly sets: readonly number[];
}

export function flatten(uses: readonly Use[], ways: readonly Way[], setCount: number): Wakes {
  const bySet: number[][] = Array.from({ length: setCount }, () => []);
  ways.forEach(({ sets }, way) => {
    for (const set of new Set(sets)) bySet[set]?.push(way);
  });
  const words = pack(uses.map((use) => use.sets));
  const sets = pack(bySet);
  return {
    setsOf: words.starts,
    sets: words.items,
    waysOf: sets.starts,
    ways: sets.items,
    needs: Int32Array.from(ways, (way) => new Set(way.sets).size),
    expressions: Int32Array.from(ways, (way) => way.expression),
  };
}

function pack(lists: readonly (readonly number[])[]): { starts: Int32Array; items: Int32Array } {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  const items = new Int32Array(starts[lists.length] ?? 0);
  lists.forEach((list, i) => {
    items.set(list, starts[i] ?? 0);
  });
  return { starts, items };
}
