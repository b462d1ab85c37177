import { isHan } from "../text/common";
import { typedFor } from "./confusables";
import { isOdd, isRare, nearSpellings, SYLLABLES, syllableOf } from "./syllables";

/** How a piece of text stands for one character of a term. An unlisted homophone may stand for many another. */
export type Manner =
  | "exact"
  | "latin"
  | "initial"
  | "homophone"
  | "unlisted"
  | "glyph"
  | "numeral"
  | "masked"
  | "turned";

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly manner: Manner;
}

const isLatin = (char: string | undefined): boolean => char !== undefined && char >= "a" && char <= "z";
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const FIRST_HAN = 0x4e36;
const LAST_HAN = 0x9fff;
/** What may stand between two pieces: zui-hao, 最·hao, 治&疗. Commas and stops may not: they cut clauses. */
const BETWEEN = new Set([..." \t\u3000-·.'’_*•&@%$^~|+=/…丶の"].map((sign) => sign.charCodeAt(0)));
const MOST_BETWEEN = 2;
/** From arrows to pictures of the first plane. */
const FIRST_SIGN = 0x2190;
const LAST_SIGN = 0x2bff;
const VARIANT = 0xfe0f;
/**
 * From so many characters on any homophone counts, but for the first; elsewhere one that is none of the commonest characters:
 * 高血丫, 姆乳, but not 国家及地区.
 */
export const COMMON_HOMOPHONE_FROM = 4;
/** Shorter terms would meet ordinary words when one letter counts wherever it stands. */
const INITIAL_FROM = 3;
/** From so many characters on a term is known with a picture in place of one of them: 稳🐷不赔. */
export const MASKED_FROM = 4;

/**
 * Reads `term` at `at` of a normal view, character by character, in any disguise; null if it is not there. A term spelt
 * exactly is found too, as pieces that are all exact.
 */
export function readTerm(text: string, at: number, term: string): Piece[] | null {
  const pieces: Piece[] = [];
  let at2 = at;
  let loose = 0;
  for (let i = 0; i < term.length; i++) {
    const previous = pieces.at(-1);
    const piece = readCharacter(text, at2, term[i] ?? "", previous, term.length, i);
    if (!piece) return null;
    if (isLoose(piece)) loose++;
    if (loose > 1) return null;
    pieces.push(piece);
    at2 = piece.to;
  }
  // Beside letters a long term has room for one that is loose: zeng羌免疫力.
  const most = term.length >= COMMON_HOMOPHONE_FROM && pieces.some(({ manner }) => manner === "latin") ? 2 : 1;
  if (loose > 0 && pieces.filter(({ manner }) => manner !== "exact" && manner !== "numeral").length > most) return null;
  return endsWell(text, pieces.at(-1)) ? pieces : null;
}

/** Whether a piece stands for a character as it may for many another. */
const isLoose = ({ manner }: Piece): boolean => manner === "initial" || manner === "masked" || manner === "unlisted";

/** Whether no character behind the first of a term may also stand between two pieces: as it is, it is then read as it is. */
export function isUnbroken(term: string): boolean {
  for (let at = 1; at < term.length; at++) if (BETWEEN.has(term.charCodeAt(at))) return false;
  return true;
}

/** A UTF-16 unit; at the text's end one that is in no text. Asking strings beyond their end makes the engine start over. */
export const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);

/** Where the text goes on after what may stand between two pieces. */
export function afterGap(text: string, at: number): number {
  let end = at;
  for (let n = 0; n < MOST_BETWEEN; n++, end++) {
    const unit = unitAt(text, end);
    // What follows is nearly always a Chinese character, of which one looks like a stroke.
    if (unit > FIRST_HAN || !BETWEEN.has(unit)) break;
  }
  return end;
}

/**
 * Where the text goes on behind what stands for nothing at `at`, a Latin letter between two Chinese characters (国J家J级) or a
 * picture (美💥白); -1 where nothing of the kind stands.
 */
export function afterInserted(text: string, at: number): number {
  const unit = unitAt(text, at);
  // Nearly always.
  if (unit >= FIRST_HAN && unit <= LAST_HAN) return -1;
  const isPicture = unit >= 0xd83c && unit <= 0xd83e;
  if (isPicture || (unit >= FIRST_SIGN && unit <= LAST_SIGN)) {
    const end = at + (isPicture ? 2 : 1);
    return unitAt(text, end) === VARIANT ? end + 1 : end;
  }
  return isLatin(text[at]) && isHan(text[at - 1]) && isHan(text[at + 1]) ? at + 1 : -1;
}

