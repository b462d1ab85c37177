import type { Compiled, Expression } from "./compile";
import { ExpressionIndex, isWanted } from "./expression-index";
import { GOODS } from "./finding";
import { createSleepers } from "./sleepers";
import type { Watch } from "./time-limit";
import { type Asked, Wakes } from "./wakes";

/** A place of a view where a rule's words stand, before any context is asked. */
export interface Hit {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  /** By where they begin, the longer first, then by what speaks first of the same words. */
  readonly hits: readonly Hit[];
  /** Probes that the sentence answers. */
  readonly probes: readonly number[];
}

/** Which rules and probes a draft's scope asks for: 1 at their number. */
export interface Wanted {
  readonly rules: Uint8Array;
  readonly probes: Uint8Array;
}

/** What a text was found to wake, before most of it is run. */
export interface Look {
  readonly text: string;
  readonly wanted: Wanted;
  readonly hits: Hit[];
  readonly probes: number[];
  /** Expressions that are to be run. */
  readonly woken: number[];
}

export interface Scanner {
  /**
   * Looks words up and runs next to nothing. All sentences of a text are looked at before the first is run: tables that stay
   * at hand are read some times faster than such as expressions have driven out.
   */
  look(text: string, wanted: Wanted): Look;
  /** Runs what was woken. Of a look once. */
  run(look: Look): Scan;
  /** Reads an expression that is not read yet; false when all are. */
  readAhead(): boolean;
}

/** Runs every wanted term and every woken expression over one view of a sentence. */
export function createScanner(compiled: Compiled, watch?: Watch): Scanner {
  const { expressions, terms } = compiled;
  const sleepers = createSleepers(expressions);
  const wakes = new Wakes(expressions.length);
  for (const { term, rule } of terms) wakes.term(term, rule);
  const index = new ExpressionIndex(expressions, wakes);
  const askedIn = askedOnce(expressions);
  const precedence = precedenceOf(compiled);
  const byPlace = (a: Hit, b: Hit): number =>
    a.start - b.start || b.end - a.end || (precedence[a.rule] ?? 0) - (precedence[b.rule] ?? 0);
  const runOne = (expression: Expression, { text, hits, probes }: Look): void => {
    const { rule, probe } = expression;
    if (probe >= 0) {
      if (expression.regex(text).test(text)) probes.push(probe);
    } else if (watch) watch.run(rule, () => runOver(text, expression, hits));
    else runOver(text, expression, hits);
  };

  return {
    look(text, wanted) {
      const look: Look = { text, wanted, hits: [], probes: [], woken: [] };
      const { hits, woken } = look;
      if (index.begin()) sleepers.rouse(text, wanted, (each) => index.announced(look, each));
      const asked = askedIn(wanted);
      for (const each of index.always) if (asked.expression(each)) woken.push(each);
      wakes.scan(
        text,
        asked,
        (rule, start, end) => hits.push({ rule, start, end }),
        (each) => woken.push(each),
      );
      return look;
    },
    run(look) {
      const { hits, probes, woken } = look;
      for (const each of woken) {
        const expression = expressions[each];
        if (expression) runOne(expression, look);
      }
      if (hits.length > 1) hits.sort(byPlace);
      return { hits, probes };
    },
    readAhead: () => index.fileNext(),
  };
}

/** What a scope asks for, as one object each: rows are kept by it (see Wakes). */
function askedOnce(expressions: readonly Expression[]): (scope: Wanted) => Asked {
  const known = new WeakMap<Wanted, Asked>();
  return (scope) => {
    const asked = known.get(scope) ?? {
      rule: (rule) => scope.rules[rule] === 1,
      expression: (index) => {
        const expression = expressions[index];
        return expression !== undefined && isWanted(expression, scope);
      },
    };
    known.set(scope, asked);
    return asked;
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
