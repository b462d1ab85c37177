import type { RegexNode } from "./regex-tree";

/**
 * An upper estimate of the ways in which an expression can try one place of a sentence: a bomb such as (a+)+$ has
 * astronomically many, an honest rule a few hundred thousand at the most. Sentences are at most some 400 characters, so
 * a bound here bounds the time of every rule, also of packs that strangers wrote.
 */
export const MOST_WAYS = 5e6;

/** An open repetition counts as this many: the sentence's length, less what realistic text leaves unmatched. */
const OPEN = 100;

/** Words of a list that begin one another; more are rare. */
const WORDS = 2;

export function waysToMatch(node: RegexNode): number {
  switch (node.kind) {
    case "text":
    case "class":
    case "empty":
      return 1;
    case "texts":
      return ofChoice(node.texts.map((text) => ({ kind: "text", text })));
    case "words":
      return WORDS;
    case "around": {
      // Once it holds it is not tried again in another way.
      const inner = waysToMatch(node.item);
      return inner > MOST_WAYS ? inner : 1;
    }
    case "sequence":
      return node.items.reduce((ways, item) => ways * waysToMatch(item), 1);
    case "choice":
      return ofChoice(node.options);
    case "repeat":
      return ofRepeat(waysToMatch(node.item), node.min, Math.min(node.max, OPEN));
  }
}

function ofRepeat(inner: number, min: number, max: number): number {
  if (inner <= 1) return max - Math.min(min, max) + 1;
  let ways = 0;
  for (let times = min; times <= max && ways <= MOST_WAYS; times++) ways += inner ** times;
  return ways;
}

/** Options that begin with different characters exclude one another; the rest may match side by side. */
function ofChoice(options: readonly RegexNode[]): number {
  const byFirst = new Map<string, number>();
  let loose = 0;
  for (const option of options) {
    const first = firstCharacter(option);
    if (first === null) loose += waysToMatch(option);
    else byFirst.set(first, (byFirst.get(first) ?? 0) + waysToMatch(option));
  }
  return loose + Math.max(0, ...byFirst.values());
}

function firstCharacter(node: RegexNode): string | null {
  if (node.kind === "text") return node.text === "" ? null : String.fromCodePoint(node.text.codePointAt(0) ?? 0);
  if (node.kind === "sequence") return node.items[0] ? firstCharacter(node.items[0]) : null;
  return node.kind === "choice" && node.options.length === 1 && node.options[0]
    ? firstCharacter(node.options[0])
    : null;
}
