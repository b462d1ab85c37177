import { grown } from "./chains";

/**
 * Where many words stand in a text. Words are filed by their last UTF-16 units, three or two, in open-addressing tables of
 * Int32Arrays: most places of a text end no word, which a bit tells, and filing some ten thousand Chinese literals costs a
 * fraction of what an automaton over them does, since there are no states and no failure links to make. Words may be added
 * at any time.
 */
export interface WordIndex {
  /** The word's number: they are counted from 0 as they first come. No word is empty. */
  add(word: string): number;
  /** UTF-16 units of a word. */
  lengthOf(word: number): number;
  /** Every occurrence of every word, by place of its end. The next scan overwrites it. */
  scan(text: string): Found;
}

/** So many occurrences: of each the number of the word and its UTF-16 end. A text has hundreds, which no object is made for. */
export interface Found {
  count: number;
  words: Int32Array;
  ends: Int32Array;
}

export function createWordIndex(): WordIndex {
  const words: string[] = [];
  // Word numbers are kept one up, so that nought is nothing.
  const alone = new Int32Array(65536);
  const pairs = createTable();
  const ends = createTable();
  const found: Found = { count: 0, words: new Int32Array(1024), ends: new Int32Array(1024) };
  const put = (word: number, end: number): void => {
    if (found.count === found.words.length) {
      found.words = grown(found.words, 0);
      found.ends = grown(found.ends, 0);
    }
    found.words[found.count] = word;
    found.ends[found.count++] = end;
  };

  return {
    lengthOf: (word) => words[word]?.length ?? 0,
    add(text) {
      const last = text.length - 1;
      const unit = text.charCodeAt(last);
      if (last === 0) {
        alone[unit] ||= words.push(text);
        return (alone[unit] ?? 0) - 1;
      }
      const before = text.charCodeAt(last - 1);
      const earlier = text.charCodeAt(last - 2);
      const table = last === 1 ? pairs : ends;
      const key = last === 1 ? pairKey(before, unit) : endKey(earlier, before, unit);
      if (table.mayHave(key))
        for (let filed = table.first(key); filed > 0; filed = table.next(filed))
          if (words[filed - 1] === text) return filed - 1;
      const word = words.push(text) - 1;
      table.put(key, word);
      return word;
    },
    scan(text) {
      found.count = 0;
      let earlier = 0;
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const end = at + 1;
        const triple = endKey(earlier, before, unit);
        if (ends.mayHave(triple))
          for (let filed = ends.first(triple); filed > 0; filed = ends.next(filed)) {
            const word = words[filed - 1] ?? "";
            if (word.length <= end && text.startsWith(word, end - word.length)) put(filed - 1, end);
          }
        const pair = pairKey(before, unit);
        if (pairs.mayHave(pair)) {
          const filed = pairs.first(pair);
          if (filed > 0 && at > 0) put(filed - 1, end);
        }
        const single = alone[unit] ?? 0;
        if (single > 0) put(single - 1, end);
        earlier = before;
        before = unit;
      }
      return found;
    },
  };
}

/** Two UTF-16 units as one number. */
export const pairKey = (before: number, unit: number): number => (before << 16) | unit;
/** Of different ends some have one key: a word under it is still to be compared. */
const endKey = (earlier: number, before: number, unit: number): number =>
  Math.imul(earlier, 0x9e3779b1) ^ pairKey(before, unit);

interface Table {
  put(key: number, word: number): void;
  /** False where nothing is filed under the key; nearly always so when it is true. */
  mayHave(key: number): boolean;
  /** Number of a word under the key and of the one behind a word, both one up; 0 when there is none. */
  first(key: number): number;
  next(filed: number): number;
}

function createTable(): Table {
  let keys = new Int32Array(4096);
  let heads = new Int32Array(4096);
  let behind = new Int32Array(4096);
  let count = 0;
  // A bit for each hash, few enough to stay at hand.
  const bits = new Uint8Array(2 ** (HASH_BITS - 3));
  const slotOf = (key: number): number => {
    const last = keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & last;
    while (heads[at] !== 0 && keys[at] !== key) at = (at + 1) & last;
    return at;
  };
  const grow = (): void => {
    const [oldKeys, oldHeads] = [keys, heads];
    keys = new Int32Array(2 * oldKeys.length);
    heads = new Int32Array(2 * oldKeys.length);
    oldHeads.forEach((head, at) => {
      if (head === 0) return;
      const slot = slotOf(oldKeys[at] ?? 0);
      keys[slot] = oldKeys[at] ?? 0;
      heads[slot] = head;
    });
  };
  return {
    put(key, word) {
      if (2 * count > keys.length) grow();
      if (word + 1 >= behind.length) behind = grown(behind, word + 2);
      const slot = slotOf(key);
      if (heads[slot] === 0) count++;
      behind[word + 1] = heads[slot] ?? 0;
      keys[slot] = key;
      heads[slot] = word + 1;
      const bit = bitOf(key);
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    },
    mayHave(key) {
      const bit = bitOf(key);
      return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    },
    first: (key) => heads[slotOf(key)] ?? 0,
    next: (filed) => behind[filed] ?? 0,
  };
}

const HASH_BITS = 17;
const bitOf = (key: number): number => Math.imul(key, 0x85ebca6b) >>> (32 - HASH_BITS);
