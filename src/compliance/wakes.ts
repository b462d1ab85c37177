import { Chains, grown } from "./match/chains";
import { createWordIndex } from "./match/word-index";
import { frequencyOf } from "./text/common";

/** A way in which an expression can match: at least one literal of each set must be met. */
export type Way = readonly (readonly string[])[];

/** A set that every text meets. */
const ANY_TEXT = 0;
/** In place of a row for a word that tells nothing. */
const EMPTY = -1;
/** Cells of a row before its items, and of a way. */
const HEAD = 4;
const WAY = 3;
/** A set of fewer words is not worth being known again. */
const LIST = 16;

/** A draft has one scope, a table of drafts has a few. */
const MOST_SCOPES = 16;

/**
 * What words tell in a scope, in a row each: the round in which it was last met; how many cells of rules, sets and ways there
 * are; and they themselves. What texts have is a small part of all there is, so it is kept close together: rows are made for
 * words that are met, and again when these have come to tell more.
 */
interface Rows {
  cells: Int32Array;
  end: number;
  /** By word; 0 where a row is to be made. */
  ofWord: Int32Array;
}

/** By owner; most have none. Every owner has its place from the first on: an array with gaps is slow to look things up in. */
type Lists = (number[] | undefined)[];

function put(lists: Lists, owner: number, item: number): void {
  const list = lists[owner];
  if (list) list.push(item);
  else lists[owner] = [item];
}

/** Which terms and expressions a text is asked for: those of one scope. */
export interface Asked {
  readonly rule: (rule: number) => boolean;
  readonly expression: (expression: number) => boolean;
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
  /** Expressions of which a way asks for the set besides. */
  private readonly askersOfSet: Lists = [];
  /** What words tell in the scopes that were asked about last, the latest at the end. */
  private readonly rows = new Map<Asked, Rows>();
  // What was met in a round bears its number, so that nothing has to be cleared between texts.
  private round = 0;
  private met = new Int32Array(1024);
  private readonly woken: Int32Array;
  /** Where in the rows the ways stand that a text announces; what is behind them is of texts before. */
  private readonly announced: number[] = [];

  constructor(expressions: number) {
    this.woken = new Int32Array(expressions);
    this.addSet([]);
  }

  term(literal: string, rule: number): void {
    const word = this.index.add(literal);
    this.rulesOfWord.put(word, rule);
    this.forget([word]);
  }

  /** No way may be without sets. */
  expression(expression: number, ways: readonly Way[]): void {
    for (const way of ways) {
      const [rarest = ANY_TEXT, second = ANY_TEXT, third = ANY_TEXT] = this.rarestFirst(way);
      for (const cell of [expression, second, third]) put(this.waysOfSet, rarest, cell);
      for (const set of [second, third]) if (set !== ANY_TEXT) put(this.askersOfSet, set, expression);
      for (const set of [rarest, second, third]) this.forget(this.wordsOfSet[set] ?? []);
    }
  }

  /** Calls back for every occurrence of a term that is asked for, and then for each such expression that the text wakes. */
  scan(
    text: string,
    asked: Asked,
    occurs: (rule: number, start: number, end: number) => void,
    wakes: (expression: number) => void,
  ): void {
    const round = ++this.round;
    const { met, announced, woken } = this;
    met[ANY_TEXT] = round;
    let ways = 0;
    const rows = this.rowsFor(asked);
    const { count, words, ends } = this.index.scan(text);
    for (let i = 0; i < count; i++) {
      const word = words[i] ?? 0;
      const row = rows.ofWord[word] || this.makeRow(rows, word, asked);
      if (row === EMPTY) continue;
      const { cells } = rows;
      let at = row + HEAD;
      const rulesEnd = at + (cells[row + 1] ?? 0);
      if (at < rulesEnd) {
        const end = ends[i] ?? 0;
        const start = end - this.index.lengthOf(word);
        for (; at < rulesEnd; at++) occurs(cells[at] ?? 0, start, end);
      }
      if (cells[row] === round) continue;
      cells[row] = round;
      for (const last = at + (cells[row + 2] ?? 0); at < last; at++) met[cells[at] ?? 0] = round;
      for (const last = at + (cells[row + 3] ?? 0); at < last; at += WAY) announced[ways++] = at;
    }
    const { cells } = rows;
    for (let i = 0; i < ways; i++) {
      const way = announced[i] ?? 0;
      if (met[cells[way + 1] ?? 0] !== round || met[cells[way + 2] ?? 0] !== round) continue;
      const expression = cells[way] ?? 0;
      if (woken[expression] === round) continue;
      woken[expression] = round;
      wakes(expression);
    }
  }

  private rowsFor(asked: Asked): Rows {
    let rows = this.rows.get(asked);
    if (!rows) {
      for (const [oldest] of this.rows) if (this.rows.size >= MOST_SCOPES) this.rows.delete(oldest);
      rows = { cells: new Int32Array(1024), end: 1, ofWord: new Int32Array(1024) };
      this.rows.set(asked, rows);
    }
    return rows;
  }

  private makeRow(rows: Rows, word: number, asked: Asked): number {
    const rules = this.rulesOfWord.list(word).filter(asked.rule);
    const ofWord = this.setsOfWord.list(word);
    const sets = ofWord.filter((set) => this.askersOfSet[set]?.some(asked.expression));
    const ways = ofWord.flatMap((set) => this.waysFor(set, asked));
    if (rows.ofWord.length <= word) rows.ofWord = grown(rows.ofWord, word + 1);
    if (rules.length + sets.length + ways.length === 0) {
      rows.ofWord[word] = EMPTY;
      return EMPTY;
    }
    const row = rows.end;
    const cells = [0, rules.length, sets.length, ways.length, ...rules, ...sets, ...ways];
    rows.end += cells.length;
    if (rows.cells.length < rows.end) rows.cells = grown(rows.cells, rows.end);
    rows.cells.set(cells, row);
    rows.ofWord[word] = row;
    return row;
  }

  private waysFor(set: number, asked: Asked): number[] {
    const ways = this.waysOfSet[set] ?? [];
    const wanted: number[] = [];
    for (let at = 0; at < ways.length; at += WAY)
      if (asked.expression(ways[at] ?? 0)) wanted.push(...ways.slice(at, at + WAY));
    return wanted;
  }

  /** Lets rows be made again of words that have come to tell more. */
  private forget(words: readonly number[]): void {
    for (const { ofWord } of this.rows.values()) for (const word of words) if (word < ofWord.length) ofWord[word] = 0;
  }

  private rarestFirst(way: Way): readonly number[] {
    const sets = way.map((literals) => this.setOf(literals));
    if (sets.length < 2) return sets;
    const frequency = (at: number): number => (this.frequencies[sets[at] ?? 0] ||= frequencyOf(way[at] ?? []));
    return [...sets.keys()].sort((a, b) => frequency(a) - frequency(b)).map((at) => sets[at] ?? 0);
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
    const words = literals.map((literal) => this.index.add(literal));
    for (const word of words) this.setsOfWord.put(word, set);
    this.wordsOfSet.push(words);
    this.frequencies.push(0);
    this.waysOfSet.push(undefined);
    this.askersOfSet.push(undefined);
    if (this.met.length <= set) this.met = grown(this.met, set + 1);
    return set;
  }
}
