import type { RegexNode } from "./regex-tree";

/**
 * An upper estimate of the ways in which an expression can try one place of a sentence: a bomb such as (a+)+$ has
 * astronomically many, an honest rule a few hundred thousand at the most. Sentences are at most some 400 characters, so
 * a bound here bounds the time of every rule, also of packs that strangers wrote.
 */
export const MOST_WAYS = 5e6;

/** An open repetition counts as this many: the sentence's length, less what realistic text leaves unmatched. */
const OPEN = 100;

export function waysToMatch(node: RegexNode): number {
  switch (node.kind) {
    case "char":
    case "class":
    case "empty":
      return 1;
    case "sequence":
      return node.items.reduce((ways, item) => ways * waysToMatch(item), 1);
    case "choice":
      return ofChoice(node.options);
    case "repeat": {
      const times = Math.min(node.max, OPEN);
      const inner = waysToMatch(node.item);
      const lengths = times - Math.min(node.min, times) + 1;
      return inner > 1 ? lengths * inner ** times : lengths;
    }
  }
}

/** Plain words exclude one another unless one begins another; anything else may match side by side. */
function ofChoice(options: readonly RegexNode[]): number {
  const words: string[] = [];
  let ways = 0;
  for (const option of options) {
    const word = plainWord(option);
    if (word === null) ways += waysToMatch(option);
    else words.push(word);
  }
  const chain = Math.max(0, ...words.map((word) => words.filter((other) => word.startsWith(other)).length));
  return ways + chain;
}

function plainWord(node: RegexNode): string | null {
  if (node.kind === "char") return node.char;
  if (node.kind !== "sequence") return null;
  const parts = node.items.map(plainWord);
  return parts.every((part) => part !== null) ? parts.join("") : null;
}
