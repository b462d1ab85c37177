import { createWordIndex } from "./match/word-index";

/** A way in which an expression can match: at least one literal of each set must be met. */
export type Way = readonly (readonly string[])[];

/** By owner; most have none. Every owner has its place from the first on: an array with gaps is slow to look things up in. */
type Lists = (number[] | undefined)[];

function put(lists: Lists, owner: number, item: number): void {
  const list = lists[owner];
  if (list) list.push(item);
  else lists[owner] = [item];
}

/**
 * From words to the rules they are terms of and the expressions they wake: a sentence has hundreds of words and most wake
 * nothing. A way wakes its expression when each of its sets was met.
 */
export class Wakes {
  readonly words = createWordIndex();
  readonly rulesOfWord: Lists = [];
  readonly setsOfWord: Lists = [];
  /** Ways that need a set; for a way that needs no other its expression, as `~expression`. */
  readonly waysOfSet: Lists = [];
  /** By way: how many sets it needs, and its expression. */
  readonly needs: number[] = [];
  readonly expressions: number[] = [];
  private readonly wordNumbers = new Map<string, number>();
  private readonly setNumbers = new Map<string, number>();
  private readonly setsOfLists = new WeakMap<readonly string[], number>();

  get wordCount(): number {
    return this.wordNumbers.size;
  }

  get setCount(): number {
    return this.setNumbers.size;
  }

  term(literal: string, rule: number): void {
    put(this.rulesOfWord, this.wordOf(literal), rule);
  }

  /** No way may be without sets. */
  expression(expression: number, ways: readonly Way[]): void {
    for (const way of ways) {
      const sets = way.map((literals) => this.setOf(literals));
      const distinct = sets.filter((set, at) => sets.indexOf(set) === at);
      const alone = distinct.length === 1;
      const number = alone ? ~expression : this.expressions.push(expression) - 1;
      if (!alone) this.needs.push(distinct.length);
      for (const set of distinct) put(this.waysOfSet, set, number);
    }
  }

  private wordOf(literal: string): number {
    let word = this.wordNumbers.get(literal);
    if (word === undefined) {
      word = this.words.add(literal);
      this.wordNumbers.set(literal, word);
      this.rulesOfWord.push(undefined);
      this.setsOfWord.push(undefined);
    }
    return word;
  }

  private setOf(literals: readonly string[]): number {
    // The words of a list come again and again as the same array.
    let number = this.setsOfLists.get(literals);
    if (number !== undefined) return number;
    const key = literals.join("\n");
    number = this.setNumbers.get(key);
    if (number === undefined) {
      number = this.setNumbers.size;
      this.setNumbers.set(key, number);
      this.waysOfSet.push(undefined);
      for (const literal of literals) put(this.setsOfWord, this.wordOf(literal), number);
    }
    this.setsOfLists.set(literals, number);
    return number;
  }
}
