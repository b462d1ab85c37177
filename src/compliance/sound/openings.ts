import { typedFor } from "./confusables";
import { afterGap, afterInserted, COMMON_HOMOPHONE_FROM, isUnbroken, MASKED_FROM, unitAt } from "./spelling";
import {
  eachRareHomophone,
  nearSpellings,
  SOUND_LIMIT,
  SYLLABLE_LIMIT,
  soundKey,
  syllableNumber,
  syllableOf,
} from "./syllables";

/** Where in a text terms may begin, however they are written, by what their first two characters may be written as. */
export interface Openings {
  /** False where no term begins; seldom true where none does. */
  mayBegin(text: string, at: number): boolean;
  /** The terms that may stand at a place, the longest first. */
  candidates(text: string, at: number): readonly Ranked[];
}

interface Ranked {
  readonly term: string;
  readonly rank: number;
  /** See isUnbroken. */
  readonly unbroken: boolean;
}

/**
 * One way to write a first character, and the terms that it may begin, by what their second character may begin with: most
 * places that could begin a term do not go on as one, and that is seen by one character.
 */
interface Opening {
  readonly typed: string;
  readonly terms: Ranked[];
  /** Made when a text first has the opening. */
  filed: Filed | undefined;
}

interface Filed {
  /** By UTF-16 unit. */
  readonly byNext: Map<number, Ranked[]>;
  /** By the key of the sound that may stand for the second character. */
  readonly bySound: Map<number, Ranked[]>;
  /** Terms of one character. */
  readonly whole: Ranked[];
}

const NONE: readonly Ranked[] = [];
/** Typed where any homophone may be. */
const ANY = "?";

export function createOpenings(terms: readonly string[]): Openings {
  /** All openings of a UTF-16 unit, by its number in `numbers`; nothing has number 0. */
  const openings: Opening[][] = [[]];
  const numbers = new Uint16Array(65536);
  const byTyped = new Map<string, Opening>();
  /** By syllable: what any rare character that is read so may begin. */
  const byRareHomophone: Opening[] = [];
  // Longest first: 第一品牌 before 第一.
  [...terms]
    .sort((a, b) => b.length - a.length)
    .forEach((term, rank) => {
      const ranked = { term, rank, unbroken: isUnbroken(term) };
      for (const typed of spellings(term[0] ?? "")) {
        let opening = byTyped.get(typed);
        if (!opening) {
          opening = { typed, terms: [], filed: undefined };
          byTyped.set(typed, opening);
          const first = typed.charCodeAt(0);
          numbers[first] ||= openings.push([]) - 1;
          openings[numbers[first] ?? 0]?.push(opening);
        }
        opening.terms.push(ranked);
      }
      const sound = term.length > 1 ? syllableNumber(term.charCodeAt(0)) : 0;
      if (sound === 0) return;
      byRareHomophone[sound] ??= { typed: ANY, terms: [], filed: undefined };
      byRareHomophone[sound].terms.push(ranked);
    });
  eachRareHomophone((unit, syllable) => {
    const opening = byRareHomophone[syllable];
    if (!opening) return;
    numbers[unit] ||= openings.push([]) - 1;
    openings[numbers[unit] ?? 0]?.push(opening);
  });

  /** What may follow, in a row of bits for each of these numbers, which is written when a text first has the unit. */
  const follows = new Uint32Array(openings.length * ROW);
  const written = new Uint8Array(openings.length);

  const goesOn = (row: number, unit: number): boolean =>
    has(follows, row, unit & LAST_PLACE) || has(follows, row, PLACES + soundKey(unit));

  return {
    mayBegin(text, at) {
      const number = numbers[text.charCodeAt(at)] ?? 0;
      if (number === 0) return false;
      const row = number * ROW;
      if (written[number] === 0) {
        written[number] = 1;
        writeFollowers(openings[number] ?? [], follows.subarray(row, row + ROW));
      }
      const next = afterGap(text, at + 1);
      if (goesOn(row, unitAt(text, next))) return true;
      // Only where no Chinese character follows.
      const behind = next === at + 1 ? afterInserted(text, next) : -1;
      return behind >= 0 && goesOn(row, unitAt(text, behind));
    },
    candidates(text, at) {
      let found = NONE;
      for (const opening of openings[numbers[text.charCodeAt(at)] ?? 0] ?? []) {
        const { typed } = opening;
        if (typed.length > 1 && !text.startsWith(typed, at)) continue;
        const { byNext, bySound, whole } = filedOf(opening);
        const end = at + typed.length;
        const after = unitAt(text, afterGap(text, end));
        found = together(found, byNext.get(after));
        found = together(found, bySound.get(soundKey(after)));
        const behind = afterInserted(text, end);
        if (behind >= 0) found = together(found, byNext.get(unitAt(text, behind)));
        found = together(found, whole);
      }
      return found;
    },
  };
}

