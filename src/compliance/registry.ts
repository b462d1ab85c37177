import type { Compiled, Expression, Use } from "./compile";
import { createMatcher } from "./match/aho-corasick";
import { requiredLiterals } from "./match/literals";
import { parseRegex } from "./match/regex-tree";
import { expressionOf, type Lists, normalTerm, type Template, templateOf } from "./match/source";

/** Collects terms and expressions under the literals that announce them. */
export interface Registry {
  term(term: string, rule: number): void;
  expression(template: Template, rule: number, probe: number): void;
  /** The number under which a sentence answers whether the expression matches it. */
  probe(source: string, lists: Lists): number;
  done(): Omit<Compiled, "rules" | "sound">;
}

export function createRegistry(): Registry {
  const uses = new Map<string, Use>();
  const expressions: Expression[] = [];
  const always: number[] = [];
  const wakes: number[][] = [];
  const probes = new Map<string, number>();
  const setNumbers = new Map<string, number>();

  const useOf = (literal: string): Use => {
    let use = uses.get(literal);
    if (!use) {
      use = { rules: [], sets: [] };
      uses.set(literal, use);
    }
    return use;
  };
  const setOf = (literals: readonly string[]): number => {
    const key = literals.join("\n");
    let number = setNumbers.get(key);
    if (number === undefined) {
      number = wakes.push([]) - 1;
      setNumbers.set(key, number);
      for (const literal of new Set(literals)) useOf(literal).sets.push(number);
    }
    return number;
  };
  const expression = (template: Template, rule: number, probe: number): void => {
    const marked = template.some((part) => typeof part === "string" && part.includes("(?<mark>"));
    const sets = requiredLiterals(parseRegex(template)).map(setOf);
    const index = expressions.push({ regex: expressionOf(template, marked ? "d" : ""), marked, rule, probe, sets }) - 1;
    const [first] = sets;
    if (first === undefined) always.push(index);
    else wakes[first]?.push(index);
  };

  return {
    expression,
    term(term, rule) {
      const literal = normalTerm(term);
      if (literal !== "") useOf(literal).rules.push(rule);
    },
    probe(source, lists) {
      const template = templateOf(source, lists);
      const key = JSON.stringify(template);
      let probe = probes.get(key);
      if (probe === undefined) {
        probe = probes.size;
        probes.set(key, probe);
        expression(template, -1, probe);
      }
      return probe;
    },
    done: () => ({
      expressions,
      always,
      matcher: createMatcher([...uses.keys()]),
      uses: [...uses.values()],
      wakes,
      probes: probes.size,
    }),
  };
}
