import type { Compiled, Expression } from "./compile";
import { GOODS } from "./finding";
import { grown } from "./match/chains";
import { MOST_SETS, waysToWake } from "./match/literals";
import { parseRegex } from "./match/regex-tree";
import { createSleepers } from "./sleepers";
import type { Watch } from "./time-limit";
import { Wakes } from "./wakes";

/** A place of a view where a rule's words stand, before any context is asked. */
export interface Hit {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  /** By place, then by what speaks first of the same words. */
  readonly hits: readonly Hit[];
  /** Probes that the sentence answers. */
  readonly probes: readonly number[];
}

/** Which rules and probes a draft's scope asks for: 1 at their number. */
export interface Wanted {
  readonly rules: Uint8Array;
  readonly probes: Uint8Array;
}

export type Scanner = (text: string, wanted: Wanted) => Scan;

const NONE: readonly number[] = [];

/** Runs every wanted term and every woken expression over one view of a sentence. */
export function createScanner(compiled: Compiled, watch?: Watch): Scanner {
  const { expressions, terms } = compiled;
  const sleepers = createSleepers(expressions);
  const wakes = new Wakes();
  const { words, rulesOfWord, setsOfWord, waysOfSet, needs, expressions: owners } = wakes;
  const read = new Uint8Array(expressions.length);
  /** Expressions without a literal. */
  const always: number[] = [];
  // What was met in a round bears its number, so that nothing has to be cleared between sentences.
  let seen = new Int32Array();
  let met = new Int32Array();
  /** By way: its sets that were met, and what it had come to before the round. */
  let counts = new Int32Array();
  const woken = new Int32Array(expressions.length);
  let round = 0;
  let wanted: Wanted = { rules: new Uint8Array(), probes: new Uint8Array() };
  let hits: Hit[] = [];
  let queue: number[] = [];

  const precedence = precedenceOf(compiled);
  const byPlace = (a: Hit, b: Hit): number =>
    a.start - b.start || a.end - b.end || (precedence[a.rule] ?? 0) - (precedence[b.rule] ?? 0);
  const isWanted = ({ rule, probe }: Expression): boolean =>
    probe >= 0 ? wanted.probes[probe] === 1 : wanted.rules[rule] === 1;
  /** Learns what an expression needs. */
  const learn = (expression: Expression, index: number): void => {
    read[index] = 1;
    const ways = waysToWake(parseRegex(expression.template()));
    if (ways.some(({ length }) => length === 0)) always.push(index);
    else wakes.expression(index, ways);
  };
  const wake = (index: number): void => {
    const expression = expressions[index];
    if (expression && read[index] === 0 && isWanted(expression)) learn(expression, index);
  };
  const call = (owner: number): void => {
    if (woken[owner] === round) return;
    woken[owner] = round;
    queue.push(owner);
  };
  const meet = (set: number): void => {
    if (met[set] === round) return;
    met[set] = round;
    for (const way of waysOfSet[set] ?? NONE) {
      if (way < 0) {
        call(~way);
        continue;
      }
      const count = Math.max(counts[way] ?? 0, round * MOST_SETS) + 1;
      counts[way] = count;
      if (count === round * MOST_SETS + (needs[way] ?? 0)) call(owners[way] ?? 0);
    }
  };
  const found = (word: number, start: number, end: number): void => {
    for (const rule of rulesOfWord[word] ?? NONE) if (wanted.rules[rule] === 1) hits.push({ rule, start, end });
    if (seen[word] === round) return;
    seen[word] = round;
    for (const set of setsOfWord[word] ?? NONE) meet(set);
  };
  const run = (text: string, index: number, probes: number[]): void => {
    const expression = expressions[index];
    if (!expression || !isWanted(expression)) return;
    const { rule, probe } = expression;
    if (probe >= 0) {
      if (expression.regex(text).test(text)) probes.push(probe);
    } else if (watch) watch.run(rule, () => runOver(text, expression, hits));
    else runOver(text, expression, hits);
  };
  /** A number for each word, set and way there is. */
  const makeRoom = (): void => {
    if (seen.length < wakes.wordCount) seen = grown(seen, wakes.wordCount);
    if (met.length < wakes.setCount) met = grown(met, wakes.setCount);
    if (counts.length < needs.length) counts = grown(counts, needs.length);
  };

  for (const { term, rule } of terms) wakes.term(term, rule);
  expressions.forEach((expression, index) => {
    if (expression.announcers === undefined) learn(expression, index);
  });

  return (text, scope) => {
    round++;
    wanted = scope;
    hits = [];
    queue = [];
    const probes: number[] = [];
    sleepers.rouse(text, scope, wake);
    makeRoom();
    words.scan(text, found);
    for (const index of always) run(text, index, probes);
    for (const index of queue) run(text, index, probes);
    if (hits.length > 1) hits.sort(byPlace);
    return { hits, probes };
  };
}

/** By rule, less speaks before more: a rule for fewer kinds of goods first, then the order of packs and rules. */
const precedenceOf = ({ rules }: Compiled): Int32Array =>
  Int32Array.from(rules, ({ rule }, index) => {
    const { goods, goodsExcept = [] } = rule.scope ?? {};
    return (goods?.length ?? GOODS.length - goodsExcept.length) * rules.length + index;
  });

function runOver(text: string, { regex: regexFor, rule }: Expression, hits: Hit[]): void {
  const regex = regexFor(text);
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const whole: [number, number] = [match.index, match.index + match[0].length];
    const [start, end] = match.indices?.groups?.mark ?? whole;
    if (end > start) hits.push({ rule, start, end });
    if (match[0] === "") regex.lastIndex++;
  }
}
