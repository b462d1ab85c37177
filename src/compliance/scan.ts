import type { Compiled, Expression } from "./compile";
import type { Watch } from "./time-limit";

/** A place of a view where a rule's words stand, before any context is asked. */
export interface Hit {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
}

export interface Scan {
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

/** Runs every wanted term and every woken expression over one view of a sentence. */
export function createScanner(compiled: Compiled, watch?: Watch): Scanner {
  const { expressions, always, words, wordCount } = compiled;
  const { rulesOfWord, setsOfWord, waysOfSet, needs, expressions: owners } = compiled.wakes;
  // What was met in a round bears its number, so that nothing has to be cleared between sentences.
  const seen = new Int32Array(wordCount);
  const met = new Int32Array(waysOfSet.starts.length);
  const counted = new Int32Array(needs.length);
  const counts = new Int32Array(needs.length);
  const woken = new Int32Array(expressions.length);
  let round = 0;
  let wanted: Wanted = { rules: new Uint8Array(), probes: new Uint8Array() };
  let hits: Hit[] = [];
  let queue: number[] = [];

  const meet = (set: number): void => {
    if (met[set] === round) return;
    met[set] = round;
    const last = waysOfSet.starts[set + 1] ?? 0;
    for (let i = waysOfSet.starts[set] ?? 0; i < last; i++) {
      const way = waysOfSet.items[i] ?? 0;
      const count = counted[way] === round ? (counts[way] ?? 0) + 1 : 1;
      counted[way] = round;
      counts[way] = count;
      const owner = owners[way] ?? 0;
      if (count === needs[way] && woken[owner] !== round) {
        woken[owner] = round;
        queue.push(owner);
      }
    }
  };
  const found = (word: number, start: number, end: number): void => {
    const lastRule = rulesOfWord.starts[word + 1] ?? 0;
    for (let i = rulesOfWord.starts[word] ?? 0; i < lastRule; i++) {
      const rule = rulesOfWord.items[i] ?? 0;
      if (wanted.rules[rule] === 1) hits.push({ rule, start, end });
    }
    if (seen[word] === round) return;
    seen[word] = round;
    const lastSet = setsOfWord.starts[word + 1] ?? 0;
    for (let i = setsOfWord.starts[word] ?? 0; i < lastSet; i++) meet(setsOfWord.items[i] ?? 0);
  };
  const run = (text: string, index: number, probes: number[]): void => {
    const expression = expressions[index];
    if (!expression) return;
    const { rule, probe } = expression;
    if (probe >= 0) {
      if (wanted.probes[probe] === 1 && expression.regex(text).test(text)) probes.push(probe);
    } else if (wanted.rules[rule] === 1) {
      if (watch) watch.run(rule, () => runOver(text, expression, hits));
      else runOver(text, expression, hits);
    }
  };

  return (text, scope) => {
    round++;
    wanted = scope;
    hits = [];
    queue = [];
    const probes: number[] = [];
    words.scan(text, found);
    for (const index of always) run(text, index, probes);
    for (const index of queue) run(text, index, probes);
    return { hits, probes };
  };
}

function runOver(text: string, { regex: regexFor, marked, rule }: Expression, hits: Hit[]): void {
  const regex = regexFor(text);
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const whole: [number, number] = [match.index, match.index + match[0].length];
    const [start, end] = (marked ? match.indices?.groups?.mark : undefined) ?? whole;
    if (end > start) hits.push({ rule, start, end });
    if (match[0] === "") regex.lastIndex++;
  }
}
