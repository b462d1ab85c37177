import { syllableOf } from "./syllables";

/** What a disguise is not: pieces of the dictionary's words, pinyin beside the word that it reads out, and lessons. */

/** Made when a text first may have a disguise: it takes as long as reading many rules. */
let words: Intl.Segmenter | undefined;
/** Words of Chinese are seldom longer; more text around would only cost. */
const NEAR = 8;
const HAN = /[\u4e00-\u9fff]/u;
/** What may stand behind a claim's last character and be taken into its word: 好的, 赚了. */
const LOOSE = /[的了着过地得啊呀吧吗呢哦啦嘛一]$/u;

/** The words of a sentence's normal view from a little before `start` to a little behind `end`, and where they begin. */
function wordsAround(text: string, start: number, end: number): { found: Intl.Segments; from: number } {
  words ??= new Intl.Segmenter("zh", { granularity: "word" });
  const from = Math.max(0, start - NEAR);
  return { found: words.segment(text.slice(from, end + NEAR)), from };
}

/** Whether a word reaches over an end of [start, end) of a sentence's normal view: 二手书包|转让, 剪|肥大. */
export function cutsDictionaryWord(text: string, start: number, end: number): boolean {
  const { found, from } = wordsAround(text, start, end);
  for (const { segment, index } of found) {
    if (segment.length < 2 || !HAN.test(segment)) continue;
    const [first, last] = [from + index, from + index + segment.length];
    if (first < start && last > start && last <= end) return true;
    if (first >= start && first < end && last > end && !LOOSE.test(segment)) return true;
  }
  return false;
}

/** Whether in [start, end) of a sentence's normal view no word has more than one character, or reaches out of it. */
export function partsNoWords(text: string, start: number, end: number): boolean {
  const { found, from } = wordsAround(text, start, end);
  for (const { segment, index } of found)
    if (segment.length > 1 && from + index < end && from + index + segment.length > start) return false;
  return true;
}

/** Whether the character at `at` of a sentence's normal view is part of a word of the dictionary. */
export function isInDictionaryWord(text: string, at: number): boolean {
  const { found, from } = wordsAround(text, at, at);
  const { segment = "" } = found.containing(at - from) ?? {};
  return segment.length > 1 && HAN.test(segment) && !LOOSE.test(segment);
}

/** Whether a word ends and another begins inside [start, end) of a sentence's normal view, both reaching out of it: 保护|眼睛. */
export function partsTwoWords(text: string, start: number, end: number): boolean {
  const { found, from } = wordsAround(text, start, end);
  let cut = -1;
  for (const { segment, index } of found) {
    const [first, last] = [from + index, from + index + segment.length];
    if (first < start && last > start && last < end && HAN.test(segment)) cut = last;
    if (first === cut && last > end && HAN.test(segment) && !LOOSE.test(segment)) return true;
  }
  return false;
}

/** Whether a sentence teaches how words are read or spelt: 把“包裹”拼成了 bao guo. */
export function teachesReading(text: string): boolean {
  return /拼音|拼[成写]|读(?:音|作|成)|念[作成]|声[母调]|韵母|多音|生字|识字|组词|[翘平]舌/u.test(text);
}

/** Letters of the longest syllable. */
const LONGEST_SYLLABLE = 6;

/**
 * Whether letters are how a word is read; what has no syllable in the table may be read in any way: Gao Xue Ya 高雪娅. By the
 * places that can be reached, since an expression would try every way to cut the letters.
 */
function readsOut(letters: string, word: string): boolean {
  let ends = new Set([0]);
  for (const character of word) {
    const syllable = syllableOf(character);
    const lengths = syllable ? [syllable.length] : Array.from({ length: LONGEST_SYLLABLE }, (_, n) => n + 1);
    const reached = [...ends].flatMap((at) =>
      letters.startsWith(syllable ?? "", at) ? lengths.map((n) => at + n) : [],
    );
    ends = new Set(reached.filter((at) => at <= letters.length));
  }
  return ends.has(letters.length);
}

/** Whether the pinyin at [start, end) reads out the word before or behind it: 姜汤 jiāngtāng, 知了（zhīliǎo）, zhī liǎo（知了）. */
export function isGloss(text: string, start: number, end: number): boolean {
  const letters = text
    .slice(start, end)
    .replace(/[^a-z]/giu, "")
    .toLowerCase();
  const before = /[\u4e00-\u9fff]+(?=[\s(（[【:：]{0,2}$)/u.exec(text.slice(0, start))?.[0] ?? "";
  const behind = /^[\s()（）[\]【】:：]{0,2}(?<word>[\u4e00-\u9fff]+)/u.exec(text.slice(end))?.groups?.word ?? "";
  for (let n = 2; n <= Math.max(before.length, behind.length); n++) {
    if (n <= before.length && readsOut(letters, before.slice(-n))) return true;
    if (n <= behind.length && readsOut(letters, behind.slice(0, n))) return true;
  }
  return false;
}
