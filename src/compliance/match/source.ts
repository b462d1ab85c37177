import { isPlain, lightText } from "../text/views";
import { firstCharacters } from "./first-characters";
import { parseRegex } from "./regex-tree";

/** What `{name}` may stand for: the words of a list, or a fragment of source (which may itself name lists and fragments). */
export interface Names {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly fragments: Readonly<Record<string, string>>;
}

export const namesOf = (pack: { [Key in keyof Names]?: Names[Key] | undefined }): Names => ({
  lists: pack.lists ?? {},
  fragments: pack.fragments ?? {},
});

/** A literal as the normal view shows it. */
export const normalTerm = lightText;

/** What of a source is not itself in the normal view: lists, and characters that fold. Escapes and names are skipped. */
const TOKEN =
  /\\[pP]\{[^}]*\}|\\k<[^>]*>|\(\?<[A-Za-z][^>]*>|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\[\s\S]|\{[^}]*\}|[A-Z]+|[^\0-\x7f]+/gu;
const BRACED = /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\[\s\S]|\{[^}]*\}/gu;
const COUNT = /^\{\d+(,\d*)?\}$/;

/**
 * A regular expression of a pack, ready to match the normal view: letters lower-case and simplified, lists still apart.
 * A string is source, an array the words of a list.
 */
export type Template = readonly (string | readonly string[])[];

