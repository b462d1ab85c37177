import { partsNoWords } from "./ordinary";

/** A stretch of a normal view that is a listed term read from its end: 一第界世, 价低最网全. */
export interface Turned {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** Shorter ones are words and their neighbours too often (好最, 治根); of three only those of which no word has a part. */
const SHORTEST = 3;
const SURE = 4;
/** Whoever says how to read it (过包, 倒过来看) hides one of two as well. */
const TOLD = /倒(?:过来|着)|反(?:过来|着)|从(?:右|后)往(?:左|前)/u;
const SHORTEST_TOLD = 2;
/** 吃好|最重要. */
const BEFORE_A_WORD = /最$/u;

/** Finds the terms, of which the longest goes first, where they stand turned about at a place. */
export function createTurned(terms: readonly string[]): (text: string, at: number) => Turned | undefined {
  /** By the first two UTF-16 units. */
  const byBeginning = new Map<string, { readonly turned: string; readonly term: string }[]>();
  const begins = new Uint8Array(65536);
  for (const term of [...terms].sort((a, b) => b.length - a.length)) {
    const turned = [...term].reverse().join("");
    if (term.length < SHORTEST_TOLD || turned === term || (term.length < SURE && BEFORE_A_WORD.test(turned))) continue;
    begins[turned.charCodeAt(0)] = 1;
    const beginning = turned.slice(0, 2);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { turned, term }]);
  }
  return (text, at) => {
    if (begins[text.charCodeAt(at)] === 0) return undefined;
    for (const { turned, term } of byBeginning.get(text.slice(at, at + 2)) ?? []) {
      if (!text.startsWith(turned, at)) continue;
      const to = at + turned.length;
      const sure = turned.length < SHORTEST ? TOLD.test(text) : turned.length >= SURE || partsNoWords(text, at, to);
      if (sure) return { term, from: at, to };
    }
    return undefined;
  };
}
