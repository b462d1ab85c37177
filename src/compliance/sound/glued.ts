import { isHan } from "../text/common";
import type { View } from "../text/views";
import { teachesReading } from "./ordinary";
import { type Restored, Rewriting } from "./rewriting";
import { isSyllable, syllableNumber, syllableOf } from "./syllables";

/** A syllable between Chinese characters: 家庭bi备. */
const SYLLABLE = /(?<![a-z\d])[a-z]{2,6}(?![a-z\d])/gu;
const MAY_BE_GLUED = /[\u4e00-\u9fff][a-z]{2}|[a-z]{2}[\u4e00-\u9fff]/u;
/** More than so many syllables in a sentence are a lesson or a name; so many characters for one are tried. */
const MOST_SYLLABLES = 4;
const MOST_READINGS = 3;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

interface Glued {
  readonly from: number;
  readonly to: number;
  /** What it may stand for, the likeliest first. */
  readonly meant: readonly string[];
}

/**
 * Reads single syllables in letters as what stands beside their neighbours in the words of the rules, of which any may be hidden
 * so. A view for the likeliest reading of each, the next, and so on; none where nothing is spelt.
 */
export function createGluedReader(words: () => Iterable<string>): (view: View, typed: string) => readonly Restored[] {
  let known: { readonly pairs: Pairs; readonly bySound: ReadonlyMap<string, readonly string[]> } | undefined;
  return (view, typed) => {
    const { text } = view;
    if (!MAY_BE_GLUED.test(text) || teachesReading(text)) return [];
    const spelt = [...text.matchAll(SYLLABLE)].filter(({ 0: letters, index }) => isSpelt(view, typed, letters, index));
    if (spelt.length === 0 || spelt.length > MOST_SYLLABLES) return [];
    known ??= { pairs: pairsOf(words()), bySound: charactersBySound() };
    const { pairs, bySound } = known;
    const glued = spelt.flatMap(({ 0: letters, index }): Glued[] => {
      const [before, behind] = [text[index - 1], text[index + letters.length]];
      const meant = (bySound.get(letters) ?? [])
        .map((each) => ({
          each,
          beside: Number(isPair(pairs, before, each)) + Number(isPair(pairs, each, behind)),
        }))
        .filter(({ beside }) => beside > 0)
        .sort((a, b) => b.beside - a.beside)
        .map(({ each }) => each)
        .slice(0, MOST_READINGS);
      return meant.length > 0 ? [{ from: index, to: index + letters.length, meant }] : [];
    });
    const readings = Math.max(0, ...glued.map(({ meant }) => meant.length));
    return Array.from({ length: readings }, (_, nth) => writeOut(view, glued, nth));
  };
}

/** Whether letters are a syllable that is typed small and touches Chinese. */
function isSpelt({ text, starts, ends }: View, typed: string, letters: string, from: number): boolean {
  const to = from + letters.length;
  if (!isSyllable(letters) || !(isHan(text[from - 1]) || isHan(text[to]))) return false;
  const source = typed.slice(starts[from], ends[to - 1]);
  return source === source.toLowerCase();
}

/** Bits by pair. One pair in some forty shares the bit of one that is there: the rules still have to find what is read. */
type Pairs = Uint32Array;
const PAIR_BITS = 22;
const placeOf = (before: number, behind: number): number =>
  Math.imul(before * 65536 + behind, 0x9e3779b1) >>> (32 - PAIR_BITS);

function isPair(pairs: Pairs, before: string | undefined, behind: string | undefined): boolean {
  if (!isHan(before) || !isHan(behind)) return false;
  const place = placeOf(before?.charCodeAt(0) ?? 0, behind?.charCodeAt(0) ?? 0);
  return (((pairs[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** Every two Chinese characters that stand beside each other in the words. */
function pairsOf(words: Iterable<string>): Pairs {
  const pairs = new Uint32Array(2 ** (PAIR_BITS - 5));
  for (const word of words) {
    let before = 0;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      const han = unit >= FIRST_HAN && unit <= LAST_HAN ? unit : 0;
      if (han > 0 && before > 0) {
        const place = placeOf(before, han);
        pairs[place >> 5] = (pairs[place >> 5] ?? 0) | (1 << (place & 31));
      }
      before = han;
    }
  }
  return pairs;
}

function charactersBySound(): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>();
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) {
    if (syllableNumber(unit) === 0) continue;
    const character = String.fromCharCode(unit);
    const syllable = syllableOf(character) ?? "";
    const list = made.get(syllable);
    if (list) list.push(character);
    else made.set(syllable, [character]);
  }
  return made;
}

function writeOut(view: View, glued: readonly Glued[], nth: number): Restored {
  const written = new Rewriting(view);
  for (const { from, to, meant } of glued) {
    written.copyTo(from);
    written.write(meant[nth] ?? meant[0] ?? "", from, to, "mixed_pinyin");
  }
  return written.done();
}
