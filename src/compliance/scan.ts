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
  const { expressions, always, matcher, uses } = compiled;
  const { setsOf, sets, waysOf, ways, needs, expressions: owners } = compiled.wakes;
  // What was met in a round bears its number, so that nothing has to be cleared between sentences.
  const seen = new Int32Array(uses.length);
  const met = new Int32Array(waysOf.length);
  const counted = new Int32Array(needs.length);
  const counts = new Int32Array(needs.length);
  const woken = new Int32Array(expressions.length);
  let round = 0;

  const meet = (word: number, queue: number[]): void => {
    for (let i = setsOf[word] ?? 0; i < (setsOf[word + 1] ?? 0); i++) {
      const set = sets[i] ?? 0;
      if (met[set] === round) continue;
      met[set] = round;
      for (let j = waysOf[set] ?? 0; j < (waysOf[set + 1] ?? 0); j++) {
        const way = ways[j] ?? 0;
        if (counted[way] !== round) {
          counted[way] = round;
          counts[way] = 0;
        }
        const count = (counts[way] ?? 0) + 1;
        counts[way] = count;
        const owner = owners[way] ?? 0;
        if (count === needs[way] && woken[owner] !== round) {
          woken[owner] = round;
          queue.push(owner);
        }
      }
    }
  };

  return (text, wanted) => {
    const hits: Hit[] = [];
    const probes: number[] = [];
    const queue: number[] = [];
    round++;
    matcher.scan(text, (word, start, end) => {
      const rules = uses[word]?.rules;
      if (rules) for (const rule of rules) if (wanted.rules[rule] === 1) hits.push({ rule, start, end });
      if (seen[word] === round) return;
      seen[word] = round;
      meet(word, queue);
    });
    const run = (index: number): void => {
      const expression = expressions[index];
      if (!expression) return;
      if (expression.probe < 0) {
        if (wanted.rules[expression.rule] !== 1) return;
        if (watch) watch.run(expression.rule, () => runOver(text, expression, hits));
        else runOver(text, expression, hits);
      } else if (wanted.probes[expression.probe] === 1 && expression.regex(text).test(text))
        probes.push(expression.probe);
    };
    for (const index of always) run(index);
    for (const index of queue) run(index);
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
