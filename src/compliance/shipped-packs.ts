import { announcedSources } from "./announced-sources";
import type { Suggestion } from "./finding";
import type { Basis, CheckedPack, CheckedRule, Pack, Pattern } from "./pack";

/**
 * The packs that came with the build. The project's tests put each through loadPacks, and the files cannot change afterwards,
 * so a worker that wakes for one keystroke does not validate them again: that alone would take longer than checking. Packs
 * from anywhere else go through loadPacks.
 *
 * They come in two files. packs.match is all that finding needs; packs.explain is the titles, quotes and addresses of
 * law, dates and proofs that are shown with a finding. Both are JSON in GB 18030, with control characters standing for what
 * is said again and again; rules, citations and suggestions are columns (a list of values for each key, 0 for none), and
 * rules name citations and suggestions, which many share, by number. What announces the expressions of a pack (see
 * match/announce) stands in a line for each of its sources. test/harness/ship-packs.ts writes all of it.
 */
export const MATCH_FILE = "packs.match";
export const EXPLAIN_FILE = "packs.explain";
/** In place of the announcers of an expression that may match without any. */
export const NO_ANNOUNCERS = "-";

type Columns = Readonly<Record<string, readonly unknown[]>>;
type PatternAsShipped = string | string[] | Omit<Extract<Pattern, { type: "absence" }>, "type">;
type RuleAsShipped = Omit<CheckedRule, "patterns" | "basis" | "suggestions"> & {
  readonly patterns: readonly PatternAsShipped[];
  readonly basis: readonly number[];
  readonly suggestions: readonly number[];
};

interface Match {
  readonly packs: readonly (Omit<CheckedPack, "schema" | "rules"> & { readonly rules: number })[];
  readonly rules: Columns;
  readonly citations: Columns;
  readonly suggestions: Columns;
  readonly announcers: string;
}

interface Explain {
  readonly titles: readonly Pack["title"][];
  readonly rules: Columns;
  readonly citations: Columns;
}

/** What the checker needs of the shipped packs, from the bytes of packs.match. */
export function shippedPacks(match: BufferSource): CheckedPack[] {
  const shipped = read(match) as Match;
  const announcers = shipped.announcers.split("\n");
  let at = 0;
  return packsOf(shipped, {}, []).map((pack) => {
    const known = new Map<string, string>();
    for (const source of announcedSources(pack)) {
      const line = announcers[at++] ?? NO_ANNOUNCERS;
      if (line !== NO_ANNOUNCERS) known.set(source, line);
    }
    return { ...pack, announcers: known };
  });
}

/** The shipped packs as their authors wrote them, less the examples, from the bytes of both files. */
export function explainedPacks(match: BufferSource, explain: BufferSource): Pack[] {
  const { titles, rules, citations } = read(explain) as Explain;
  const packs = packsOf(read(match) as Match, citations, rowsOf<object>(rules));
  return packs.map((pack, at) => ({ ...pack, title: titles[at] })) as Pack[];
}

function packsOf(match: Match, explained: Columns, more: readonly object[]): CheckedPack[] {
  const citations = rowsOf<Basis>({ ...match.citations, ...explained });
  const suggestions = rowsOf<Suggestion>(match.suggestions);
  const rules = rowsOf<RuleAsShipped>(match.rules).map((rule, at) => ({
    ...rule,
    ...more[at],
    patterns: rule.patterns.map(patternOf),
    basis: pick(citations, rule.basis),
    suggestions: pick(suggestions, rule.suggestions),
  }));
  let taken = 0;
  return match.packs.map(({ rules: count, ...pack }) => {
    taken += count;
    return { schema: 1, ...pack, rules: rules.slice(taken - count, taken) };
  });
}

function patternOf(shipped: PatternAsShipped): Pattern {
  if (typeof shipped === "string") return { type: "regex", source: shipped };
  return Array.isArray(shipped) ? { type: "term", terms: shipped } : { type: "absence", ...shipped };
}

const pick = <Item>(items: readonly Item[], numbers: readonly number[]): Item[] =>
  numbers.flatMap((number) => items[number] ?? []);

function rowsOf<Row>(columns: Columns): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const [key, values] of Object.entries(columns))
    values.forEach((value, at) => {
      rows[at] ??= {};
      const row = rows[at];
      if (value !== 0) row[key] = value;
    });
  return rows as unknown[] as Row[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these stand for what is said again and again
const CODE = /[\x01-\x1f]/g;

function read(bytes: BufferSource): unknown {
  const parts = new TextDecoder("gb18030").decode(bytes).split("\0");
  const body = parts.pop() ?? "";
  // JSON has no control character of its own. Going once over it takes a third of the time of going over it for each part.
  return JSON.parse(body.replace(CODE, (code) => parts[code.charCodeAt(0) - 1] ?? code));
}
