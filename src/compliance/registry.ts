import type { Compiled, Expression, Use } from "./compile";
import { createMatcher } from "./match/aho-corasick";
import { waysToWake } from "./match/literals";
import { parseRegex } from "./match/regex-tree";
import { expressionOf, type Names, normalTerm, type Template, templateOf } from "./match/source";
import { flatten, type Way } from "./wakes";

/** Collects terms and expressions under the literals that announce them. */
export interface Registry {
  term(term: string, rule: number): void;
  expression(template: Template, rule: number, probe: number): void;
  /** The number under which a sentence answers whether the expression matches it. */
  probe(source: string, names: Names): number;
  done(): Omit<Compiled, "rules" | "sound">;
}

export function createRegistry(): Registry {
  const uses = new Map<string, Use>();
  const expressions: Expression[] = [];
  const always: number[] = [];
  const ways: Way[] = [];
  const probes = new Map<string, number>();
  const setNumbers = new Map<string, number>();
  const setsOfLists = new WeakMap<readonly string[], number>();

  const useOf = (literal: string): Use => {
    let use = uses.get(literal);
    if (!use) {
      use = { rules: [], sets: [] };
      uses.set(literal, use);
    }
    return use;
  };
  const setOf = (literals: readonly string[]): number => {
    // The words of a list come again and again as the same array.
    let number = setsOfLists.get(literals);
    if (number !== undefined) return number;
    const key = literals.join("\n");
    number = setNumbers.get(key);
    if (number === undefined) {
      number = setNumbers.size;
      setNumbers.set(key, number);
      for (const literal of new Set(literals)) useOf(literal).sets.push(number);
    }
    setsOfLists.set(literals, number);
    return number;
  };
  const expression = (template: Template, rule: number, probe: number): void => {
    const marked = template.some((part) => typeof part === "string" && part.includes("(?<mark>"));
    const index = expressions.push({ regex: expressionOf(template, marked ? "d" : ""), marked, rule, probe }) - 1;
    const own = waysToWake(parseRegex(template)).map((sets) => ({ expression: index, sets: sets.map(setOf) }));
    if (own.some(({ sets }) => sets.length === 0)) always.push(index);
    else ways.push(...own);
  };

  return {
    expression,
    term(term, rule) {
      const literal = normalTerm(term);
      if (literal !== "") useOf(literal).rules.push(rule);
    },
    probe(source, names) {
      const template = templateOf(source, names);
      const key = JSON.stringify(template);
      let probe = probes.get(key);
      if (probe === undefined) {
        probe = probes.size;
        probes.set(key, probe);
        expression(template, -1, probe);
      }
      return probe;
    },
    done() {
      const all = [...uses.values()];
      return {
        expressions,
        always,
        matcher: createMatcher([...uses.keys()]),
        uses: all,
        wakes: flatten(all, ways, setNumbers.size),
        probes: probes.size,
      };
    },
  };
}
