import type { Compiled, Expression } from "./compile";
import { waysToWake } from "./match/literals";
import { parseRegex } from "./match/regex-tree";
import { expressionOf, type Names, normalTerm, type Template, templateOf } from "./match/source";
import { indexWords } from "./match/word-index";
import { listsOf } from "./wakes";

/** Collects terms and expressions under the literals that announce them. */
export interface Registry {
  term(term: string, rule: number): void;
  expression(template: Template, rule: number, probe: number): void;
  /** The number under which a sentence answers whether the expression matches it. */
  probe(source: string, names: Names): number;
  done(): Omit<Compiled, "rules" | "sound">;
}

/** Items each on a list, before the lists are sorted out. */
interface Pairs {
  readonly owners: number[];
  readonly items: number[];
}

const pairs = (): Pairs => ({ owners: [], items: [] });

function put({ owners, items }: Pairs, owner: number, item: number): void {
  owners.push(owner);
  items.push(item);
}

export function createRegistry(): Registry {
  const words: string[] = [];
  const wordNumbers = new Map<string, number>();
  const expressions: Expression[] = [];
  const always: number[] = [];
  const probes = new Map<string, number>();
  const setNumbers = new Map<string, number>();
  const setsOfLists = new WeakMap<readonly string[], number>();
  const [rulesOfWord, setsOfWord, waysOfSet] = [pairs(), pairs(), pairs()];
  const needs: number[] = [];
  const owners: number[] = [];

  const wordOf = (literal: string): number => {
    let word = wordNumbers.get(literal);
    if (word === undefined) {
      word = words.push(literal) - 1;
      wordNumbers.set(literal, word);
    }
    return word;
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
      for (const literal of literals) put(setsOfWord, wordOf(literal), number);
    }
    setsOfLists.set(literals, number);
    return number;
  };
  const expression = (template: Template, rule: number, probe: number): void => {
    const marked = template.some((part) => typeof part === "string" && part.includes("(?<mark>"));
    const index = expressions.push({ regex: expressionOf(template, marked ? "d" : ""), marked, rule, probe }) - 1;
    const ways = waysToWake(parseRegex(template)).map((sets) => sets.map(setOf));
    if (ways.some(({ length }) => length === 0)) {
      always.push(index);
      return;
    }
    for (const sets of ways) {
      const way = owners.push(index) - 1;
      const distinct = sets.filter((set, at) => sets.indexOf(set) === at);
      needs.push(distinct.length);
      for (const set of distinct) put(waysOfSet, set, way);
    }
  };

  return {
    expression,
    term(term, rule) {
      const literal = normalTerm(term);
      if (literal !== "") put(rulesOfWord, wordOf(literal), rule);
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
      const wakes = {
        rulesOfWord: listsOf(words.length, rulesOfWord.owners, rulesOfWord.items),
        setsOfWord: listsOf(words.length, setsOfWord.owners, setsOfWord.items),
        waysOfSet: listsOf(setNumbers.size, waysOfSet.owners, waysOfSet.items),
        needs: Int32Array.from(needs),
        expressions: Int32Array.from(owners),
      };
      return { expressions, always, words: indexWords(words), wordCount: words.length, wakes, probes: probes.size };
    },
  };
}
