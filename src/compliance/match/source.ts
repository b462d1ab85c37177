import { lightView } from "../text/views";

export type Lists = Readonly<Record<string, readonly string[]>>;

/** A literal as the normal view shows it. */
export const normalTerm = (term: string): string => lightView(term).text;

/** What of a source is not itself in the normal view: lists, and characters that fold. Escapes and names are skipped. */
const TOKEN =
  /\\[pP]\{[^}]*\}|\\k<[^>]*>|\(\?<[A-Za-z][^>]*>|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\[\s\S]|\{[^}]*\}|[A-Z]+|[^\0-\x7f]+/gu;
const COUNT = /^\{\d+(,\d*)?\}$/;

/**
 * A regular expression of a pack, ready to match the normal view: letters lower-case and simplified, lists still apart.
 * A string is source, an array the words of a list.
 */
export type Template = readonly (string | readonly string[])[];

/** Reads a source with its `{name}` lists. Throws on a list that the pack does not have. */
export function templateOf(source: string, lists: Lists): Template {
  const parts: (string | readonly string[])[] = [];
  let plain = "";
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [token] = match;
    plain += source.slice(at, match.index);
    at = match.index + token.length;
    if (!token.startsWith("{") || COUNT.test(token)) {
      plain += normalToken(token);
      continue;
    }
    const words = lists[token.slice(1, -1)];
    if (!words) throw new Error(`there is no list ${token}`);
    parts.push(plain, normalWords(words));
    plain = "";
  }
  parts.push(plain + source.slice(at));
  return parts;
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

const alternation = (words: readonly string[]): string => `(?:${words.map(escapeSource).join("|") || "(?!)"})`;

const latest = new WeakMap<readonly string[], { text: string; source: string }>();

/** The words of a list that a text has. The expressions of a sentence share their lists, so the last answer is kept. */
function presentWords(text: string): (list: readonly string[]) => string {
  return (list) => {
    const known = latest.get(list);
    if (known?.text === text) return known.source;
    const source = alternation(list.filter((word) => text.includes(word)));
    latest.set(list, { text, source });
    return source;
  };
}

const escapeSource = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/**
 * The flags for a source that is valid with `u`. Most rules mean the same without it and run several times faster, since
 * the engine then need not think of surrogate pairs.
 */
const flagsFor = (source: string): string => (/\\[pP]\{|\\u\{|[\u{10000}-\u{10ffff}]/u.test(source) ? "gu" : "g");

const MOST_KEPT = 300;

/**
 * Makes the regular expression of a template for one text, with only those words of its lists that the text has: a word
 * that is absent cannot match, and compiling hundreds of words where two matter costs tens of milliseconds.
 */
export function expressionOf(template: Template, flags = ""): (text: string) => RegExp {
  const made = new Map<string, RegExp>();
  const fixed = template.length === 1;
  return (text) => {
    const source = fixed ? String(template[0]) : sourceWith(template, presentWords(text));
    let regex = made.get(source);
    if (!regex) {
      regex = new RegExp(source, flagsFor(source) + flags);
      if (made.size >= MOST_KEPT) made.clear();
      made.set(source, regex);
    }
    regex.lastIndex = 0;
    return regex;
  };
}
