/**
 * Where many words stand in a text. Words are filed by their last two UTF-16 units in one open-addressing table of
 * Int32Arrays: most places of a text end no word and are done with one look, and filing some ten thousand Chinese literals
 * costs a fraction of what an automaton over them does, since there are no states and no failure links to make.
 */
export interface WordIndex {
  /** Calls back for every occurrence of every word, by place of its end, longest first: index of the word, UTF-16 start and end. */
  scan(text: string, found: (word: number, start: number, end: number) => void): void;
}

const SEVERAL = 1;
const ALONE = 2;

/** Words are distinct and not empty. */
export function indexWords(words: readonly string[]): WordIndex {
  // By unit: whether it ends words of several units, whether it is a word alone. By word: what is filed behind it.
  const ends = new Uint8Array(65536);
  const alone = new Int32Array(65536);
  const next = new Int32Array(words.length);
  const third = new Uint16Array(words.length);
  let size = 64;
  while (size < words.length * 2) size *= 2;
  const keys = new Int32Array(size);
  // Word numbers are kept one up, so that nought is nothing.
  const heads = new Int32Array(size);
  // A bit for each pair by its hash, small enough to stay at hand: nearly all pairs of a text end there.
  const maybe = new Uint8Array(8192);
  const slotOf = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1);
    while (heads[at] !== 0 && keys[at] !== key) at = (at + 1) & (size - 1);
    return at;
  };
  for (const word of byLength(words)) {
    const text = words[word] ?? "";
    const last = text.charCodeAt(text.length - 1);
    if (text.length === 1) {
      ends[last] = (ends[last] ?? 0) | ALONE;
      alone[last] = word;
      continue;
    }
    ends[last] = (ends[last] ?? 0) | SEVERAL;
    if (text.length > 2) third[word] = text.charCodeAt(text.length - 3);
    const key = (text.charCodeAt(text.length - 2) << 16) | last;
    const slot = slotOf(key);
    keys[slot] = key;
    const bit = bitOf(key);
    maybe[bit >> 3] = (maybe[bit >> 3] ?? 0) | (1 << (bit & 7));
    next[word] = heads[slot] ?? 0;
    heads[slot] = word + 1;
  }

  return {
    scan(text, found) {
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const kind = ends[unit] ?? 0;
        const key = (before << 16) | unit;
        const bit = bitOf(key);
        if ((kind & SEVERAL) !== 0 && ((maybe[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0 && at > 0) {
          const earlier = at > 1 ? text.charCodeAt(at - 2) : 0;
          for (let filed = heads[slotOf(key)] ?? 0; filed > 0; filed = next[filed - 1] ?? 0) {
            const word = words[filed - 1] ?? "";
            const start = at + 1 - word.length;
            if (word.length === 2 || (third[filed - 1] === earlier && start >= 0 && text.startsWith(word, start)))
              found(filed - 1, start, at + 1);
          }
        }
        if ((kind & ALONE) !== 0) found(alone[unit] ?? 0, at, at + 1);
        before = unit;
      }
    },
  };
}

/** 16 bits of a pair's hash. */
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
