import { requiredLiterals } from "../match/literals";
import { parseRegex } from "../match/regex-tree";
import { rarestOf } from "../text/common";

/**
 * A cheap question before a large expression. Of the characters of a sentence one pass finds out which large expressions
 * lack something that every match of theirs holds; it serves all of them, for all hits of the sentence.
 */

/** Of all expressions together: a bit each. */
const MOST_SETS = 32;
/** Of one expression; more sets of it tell little. */
const MOST_OF_ONE = 2;
/** By UTF-16 unit, a bit for each set of literals of which it is the rarest unit of one. */
const setsOfUnit = new Int32Array(65536);
let sets = 0;

let last: string | undefined;
let met = 0;

function metIn(text: string): number {
  if (text === last) return met;
  met = 0;
  for (let at = 0; at < text.length; at++) met |= setsOfUnit[text.charCodeAt(at)] ?? 0;
  last = text;
  return met;
}

/**
 * Whether a text may have a match of the expression, which minds case, or a piece of the text may: false is sure. What the
 * expression must contain is read from its source when it is first asked about.
 */
export function mayMatch(expression: RegExp): (text: string) => boolean {
  let needs: number | undefined;
  return (text) => {
    needs ??= enter(expression);
    return (metIn(text) & needs) === needs;
  };
}

/** Whether a text has one of the characters. A class of so many an expression asks about one by one. */
export function hasOneOf(characters: string): (text: string) => boolean {
  const bit = 1 << sets++;
  for (const character of characters)
    setsOfUnit[character.charCodeAt(0)] = (setsOfUnit[character.charCodeAt(0)] ?? 0) | bit;
  return (text) => (metIn(text) & bit) !== 0;
}

/** The bits of what a match must contain; none for what there is no bit left for. */
function enter({ source }: RegExp): number {
  let needs = 0;
  for (const set of requiredLiterals(parseRegex([source])).slice(0, Math.min(MOST_OF_ONE, MOST_SETS - sets))) {
    const bit = 1 << sets++;
    needs |= bit;
    for (const literal of set) {
      const unit = rarestOf(literal);
      setsOfUnit[unit] = (setsOfUnit[unit] ?? 0) | bit;
    }
  }
  last = undefined;
  return needs;
}