function readCharacter(
  text: string,
  at: number,
  meant: string,
  previous: Piece | undefined,
  length: number,
  index: number,
): Piece | null {
  const from = previous ? afterGap(text, at) : at;
  if (text[from] === meant) return { from, to: from + 1, manner: "exact" };
  const behind = previous ? afterInserted(text, at) : -1;
  if (behind >= 0 && text[behind] === meant) return { from: behind, to: behind + 1, manner: "exact" };
  // A Latin piece begins its run, or goes on where the piece before ended.
  const mayBeginLatin =
    !isLatin(text[from - 1]) || (previous !== undefined && from === previous.to && previous.manner === "latin");
  const syllable = syllableOf(meant);
  if (syllable && mayBeginLatin) {
    const spelt = speltAt(text, from, syllable);
    if (spelt > 0) return { from, to: from + spelt, manner: "latin" };
  }
  for (const typed of typedFor(meant))
    if (text.startsWith(typed, from) && (!isLatin(typed) || standsAlone(text, from, 1)))
      return { from, to: from + typed.length, manner: mannerOf(typed, syllable) };
  if (behind >= 0 && length >= MASKED_FROM && !isLatin(text[at])) return { from: at, to: behind, manner: "masked" };
  if (!syllable) return null;
  if (text[from] === syllable[0] && mayBeInitial(text, from, length, index))
    return { from, to: from + 1, manner: "initial" };
  const other = text[from] ?? "";
  if (
    (from !== at && !isSpacedOut(text, from, previous)) ||
    !isHan(other) ||
    !soundsLike(syllableOf(other), syllable, length, index)
  )
    return null;
  if (index === 0 ? !isRare(other.charCodeAt(0)) : length < COMMON_HOMOPHONE_FROM && !isOdd(other.charCodeAt(0)))
    return null;
  return { from, to: from + 1, manner: "unlisted" };
}

/** 降 血 亚: set apart from the one before by a blank, as that was from its own. */
const isSpacedOut = (text: string, from: number, previous: Piece | undefined): boolean =>
  previous !== undefined && text[from - 1] === " " && text[previous.from - 1] === " ";

/** Whether a character is read as another one, or in a long term behind its second nearly so: 好评肪现. */
const soundsLike = (read: string | undefined, syllable: string, length: number, index: number): boolean =>
  read === syllable ||
  (read !== undefined && length >= COMMON_HOMOPHONE_FROM && index > 1 && nearSpellings(syllable).includes(read));

/** How many letters at a place spell a syllable, as it is or nearly (稳zuan不赔); the latter alone in its run. 0 where none do. */
function speltAt(text: string, from: number, syllable: string): number {
  if (!isLatin(text[from])) return 0;
  if (text.startsWith(syllable, from)) return syllable.length;
  for (const near of nearSpellings(syllable))
    if (text.startsWith(near, from) && standsAlone(text, from, near.length)) return near.length;
  return 0;
}

/**
 * One letter for a character: 国家j, 顶j羊绒, z付宝. Of a term of two its first with the second right behind (部队n供), or its
 * second where nothing is counted or spelt on.
 */
function mayBeInitial(text: string, from: number, length: number, index: number): boolean {
  // 全网销量D①: what follows is the term's own numeral.
  const beforeNumeral = length >= MASKED_FROM && index === length - 2 && text[from + 1] === "1";
  if (!standsAlone(text, from, beforeNumeral ? 2 : 1)) return false;
  return length >= INITIAL_FROM || index > 0 || isHan(text[from + 1]);
}

function mannerOf(typed: string, syllable: string | undefined): Manner {
  if (typed.length === 1 && isDigit(typed)) return "numeral";
  return typed.length === 1 && syllableOf(typed) === syllable ? "homophone" : "glyph";
}

const standsAlone = (text: string, from: number, length: number): boolean =>
  ![text[from - 1], text[from + length]].some((char) => isLatin(char) || isDigit(char));

/** A Latin end is an end if the run ends there, or goes on in whole syllables (zuihao|yong). */
function endsWell(text: string, last: Piece | undefined): boolean {
  if (last?.manner !== "latin") return true;
  const rest = /^[a-z]*/.exec(text.slice(last.to, last.to + 40))?.[0] ?? "";
  return rest === "" || isSpelt(rest);
}

/** Whether a Latin run is Mandarin syllables and nothing else. */
function isSpelt(run: string): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < run.length; at++) {
    if (!reached.has(at)) continue;
    for (let length = 1; length <= 6; length++) if (SYLLABLES.has(run.slice(at, at + length))) reached.add(at + length);
  }
  return reached.has(run.length);
}
