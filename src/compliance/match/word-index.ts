/**
 * Where many words stand in a text. Words are filed by their last UTF-16 units, three or two, in open-addressing tables of
 * Int32Arrays: most places of a text end no word, which a bit tells, and filing some ten thousand Chinese literals costs a
 * fraction of what an automaton over them does, since there are no states and no failure links to make.
 */
export interface WordIndex {
  /** Calls back for every occurrence of every word, by place of its end, longest first: index of the word, UTF-16 start and end. */
  scan(text: string, found: (word: number, start: number, end: number) => void): void;
}

/** Words are distinct and not empty. */
export function indexWords(words: readonly string[]): WordIndex {
  // Word numbers are kept one up, so that nought is nothing.
  const alone = new Int32Array(65536);
  const pairs = createTable(words.length);
  const ends = createTable(words.length);
  for (const word of byLength(words)) {
    const text = words[word] ?? "";
    const unit = (back: number): number => text.charCodeAt(text.length - back);
    if (text.length === 1) alone[unit(1)] = word + 1;
    else if (text.length === 2) pairs.put(pairKey(unit(2), unit(1)), word);
    else ends.put(endKey(unit(3), unit(2), unit(1)), word);
  }

  return {
    scan(text, found) {
      let earlier = 0;
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const end = at + 1;
        const triple = endKey(earlier, before, unit);
        if (ends.mayHave(triple))
          for (let filed = ends.first(triple); filed > 0; filed = ends.next(filed)) {
            const word = words[filed - 1] ?? "";
            if (word.length <= end && text.startsWith(word, end - word.length))
              found(filed - 1, end - word.length, end);
          }
        const pair = pairKey(before, unit);
        if (pairs.mayHave(pair)) {
          const filed = pairs.first(pair);
          if (filed > 0 && at > 0) found(filed - 1, at - 1, end);
        }
        const single = alone[unit] ?? 0;
        if (single > 0) found(single - 1, at, end);
        earlier = before;
        before = unit;
      }
    },
  };
}

const pairKey = (before: number, unit: number): number => (before << 16) | unit;
/** Of different ends some have one key: a word under it is still to be compared. */
const endKey = (earlier: number, before: number, unit: number): number =>
  Math.imul(earlier, 0x9e3779b1) ^ pairKey(before, unit);

interface Table {
  /** Last in is first out. */
  put(key: number, word: number): void;
  /** False where nothing is filed under the key; nearly always so when it is true. */
  mayHave(key: number): boolean;
  /** Number of a word under the key and of the one behind a word, both one up; 0 when there is none. */
  first(key: number): number;
  next(filed: number): number;
}

function createTable(count: number): Table {
  let size = 64;
  while (size < count * 2) size *= 2;
  const keys = new Int32Array(size);
  const heads = new Int32Array(size);
  const behind = new Int32Array(count + 1);
  // A bit for each hash, small enough to stay at hand.
  const bits = new Uint8Array(8192);
  const slotOf = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1);
    while (heads[at] !== 0 && keys[at] !== key) at = (at + 1) & (size - 1);
    return at;
  };
  return {
    put(key, word) {
      const slot = slotOf(key);
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

/** 16 bits of a key's hash. */
const bitOf = (key: number): number => Math.imul(key, 0x85ebca6b) >>> 16;

/** Numbers of the words, shorter first: what is filed last is found first. */
function byLength(words: readonly string[]): Int32Array {
  const counts: number[] = [];
  for (const { length } of words) counts[length] = (counts[length] ?? 0) + 1;
  const places: number[] = [];
  let place = 0;
  for (let length = 0; length < counts.length; length++) {
    places[length] = place;
    place += counts[length] ?? 0;
  }
  const order = new Int32Array(words.length);
  words.forEach(({ length }, word) => {
    const at = places[length] ?? 0;
    order[at] = word;
    places[length] = at + 1;
  });
  return order;
}
