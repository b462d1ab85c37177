import { createRequire } from "node:module";
import AhoCorasick from "modern-ahocorasick";
import type { CheckedPack } from "../../src/compliance/pack";

/** A matcher of others, built for a list of words; `find` reports every occurrence of every word, and nothing more. */
export interface Peer {
  readonly name: string;
  build(words: readonly string[]): (text: string) => unknown;
}

// Both come as CommonJS without types.
const require = createRequire(import.meta.url);
type Scanner = new (words: string[]) => { search(text: string): unknown };
type Mint = new (words: string[]) => { filter(text: string, options: { replace: boolean }): unknown };
const FastScanner = require("fastscan") as Scanner;
const { Mint: MintFilter } = require("mint-filter") as { Mint: Mint };

export const PEERS: readonly Peer[] = [
  {
    name: "mint-filter",
    build(words) {
      const mint = new MintFilter([...words]);
      return (text) => mint.filter(text, { replace: false });
    },
  },
  {
    name: "fastscan",
    build(words) {
      const scanner = new FastScanner([...words]);
      return (text) => scanner.search(text);
    },
  },
  {
    name: "modern-ahocorasick",
    build(words) {
      const matcher = new AhoCorasick([...words]);
      return (text) => matcher.search(text);
    },
  },
];

/** The words that the packs hold as words: terms and lists. Expressions have no counterpart in a bare matcher. */
export function wordsOf(packs: readonly CheckedPack[]): string[] {
  const words = new Set<string>();
  for (const pack of packs) {
    for (const list of Object.values(pack.lists ?? {})) for (const word of list) words.add(word);
    for (const rule of pack.rules)
      for (const pattern of rule.patterns)
        if (pattern.type === "term") for (const term of pattern.terms) words.add(term);
  }
  return [...words];
}
