import type { Compiled, Expression } from "./compile";
import { GOODS } from "./finding";
import { waysToWake } from "./match/literals";
import { mayHold } from "./match/may-hold";
import { parseRegex, type RegexNode } from "./match/regex-tree";
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

/**
 * Filing what an expression needs costs more than seeking its parts in so many short texts; a scanner that has seen more is
 * at a long draft, or at many.
 */
const FEW_TEXTS = 8;

/** Runs every wanted term and every woken expression over one view of a sentence. */
export function createScanner(compiled: Compiled, watch?: Watch): Scanner {
  const { expressions, terms } = compiled;
  const sleepers = createSleepers(expressions);
  const wakes = new Wakes(expressions.length);
  const read = new Uint8Array(expressions.length);
  let unread = expressions.length;
  /** By expression: its source as parsed, from when a text first announces it until what it needs is filed. */
  const trees: (RegexNode | undefined)[] = [];
  /** By expression: the last text in which its parts were sought. */
  const tried = new Int32Array(expressions.length);
  let round = 0;
  /** Expressions without a literal. */
  const always: number[] = [];
  const askedOf = new WeakMap<Wanted, Asked>();

  const precedence = precedenceOf(compiled);
  const byPlace = (a: Hit, b: Hit): number =>
    a.start - b.start || b.end - a.end || (precedence[a.rule] ?? 0) - (precedence[b.rule] ?? 0);
  const isWanted = ({ rule, probe }: Expression, { rules, probes }: Wanted): boolean =>
    probe >= 0 ? probes[probe] === 1 : rules[rule] === 1;
  const askedIn = (scope: Wanted): Asked => {
    const asked = askedOf.get(scope) ?? {
      rule: (rule) => scope.rules[rule] === 1,
      expression: (index) => {
        const expression = expressions[index];
        return expression !== undefined && isWanted(expression, scope);
      },
    };
    askedOf.set(scope, asked);
    return asked;
  };
  const treeOf = (expression: Expression, index: number): RegexNode => {
    trees[index] ??= parseRegex(expression.template());
    return trees[index];
  };
  /** Files what an expression needs. */
  const learn = (expression: Expression, index: number): void => {
    read[index] = 1;
    unread--;
    const ways = waysToWake(treeOf(expression, index));
    trees[index] = undefined;
    if (ways.some(({ length }) => length === 0)) always.push(index);
    else wakes.expression(index, ways);
  };
  /**
   * In the first texts the parts of an announced expression are sought before it is run; later what it needs is worth
   * filing, after which the words of a text find it.
   */
  const wake = (look: Look, index: number): boolean => {
    const expression = expressions[index];
    if (!expression || read[index] === 1 || !isWanted(expression, look.wanted)) return true;
    if (round > FEW_TEXTS) {
      learn(expression, index);
      return true;
    }
    if (tried[index] !== round && mayHold(look.text, treeOf(expression, index))) look.woken.push(index);
    tried[index] = round;
    return false;
  };
  const runOne = (index: number, { text, hits, probes }: Look): void => {
    const expression = expressions[index];
    if (!expression) return;
    const { rule, probe } = expression;
    if (probe >= 0) {
      if (expression.regex(text).test(text)) probes.push(probe);
    } else if (watch) watch.run(rule, () => runOver(text, expression, hits));
    else runOver(text, expression, hits);
  };
  for (const { term, rule } of terms) wakes.term(term, rule);
  expressions.forEach((expression, index) => {
    if (expression.announcers === undefined) learn(expression, index);
  });

  return {
    look(text, wanted) {
      const look: Look = { text, wanted, hits: [], probes: [], woken: [] };
      const { hits, woken } = look;
      round++;
      if (unread > 0) sleepers.rouse(text, wanted, (index) => wake(look, index));
      const asked = askedIn(wanted);
      for (const index of always) if (asked.expression(index)) woken.push(index);
      wakes.scan(
        text,
        asked,
        (rule, start, end) => hits.push({ rule, start, end }),
        (index) => woken.push(index),
      );
      return look;
    },
    run(look) {
      const { hits, probes, woken } = look;
      for (const index of woken) runOne(index, look);
      if (hits.length > 1) hits.sort(byPlace);
      return { hits, probes };
    },
    readAhead() {
      const index = read.indexOf(0);
      const expression = expressions[index];
      if (!expression) return false;
      learn(expression, index);
      return true;
    },
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