/** The terms of both, each of which has them by rank. */
function together(found: readonly Ranked[], more: readonly Ranked[] = NONE): readonly Ranked[] {
  if (more.length === 0) return found;
  return found.length === 0 ? more : [...found, ...more].sort((a, b) => a.rank - b.rank);
}

/** A row of bits: for UTF-16 units, some of which share one, and behind them for sounds that may follow. */
const PLACES = 512;
const LAST_PLACE = PLACES - 1;
const ROW = (PLACES + SOUND_LIMIT) / 32;

const has = (bits: Uint32Array, row: number, place: number): boolean =>
  (((bits[row + (place >> 5)] ?? 0) >>> (place & 31)) & 1) === 1;
const set = (bits: Uint32Array, place: number): void => {
  bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
};

/** Sets the bits of all that may follow. A longer opening goes on with its own second unit. */
function writeFollowers(openings: readonly Opening[], row: Uint32Array): void {
  for (const opening of openings) {
    const { byNext, bySound, whole } = filedOf(opening);
    if (opening.typed.length > 1) set(row, opening.typed.charCodeAt(1) & LAST_PLACE);
    else if (whole.length > 0) row.fill(0xffffffff);
    else {
      for (const unit of byNext.keys()) set(row, unit & LAST_PLACE);
      for (const number of bySound.keys()) set(row, PLACES + number);
    }
  }
}

/** What pictures begin with. */
const PICTURES = [0xd83c, 0xd83d, 0xd83e];

function filedOf(opening: Opening): Filed {
  opening.filed ??= file(opening.typed, opening.terms);
  return opening.filed;
}

/** Whether a piece typed for a character of a term leaves room for a homophone that is not listed: see readTerm. */
const leavesRoom = (typed: string, term: string): boolean =>
  typed === term[0] ||
  (typed >= "0" && typed <= "9") ||
  (term.length >= COMMON_HOMOPHONE_FROM && typed === syllableOf(term[0] ?? ""));

function file(typed: string, terms: readonly Ranked[]): Filed {
  const filed: Filed = { byNext: new Map(), bySound: new Map(), whole: [] };
  for (const ranked of terms) {
    const second = ranked.term[1];
    if (second === undefined) {
      filed.whole.push(ranked);
      continue;
    }
    // Beside a homophone that is not listed the rest of a term stands as it is.
    if (typed === ANY) {
      add(filed.byNext, second.charCodeAt(0), ranked);
      continue;
    }
    const units = new Set(spellings(second).map((spelling) => spelling.charCodeAt(0)));
    if (ranked.term.length >= MASKED_FROM) for (const unit of PICTURES) units.add(unit);
    for (const unit of units) add(filed.byNext, unit, ranked);
    const sound = syllableNumber(second.charCodeAt(0));
    if (sound === 0 || !leavesRoom(typed, ranked.term)) continue;
    add(filed.bySound, sound, ranked);
    if (ranked.term.length >= COMMON_HOMOPHONE_FROM) add(filed.bySound, sound + SYLLABLE_LIMIT, ranked);
  }
  return filed;
}

function add(lists: Map<number, Ranked[]>, key: number, ranked: Ranked): void {
  const list = lists.get(key);
  if (list) list.push(ranked);
  else lists.set(key, [ranked]);
}

/** What may stand for a character: itself, its syllable, its initial, what is listed for it. */
function spellings(meant: string): string[] {
  const syllable = syllableOf(meant);
  const spelt = syllable ? [syllable, ...nearSpellings(syllable), syllable[0] ?? ""] : [];
  return [...new Set([meant, ...spelt, ...typedFor(meant)])];
}
