import { Chains, grown } from "./match/chains";
import { createWordIndex } from "./match/word-index";
import { frequencyOf } from "./text/common";

/** A way in which an expression can match: at least one literal of each set must be met. */
export type Way = readonly (readonly string[])[];

/** A set that every text meets. */
const ANY_TEXT = 0;
/** Cells of a row before its items, and of a way. */
const HEAD = 4;
const WAY = 3;
/** A set of fewer words is not worth being known again. */
const LIST = 16;

/** By owner; most have none. Every owner has its place from the first on: an array with gaps is slow to look things up in. */
type Lists = (number[] | undefined)[];

function put(lists: Lists, owner: number, item: number): void {
  const list = lists[owner];
  if (list) list.push(item);
  else lists[owner] = [item];
}

/**
 * From words to the rules they are terms of and the expressions they wake: a sentence has hundreds of words and most wake
 * nothing. Of the sets of a way the rarest announces it, and only once that is met are the others asked for.
 */
export class Wakes {
  private readonly index = createWordIndex();
  private readonly rulesOfWord = new Chains(1024);
  private readonly setsOfWord = new Chains(2 ** 15, 2 ** 16);
  private readonly setsOfLists = new WeakMap<readonly string[], number>();
  private readonly wordsOfSet: (readonly number[])[] = [];
  /** By set; 0 where nobody has asked yet. */
  private readonly frequencies: number[] = [];
  /** Ways that a set announces: of each its expression and the sets that are to be met besides. */
  private readonly waysOfSet: Lists = [];
  /**
   * What a word tells, in a row: the round in which it was last met; how many cells of rules, sets and ways there are; and they
   * themselves. What texts have is a small part of all there is, so it is kept close together: rows are made for words that
   * are met, and again when these have come to tell more.
   */
  private rows = new Int32Array(1024);
  private rowEnd = 1;
  /** By word; 0 where a row is to be made. */
  private rowOfWord = new Int32Array(1024);
  // What was met in a round bears its number, so that nothing has to be cleared between texts.
  private round = 0;
  private met = new Int32Array(1024);
  private readonly woken: Int32Array;
  /** Where in the rows the ways stand that a text announces. */
  private readonly announced: number[] = [];

  constructor(expressions: number) {
    this.woken = new Int32Array(expressions);
    this.addSet([]);
  }

  term(literal: string, rule: number): void {
    const word = this.wordOf(literal);
    this.rulesOfWord.put(word, rule);
    this.rowOfWord[word] = 0;
  }

  /** No way may be without sets. */
  expression(expression: number, ways: readonly Way[]): void {
    for (const way of ways) {
      const [rarest = ANY_TEXT, second = ANY_TEXT, third = ANY_TEXT] = this.rarestFirst(way);
      for (const cell of [expression, second, third]) put(this.waysOfSet, rarest, cell);
      for (const word of this.wordsOfSet[rarest] ?? []) this.rowOfWord[word] = 0;
    }
  }

  /** Calls back for every occurrence of a term, and then for each expression that the text wakes. */
  scan(
    text: string,
    occurs: (rule: number, start: number, end: number) => void,
    wakes: (expression: number) => void,
  ): void {
    this.round++;
    this.announced.length = 0;
    this.met[ANY_TEXT] = this.round;
    this.index.scan(text, (word, start, end) => {
      const row = this.rowOfWord[word] || this.makeRow(word);
      const { rows, met, round, announced } = this;
      let at = row + HEAD;
      for (const last = at + (rows[row + 1] ?? 0); at < last; at++) occurs(rows[at] ?? 0, start, end);
      if (rows[row] === round) return;
      rows[row] = round;
      for (const last = at + (rows[row + 2] ?? 0); at < last; at++) met[rows[at] ?? 0] = round;
      for (const last = at + (rows[row + 3] ?? 0); at < last; at += WAY) announced.push(at);
    });
    const { rows, met, woken, round } = this;
    for (const way of this.announced) {
      if (met[rows[way + 1] ?? 0] !== round || met[rows[way + 2] ?? 0] !== round) continue;
      const expression = rows[way] ?? 0;
      if (woken[expression] === round) continue;
      woken[expression] = round;
      wakes(expression);
    }
  }

  private makeRow(word: number): number {
    const rules = this.rulesOfWord.list(word);
    const sets = this.setsOfWord.list(word);
    const ways = sets.flatMap((set) => this.waysOfSet[set] ?? []);
    const row = this.rowEnd;
    const cells = [0, rules.length, sets.length, ways.length, ...rules, ...sets, ...ways];
    this.rowEnd += cells.length;
    if (this.rows.length < this.rowEnd) this.rows = grown(this.rows, this.rowEnd);
    this.rows.set(cells, row);
    this.rowOfWord[word] = row;
    return row;
  }

  private rarestFirst(way: Way): readonly number[] {
    const sets = way.map((literals) => this.setOf(literals));
    if (sets.length < 2) return sets;
    const frequency = (at: number): number => (this.frequencies[sets[at] ?? 0] ||= frequencyOf(way[at] ?? []));
    return [...sets.keys()].sort((a, b) => frequency(a) - frequency(b)).map((at) => sets[at] ?? 0);
  }

  private wordOf(literal: string): number {
    const word = this.index.add(literal);
    if (this.rowOfWord.length <= word) this.rowOfWord = grown(this.rowOfWord, word + 1);
    return word;
  }

  private setOf(literals: readonly string[]): number {
    if (literals.length < LIST) return this.addSet(literals);
    // The words of a list come again and again as the same array.
    let set = this.setsOfLists.get(literals);
    if (set === undefined) {
      set = this.addSet(literals);
      this.setsOfLists.set(literals, set);
    }
    return set;
  }

  private addSet(literals: readonly string[]): number {
    const set = this.wordsOfSet.length;
    const words = literals.map((literal) => this.wordOf(literal));
    for (const word of words) {
      this.setsOfWord.put(word, set);
      this.rowOfWord[word] = 0;
    }
    this.wordsOfSet.push(words);
    this.frequencies.push(0);
    this.waysOfSet.push(undefined);
    if (this.met.length <= set) this.met = grown(this.met, set + 1);
    return set;
  }
}
