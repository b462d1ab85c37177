import { waysToWake } from "./literals";
import { parseRegex } from "./regex-tree";
import { type Names, templateOf } from "./source";
import { pairKey } from "./word-index";

/**
 * What a text must show before an expression is worth reading: reading one for its literals takes some tenths of a
 * millisecond, there are more than a thousand, and a draft needs few of them. Whatever an expression matches holds two
 * neighbours of its source, or of a list or fragment that it names, or one of its announcers: words of one or two UTF-16
 * units, a blank between them, which the build finds. Neighbours are found again without parsing, so they are not shipped.
 */
export type Announcers = string;

/**
 * Calls back for the key of every two neighbours in texts that are both beyond ASCII, which is the language of expressions,
 * with the number of the text.
 */
export function eachPair(texts: readonly string[], meet: (key: number, text: number) => void): void {
  for (let number = 0; number < texts.length; number++) {
    const text = texts[number] ?? "";
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (before > 0x7f && unit > 0x7f) meet(pairKey(before, unit), number);
      before = unit;
    }
  }
}

const NAMED = /\{[^\d}]/;

/** Calls back for each list or fragment that a source names, and for those that the fragment names. */
export function eachName(source: string, names: Names, meet: (name: string) => void): void {
  // Most name none.
  if (!NAMED.test(source)) return;
  for (const [, name = ""] of source.matchAll(/\{([^\d}][^}]*)\}/g)) {
    const fragment = names.fragments[name];
    if (fragment !== undefined) eachName(fragment, names, meet);
    if (fragment !== undefined || names.lists[name]) meet(name);
  }
}

/** The texts that a name stands for. */
export const textsOf = (name: string, { lists, fragments }: Names): readonly string[] =>
  lists[name] ?? [fragments[name] ?? ""];

/** The announcers of an expression; undefined where it may match without any. */
export function announcersOf(source: string, names: Names): Announcers | undefined {
  const texts = [source];
  eachName(source, names, (name) => texts.push(...textsOf(name, names)));
  const pairs = new Set<number>();
  eachPair(texts, (key) => pairs.add(key));
  const announcers = new Set<string>();
  for (const way of waysToWake(parseRegex(templateOf(source, names)))) {
    const [least] = way.map((set) => missing(set, pairs, announcers)).sort((a, b) => a.length - b.length);
    if (!least) return undefined;
    for (const announcer of least) announcers.add(announcer);
  }
  return [...announcers].join(" ");
}

/** What must be announced besides so that each literal of the set is. */
function missing(set: readonly string[], pairs: ReadonlySet<number>, announcers: ReadonlySet<string>): string[] {
  const more = new Set<string>();
  for (const literal of set) {
    const parts = pairsOf(literal);
    const isKnown = (part: string): boolean => pairs.has(keyOf(part)) || announcers.has(part) || more.has(part);
    if (!parts.some(isKnown)) more.add(parts[0] ?? literal);
  }
  return [...more];
}

/** The neighbours in a literal, none of them half of a character; a literal of one unit itself. */
const pairsOf = (literal: string): string[] =>
  literal.length < 2
    ? [literal]
    : Array.from({ length: literal.length - 1 }, (_, at) => literal.slice(at, at + 2)).filter(
        (pair) => !/\p{Surrogate}/u.test(pair),
      );

/** The key of an announcer: of one unit, as if nothing stood before it. */
export const keyOf = (announcer: string): number =>
  announcer.length === 1
    ? pairKey(0, announcer.charCodeAt(0))
    : pairKey(announcer.charCodeAt(0), announcer.charCodeAt(1));