/** Reads a source with its `{name}`s. Throws on a name that the pack does not have, and on fragments within themselves. */
export function templateOf(source: string, names: Names, within: readonly string[] = []): Template {
  const parts: (string | readonly string[])[] = [];
  let plain = "";
  let at = 0;
  // Most sources are in the normal view as they stand, and only their names are to be seen to.
  const plainSource = isPlain(source);
  if (plainSource && !/\{[^\d]/.test(source)) return [source];
  for (const match of source.matchAll(plainSource ? BRACED : TOKEN)) {
    const [token] = match;
    plain += source.slice(at, match.index);
    at = match.index + token.length;
    if (!token.startsWith("{") || COUNT.test(token)) {
      plain += plainSource ? token : normalToken(token);
      continue;
    }
    const name = token.slice(1, -1);
    const words = names.lists[name];
    const inner: Template = words ? [normalWords(words)] : fragmentOf(name, names, within);
    for (const part of inner)
      if (typeof part === "string") plain += part;
      else {
        parts.push(plain, part);
        plain = "";
      }
  }
  parts.push(plain + source.slice(at));
  return parts;
}

function fragmentOf(name: string, names: Names, within: readonly string[]): Template {
  const source = names.fragments[name];
  if (source === undefined) throw new Error(`there is no list or fragment {${name}}`);
  if (within.includes(name)) throw new Error(`the fragment {${name}} contains itself`);
  return ["(?:", ...templateOf(source, names, [...within, name]), ")"];
}

function normalToken(token: string): string {
  if (/^[\\({]/.test(token)) return token;
  const to = normalTerm(token);
  // A full-width sign becomes an ASCII one, which may mean something in a source.
  return to !== token && /[^\p{L}\p{N}]/u.test(to) ? escapeSource(to) : to;
}

const normal = new WeakMap<readonly string[], readonly string[]>();

function normalWords(words: readonly string[]): readonly string[] {
  let made = normal.get(words);
  if (!made) {
    const distinct = new Set(words.map(normalTerm));
    // An alternation takes the first that fits: the longest must stand first.
    made = [...distinct].filter((word) => word !== "").sort((a, b) => b.length - a.length);
    normal.set(words, made);
  }
  return made;
}

/** The whole source, every word of every list in it. */
export const fullSource = (template: Template): string => sourceWith(template, alternation);

function sourceWith(template: Template, words: (list: readonly string[]) => string): string {
  return template.map((part) => (typeof part === "string" ? part : words(part))).join("");
}

const NOTHING = "(?:(?!))";
const alternation = (words: readonly string[]): string =>
  words.length === 0 ? NOTHING : `(?:${words.map(escapeSource).join("|")})`;

interface ListIndex {
  /** A bit for each UTF-16 unit, which may share it with others, that a word begins with. */
  readonly firsts: Uint8Array;
  /** Words by the UTF-16 unit they begin with, longest first. */
  readonly byFirst: ReadonlyMap<number, readonly string[]>;
  /** The expressions of a sentence share their lists, so the last answer is kept; and that about what is ahead. */
  readonly here: Present;
  readonly ahead: Present;
}

/** A text that was asked about and the words of a list that it has. */
interface Present {
  text: string;
  words: readonly string[];
}

const FIRSTS_BYTES = 1024;
const indexes = new WeakMap<readonly string[], ListIndex>();

function indexOf(list: readonly string[]): ListIndex {
  let index = indexes.get(list);
  if (!index) {
    const firsts = new Uint8Array(FIRSTS_BYTES);
    const byFirst = new Map<number, string[]>();
    for (const word of list) {
      const first = word.charCodeAt(0);
      const byte = (first >> 3) % FIRSTS_BYTES;
      firsts[byte] = (firsts[byte] ?? 0) | (1 << (first & 7));
      const peers = byFirst.get(first);
      if (peers) peers.push(word);
      else byFirst.set(first, [word]);
    }
    index = { firsts, byFirst, here: { text: "", words: [] }, ahead: { text: "", words: [] } };
    indexes.set(list, index);
  }
  return index;
}

/** The words of a list that a text has. */
function presentIn(text: string, list: readonly string[], kept: "here" | "ahead"): readonly string[] {
  const { firsts, byFirst, [kept]: present } = indexOf(list);
  if (present.text === text) return present.words;
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (((firsts[(unit >> 3) % FIRSTS_BYTES] ?? 0) & (1 << (unit & 7))) === 0) continue;
    const words = byFirst.get(unit);
    if (words) for (const word of words) if (text.startsWith(word, at)) found.add(word);
  }
  present.text = text;
  present.words = [...found];
  return present.words;
}

const escapeSource = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/**
 * The flags for a source that is valid with `u`. Most rules mean the same without it and run several times faster, since
 * the engine then need not think of surrogate pairs.
 */
export const flagsFor = (source: string): string =>
  /\\[pP]\{|\\u\{|[\u{10000}-\u{10ffff}]/u.test(source) ? "gu" : "g";

/** All that is about to be read. */
export interface Ahead {
  text: string;
}

/**
 * Makes the regular expression of a template for a text, with only such words of its lists as texts have: a word that is
 * absent cannot match, and compiling hundreds of words where two matter costs tens of milliseconds. Words of what is ahead
 * are taken along, so that it is not made anew for the next sentence. Nothing is made before the first text asks.
 */
export function expressionOf(template: () => Template, ahead: Readonly<Ahead>): (text: string) => RegExp {
  let kept: ((text: string) => RegExp) | undefined;
  return (text) => {
    kept ??= regexesOf(template(), ahead);
    const regex = kept(text);
    regex.lastIndex = 0;
    return regex;
  };
}

function regexesOf(template: Template, ahead: Readonly<Ahead>): (text: string) => RegExp {
  const isMarked = template.some((part) => typeof part === "string" && part.includes("(?<mark>"));
  const flags = isMarked ? "d" : "";
  if (template.some((part) => typeof part !== "string")) return perWords(template, flags, ahead);
  const regex = regexOf(beginsWith(template, (list) => list) + template.join(""), flags);
  return () => regex;
}

const regexOf = (source: string, flags: string): RegExp => new RegExp(source, flagsFor(source) + flags);

/** An expression with more words than this is slow to compile. */
const MOST_WORDS = 128;

type WordsOf = (list: readonly string[]) => Iterable<string>;

function perWords(template: Template, flags: string, ahead: Readonly<Ahead>): (text: string) => RegExp {
  const lists = [...new Set(template.filter((part) => typeof part !== "string"))];
  let kept = new Map<readonly string[], ReadonlySet<string>>();
  let regex: RegExp | undefined;
  const has = (list: readonly string[], word: string): boolean => kept.get(list)?.has(word) === true;
  const isEnough = (text: string): boolean =>
    lists.every((list) => presentIn(text, list, "here").every((word) => has(list, word)));
  const keep = (...from: readonly WordsOf[]): void => {
    kept = new Map(lists.map((list) => [list, new Set(from.flatMap((wordsOf) => [...wordsOf(list)]))]));
  };
  const isTooMany = (): boolean => [...kept.values()].reduce((sum, { size }) => sum + size, 0) > MOST_WORDS;
  return (text) => {
    if (regex && isEnough(text)) return regex;
    const before = kept;
    const here: WordsOf = (list) => presentIn(text, list, "here");
    const soon: WordsOf = (list) => presentIn(ahead.text, list, "ahead");
    keep(here, soon, (list) => before.get(list) ?? []);
    if (isTooMany()) keep(here, soon);
    if (isTooMany()) keep(here);
    const inOrder = (list: readonly string[]): readonly string[] => list.filter((word) => has(list, word));
    regex = regexOf(beginsWith(template, inOrder) + sourceWith(template, (list) => alternation(inOrder(list))), flags);
    return regex;
  };
}

/** Looking around far at every place costs more than all else, so a source that begins with it first looks at one character. */
const LOOKS_AROUND = /^(?:\(\?:)?\(\?<?=/;

/** What a group took in a look-ahead may be what a match begins with. */
const repeatsGroup = (part: Template[number]): boolean => typeof part === "string" && /\\[1-9k]/.test(part);

/** A look-ahead for the characters that a match may begin with, where the source is slow without. */
function beginsWith(template: Template, wordsOf: (list: readonly string[]) => readonly string[]): string {
  const [head] = template;
  if (typeof head !== "string" || !LOOKS_AROUND.test(head) || template.some(repeatsGroup)) return "";
  const firsts = firstCharacters(parseRegex(template), wordsOf);
  return firsts && firsts.size > 0 ? `(?=[${escapeSource([...firsts].join(""))}])` : "";
}
