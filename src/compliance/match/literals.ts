import type { RegexNode } from "./regex-tree";

/**
 * The ways in which an expression can match, each with what it must contain (see requiredLiterals): one for each option of
 * an outer choice, since the options of a rule have little in common. A way without sets may match anywhere.
 */
export function waysToWake(node: RegexNode): readonly (readonly (readonly string[])[])[] {
  const options = outerOptions(node);
  return options.length > MOST_WAYS_TO_WAKE ? [requiredLiterals(node)] : options.map(requiredLiterals);
}

const MOST_WAYS_TO_WAKE = 64;

function outerOptions(node: RegexNode): readonly RegexNode[] {
  if (node.kind === "texts") return node.texts.map((text) => ({ kind: "text", text }));
  if (node.kind === "choice") return node.options.flatMap(outerOptions);
  if (node.kind !== "sequence") return [node];
  const said = node.items.filter((item) => item.kind !== "empty");
  return said.length === 1 && said[0] ? outerOptions(said[0]) : [node];
}

/**
 * What every match of an expression must contain: at least one literal of each set. Found as RE2's prefilter does it: exact
 * sets grow along a sequence until they would be too many, then they are kept as required and a new one begins. No sets
 * where nothing is required.
 */
export function requiredLiterals(node: RegexNode): readonly (readonly string[])[] {
  return mostTellingFirst(setsOf(factsOf(node))).slice(0, MOST_SETS);
}

interface Facts {
  /** All strings the node matches, if they are few. */
  readonly exact: readonly string[] | null;
  readonly sets: readonly (readonly string[])[];
}

const MOST_EXACT = 48;
/** Of a way. */
const MOST_SETS = 3;
/** A literal of so many characters announces a match as well as a longer one. */
const LONG_ENOUGH = 4;
const NOTHING: Facts = { exact: null, sets: [] };

/** Sets without a literal of one character first, then the smaller. */
function mostTellingFirst(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (sets.length < 2) return sets;
  return sets
    .map((set) => ({ set, short: set.some((literal) => literal.length < 2) ? 1 : 0 }))
    .sort((a, b) => a.short - b.short || a.set.length - b.set.length)
    .map(({ set }) => set);
}

const setsOf = ({ exact, sets }: Facts): readonly (readonly string[])[] =>
  exact && !exact.includes("") ? [...sets, exact] : sets;

function factsOf(node: RegexNode): Facts {
  switch (node.kind) {
    case "text":
      return ofText(node.text);
    case "texts":
      return ofTexts(node.texts);
    case "empty":
      return { exact: [""], sets: [] };
    case "class":
      return { exact: node.chars, sets: node.oneOf ? [node.oneOf] : [] };
    case "words":
      return { exact: null, sets: [node.words] };
    case "around":
      return { exact: [""], sets: setsOf(factsOf(node.item)) };
    case "sequence":
      return ofSequence(node.items);
    case "choice":
      return ofChoice(node.options.map(factsOf));
    case "repeat":
      return ofRepeat(factsOf(node.item), node.min, node.max);
  }
}

/** As ofChoice of each text's own facts, without making them: packs are thousands of such choices. */
function ofTexts(texts: readonly string[]): Facts {
  if (texts.length <= MOST_EXACT && texts.every((text) => text.length <= LONG_ENOUGH))
    return { exact: [...new Set(texts)], sets: [] };
  if (texts.includes("") || texts.some(hasSurrogate)) return ofChoice(texts.map(ofText));
  return { exact: null, sets: [[...new Set(texts.map((text) => text.slice(0, LONG_ENOUGH)))]] };
}

const hasSurrogate = (text: string): boolean => /[\ud800-\udfff]/.test(text);

function ofText(text: string): Facts {
  // The last character joins a head that is short enough, whatever its own length.
  return text.length <= LONG_ENOUGH ? { exact: [text], sets: [] } : ofSequence([{ kind: "text", text }]);
}

function ofChoice(options: readonly Facts[]): Facts {
  const exact = options.flatMap((option) => option.exact ?? []);
  if (options.every((option) => option.exact && option.sets.length === 0) && exact.length <= MOST_EXACT)
    return { exact: [...new Set(exact)], sets: [] };
  const best = options.map((option) => mostTellingFirst(setsOf(option))[0]);
  return best.every((set) => set !== undefined) ? { exact: null, sets: [[...new Set(best.flat())]] } : NOTHING;
}

function ofRepeat(item: Facts, min: number, max: number): Facts {
  if (min === 1 && max === 1) return item;
  if (min > 0) return { exact: null, sets: setsOf(item) };
  const few = max === 1 && item.exact && item.sets.length === 0 && item.exact.length < MOST_EXACT;
  return few ? { exact: ["", ...(item.exact ?? [])], sets: [] } : NOTHING;
}

function ofSequence(items: readonly RegexNode[]): Facts {
  const sets: (readonly string[])[] = [];
  let running: readonly string[] = [""];
  let whole = true;
  const append = (exact: readonly string[] | null): void => {
    const [only] = exact ?? [];
    if (exact && exact.length * running.length <= MOST_EXACT && running.every((head) => head.length < LONG_ENOUGH)) {
      const one = exact.length === 1 && only !== undefined;
      running = one ? running.map((head) => head + only) : running.flatMap((head) => exact.map((tail) => head + tail));
      return;
    }
    whole = false;
    if (!running.includes("")) sets.push(running);
    running = exact ?? [""];
  };
  for (const item of items) {
    if (item.kind === "text") {
      let rest = item.text;
      const [head] = running;
      // By far the commonest case: one string grows, and is long enough only with the last character.
      if (running.length === 1 && head !== undefined && !hasSurrogate(rest)) {
        const fits = rest.slice(0, Math.max(0, LONG_ENOUGH - head.length));
        running = [head + fits];
        rest = rest.slice(fits.length);
      }
      for (const character of rest) append([character]);
      continue;
    }
    const { exact, sets: required } = factsOf(item);
    sets.push(...required);
    append(exact);
  }
  if (whole) return { exact: [...new Set(running)], sets };
  if (!running.includes("")) sets.push(running);
  return { exact: null, sets };
}
