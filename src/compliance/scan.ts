import type { Compiled } from "./compile";

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

/** Runs every term and every woken expression over one view of a sentence. */
export function createScanner(compiled: Compiled): (text: string) => Scan {
  const { expressions, always, matcher, uses } = compiled;
  const woken = new Int32Array(expressions.length);
  let round = 0;

  return (text) => {
    const hits: Hit[] = [];
    const probes: number[] = [];
    const queue = always.slice();
    round++;
    matcher.scan(text, (word, start, end) => {
      for (const use of uses[word] ?? []) {
        if (use.rule >= 0) hits.push({ rule: use.rule, start, end });
        else if (woken[use.expression] !== round) {
          woken[use.expression] = round;
          queue.push(use.expression);
        }
      }
    });
    for (const index of queue) {
      const expression = expressions[index];
      if (!expression) continue;
      if (expression.probe >= 0) {
        expression.regex.lastIndex = 0;
        if (expression.regex.test(text)) probes.push(expression.probe);
      } else runOver(text, expression.regex, expression.rule, expression.marked, hits);
    }
    return { hits, probes };
  };
}

function runOver(text: string, regex: RegExp, rule: number, marked: boolean, hits: Hit[]): void {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const whole: [number, number] = [match.index, match.index + match[0].length];
    const [start, end] = (marked ? match.indices?.groups?.mark : undefined) ?? whole;
    if (end > start) hits.push({ rule, start, end });
    if (match[0] === "") regex.lastIndex++;
  }
}
