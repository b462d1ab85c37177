import { announcedSources } from "../../src/compliance/announced-sources";
import { announcersOf } from "../../src/compliance/match/announce";
import { namesOf } from "../../src/compliance/match/source";
import type { Pack, Pattern } from "../../src/compliance/pack";
import { NO_ANNOUNCERS } from "../../src/compliance/shipped-packs";
import { encodeGb18030 } from "./gb18030.mjs";

/**
 * The rule packs as the build ships them, in two files of bytes: what the checker needs to find, and what explains a finding
 * once it is opened. src/compliance/shipped-packs.ts reads them and says what is in them.
 */
export function shipPacks(packs: readonly Pack[]): { match: Buffer<ArrayBuffer>; explain: Buffer<ArrayBuffer> } {
  const rules = packs.flatMap((pack) => pack.rules);
  const citations = createPool<Pack["rules"][number]["basis"][number]>();
  const suggestions = createPool<Pack["rules"][number]["suggestions"][number]>();
  const match = {
    packs: packs.map(({ title: _, schema: __, ...pack }) => ({ ...pack, rules: pack.rules.length })),
    // Examples are for the tests and the docs; nobody reads them at work.
    rules: columns(
      rules.map(({ title: _, evidence: __, updated: ___, examples: ____, ...rule }) => ({
        ...rule,
        patterns: rule.patterns.map(patternOf),
        basis: rule.basis.map(citations.number),
        suggestions: rule.suggestions.map(suggestions.number),
      })),
    ),
    citations: columns(citations.items.map(({ url: _, quote: __, asOf: ___, ...citation }) => citation)),
    suggestions: columns(suggestions.items),
    announcers: packs.flatMap(announcersOfPack).join("\n"),
  };
  const explain = {
    titles: packs.map((pack) => pack.title),
    rules: columns(rules.map(({ title, evidence, updated }) => ({ title, evidence, updated }))),
    citations: columns(citations.items.map(({ url, quote, asOf }) => ({ url, quote, asOf }))),
  };
  return { match: bytesOf(match), explain: bytesOf(explain) };
}

function announcersOfPack(pack: Pack): string[] {
  const names = namesOf(pack);
  return announcedSources(pack).map((source) => announcersOf(source, names) ?? NO_ANNOUNCERS);
}

/** Equal things once, and their numbers. */
function createPool<Item>(): { readonly items: Item[]; number(item: Item): number } {
  const numbers = new Map<string, number>();
  const items: Item[] = [];
  return {
    items,
    number(item) {
      const key = JSON.stringify(item);
      const number = numbers.get(key) ?? items.push(item) - 1;
      numbers.set(key, number);
      return number;
    },
  };
}

/** Rows as a list of values for each of their keys: 0 where a row has none. */
function columns(rows: readonly object[]): Record<string, unknown[]> {
  const keys = [...new Set(rows.flatMap(Object.keys))];
  const named = keys.map((key) => [key, rows.map((row) => Reflect.get(row, key) ?? 0)] as const);
  return Object.fromEntries(named.filter(([, values]) => values.some((value) => value !== 0)));
}

function patternOf(pattern: Pattern): unknown {
  if (pattern.type === "regex") return pattern.source;
  if (pattern.type === "term") return pattern.terms;
  const { type: _, ...absence } = pattern;
  return absence;
}

/** What rules say again and again, each for one control character, which no JSON has. */
const REPEATED = [
  "(?:",
  "[^,，。;；]{0,",
  '","',
  "(?!",
  "[^。;；]{0,",
  ")?",
  "[^,，。]{0,",
  "\\\\d",
  "[^,，]{0,",
  "(?=",
  "[一二两三四五六七八九十",
  "(?<mark>",
];

function bytesOf(value: unknown): Buffer<ArrayBuffer> {
  const json = JSON.stringify(value);
  const body = REPEATED.reduce((text, part, i) => text.replaceAll(part, String.fromCharCode(i + 1)), json);
  return encodeGb18030([...REPEATED, body].join("\0"));
}
