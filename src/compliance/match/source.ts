import { foldCodePoint } from "../text/fold";
import { lightView } from "../text/views";

/** A literal as the normal view shows it. */
export const normalTerm = (term: string): string => lightView(term).text;

const TOKEN =
  /\\[pP]\{[^}]*\}|\\k<[^>]*>|\(\?<[A-Za-z][^>]*>|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\[\s\S]|\{[^}]*\}|[\s\S]/gu;

/**
 * A regex source as it must read to match the normal view: lists put in for `{name}`, letters lower-case and simplified.
 * Throws on a list the pack does not have.
 */
export function normalSource(source: string, lists: Readonly<Record<string, readonly string[]>>): string {
  return source.replace(TOKEN, (token) => {
    if (token.startsWith("{")) return interpolated(token, lists);
    if (token.length > 2 || token.startsWith("\\") || token.startsWith("(?<")) return token;
    const to = foldCodePoint(token.codePointAt(0) ?? 0).to;
    return to !== token && /[.*+?^${}()|[\]\\/-]/.test(to) ? to.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&") : to;
  });
}

function interpolated(token: string, lists: Readonly<Record<string, readonly string[]>>): string {
  if (/^\{\d+(,\d*)?\}$/.test(token)) return token;
  const words = lists[token.slice(1, -1)];
  if (!words) throw new Error(`there is no list ${token}`);
  return alternation(words);
}

const joined = new WeakMap<readonly string[], string>();

/** Longest first: an alternation takes the first that fits. */
function alternation(words: readonly string[]): string {
  let made = joined.get(words);
  if (made === undefined) {
    const escaped = [...new Set(words.map(normalTerm))]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
    made = `(?:${escaped.join("|")})`;
    joined.set(words, made);
  }
  return made;
}
