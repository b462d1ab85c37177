import type { RegexNode } from "./regex-tree";

/**
 * Literals of which every match of the expression must contain at least one, or null where there are none. Found as in
 * RE2's prefilter: exact sets grow along a sequence until they would be too many, then the best set so far is kept.
 */
export function requiredLiterals(node: RegexNode): readonly string[] | null {
  const facts = factsOf(node);
  return facts.exact?.every((literal) => literal !== "") ? facts.exact : facts.required;
}

interface Facts {
  /** All strings the node matches, if few. */
  readonly exact: readonly string[] | null;
  readonly required: readonly string[] | null;
}

const MOST = 160;
const NOTHING: Facts = { exact: null, required: null };

function factsOf(node: RegexNode): Facts {
  switch (node.kind) {
    case "char":
      return { exact: [node.char], required: null };
    case "empty":
      return { exact: [""], required: null };
    case "class":
      return { exact: node.chars, required: null };
    case "sequence":
      return ofSequence(node.items);
    case "choice":
      return ofChoice(node.options.map(factsOf));
    case "repeat":
      return ofRepeat(factsOf(node.item), node.min, node.max);
  }
}

function ofChoice(options: readonly Facts[]): Facts {
  const exact = options.flatMap((option) => option.exact ?? []);
  if (options.every((option) => option.exact) && exact.length <= MOST)
    return { exact: [...new Set(exact)], required: null };
  const required = options.map(literals);
  return required.every((set) => set !== null) ? { exact: null, required: required.flat() } : NOTHING;
}

function ofRepeat(item: Facts, min: number, max: number): Facts {
  if (min === 0)
    return max === 1 && item.exact && item.exact.length < MOST
      ? { exact: ["", ...item.exact], required: null }
      : NOTHING;
  if (min === 1 && max === 1) return item;
  return { exact: null, required: literals(item) };
}

function ofSequence(items: readonly RegexNode[]): Facts {
  let running: readonly string[] = [""];
  let best: readonly string[] | null = null;
  let whole = true;
  const flush = (): void => {
    if (running.every((literal) => literal !== "")) best = better(best, running);
  };
  for (const item of items) {
    const facts = factsOf(item);
    if (facts.exact && facts.exact.length * running.length <= MOST) {
      const tails = facts.exact;
      running = running.flatMap((head) => tails.map((tail) => head + tail));
      continue;
    }
    flush();
    whole = false;
    if (facts.exact) running = facts.exact;
    else {
      best = better(best, facts.required);
      running = [""];
    }
  }
  if (whole) return { exact: [...new Set(running)], required: null };
  flush();
  return { exact: null, required: best };
}

const literals = (facts: Facts): readonly string[] | null =>
  facts.exact?.every((literal) => literal !== "") ? facts.exact : facts.required;

/** Longer shortest literal first, then fewer. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (!a || !b) return a ?? b;
  const shortest = (set: readonly string[]): number => Math.min(...set.map((literal) => literal.length));
  const gain = shortest(b) - shortest(a);
  return gain > 0 || (gain === 0 && b.length < a.length) ? b : a;
}
