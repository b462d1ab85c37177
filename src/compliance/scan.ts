import type { Compiled, Expression } from "./compile";

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
export function createScanner(compiled: Compiled): Scanner {
  const { expressions, always, matcher, uses, wakes } = compiled;
  const met = new Int32Array(wakes.length);
  let round = 0;

  return (text, wanted) => {
    const hits: Hit[] = [];
    const probes: number[] = [];
    const queue: number[] = [];
    round++;
    matcher.scan(text, (word, start, end) => {
      const use = uses[word];
      if (!use) return;
      for (const rule of use.rules) if (wanted.rules[rule] === 1) hits.push({ rule, start, end });
      for (const set of use.sets)
        if (met[set] !== round) {
          met[set] = round;
          queue.push(set);
        }
    });
    const run = (expression: Expression | undefined): void => {
      if (!expression?.sets.every((set) => met[set] === round)) return;
      if (expression.probe < 0) {
        if (wanted.rules[expression.rule] === 1) runOver(text, expression, hits);
      } else if (wanted.probes[expression.probe] === 1 && expression.regex(text).test(text))
        probes.push(expression.probe);
    };
    for (const index of always) run(expressions[index]);
    for (const set of queue) for (const index of wakes[set] ?? []) run(expressions[index]);
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
