import type { Evasion } from "../finding";
import type { View } from "../text/views";
import { CONFUSABLES, ORDINARY } from "./confusables";
import { afterGap, HOMOPHONE_FROM, type Piece, readTerm } from "./spelling";
import { syllableOf, syllableOfUnit } from "./syllables";

/** A view in which disguised terms are written out; `disguised` lists the units that were. */
export interface Restored {
  readonly view: View;
  readonly disguised: readonly number[];
}

// Addresses and handles are names, whatever they spell.
const URL = /(?:https?:\/\/|www\.)[\w\-./?%&=#:@]+|[\w\-.]+\.(?:com|cn|net|top|shop)\b[\w\-./?%&=#]*|@[\w\-.]+/gu;

/** Finds listed terms spelt in pinyin, homophones, look-alikes or split glyphs, and writes them out. */
export function createRestorer(terms: readonly string[]): (view: View, typed: string) => Restored | undefined {
  const byFirst = new Map<number, Opening[]>();
  const begins = new Uint8Array(65536);
  // Longest first: 第一品牌 before 第一.
  for (const term of [...terms].sort((a, b) => b.length - a.length))
    for (const typed of spellings(term[0] ?? "")) {
      const first = typed.charCodeAt(0);
      const openings = byFirst.get(first);
      const opening = openingOf(typed, term);
      if (openings) openings.push(opening);
      else byFirst.set(first, [opening]);
      begins[first] = 1;
    }

  return (view, typed) => {
    const { text } = view;
    const found: { term: string; pieces: Piece[] }[] = [];
    let links: readonly (readonly [number, number])[] | undefined;
    for (let at = 0; at < text.length; ) {
      if (begins[text.charCodeAt(at)] === 0) {
        at++;
        continue;
      }
      const pieces = firstDisguised(view, typed, at, byFirst.get(text.charCodeAt(at)));
      const end = pieces?.pieces.at(-1)?.to;
      if (!pieces || end === undefined) {
        at++;
        continue;
      }
      links ??= [...text.matchAll(URL)].map((link) => [link.index, link.index + link[0].length]);
      const inLink = links.some(([start, stop]) => at < stop && end > start);
      if (!inLink) found.push(pieces);
      at = inLink ? at + 1 : end;
    }
    return found.length > 0 ? writeOut(view, found) : undefined;
  };
}

/** One way to write the first character of a term, and what its second may begin with (null: there is no second). */
interface Opening {
  readonly typed: string;
  readonly term: string;
  /** UTF-16 units. */
  readonly next: ReadonlySet<number> | null;
  /** The syllable of which any homophone may stand for the second character. */
  readonly sound: string | undefined;
}

function openingOf(typed: string, term: string): Opening {
  const second = term[1];
  return {
    typed,
    term,
    next: second === undefined ? null : new Set(spellings(second).map((spelling) => spelling.charCodeAt(0))),
    sound: term.length >= HOMOPHONE_FROM ? syllableOf(second ?? "") : undefined,
  };
}

/** What may stand for a character: itself, its syllable, its initial, what is listed for it. */
function spellings(meant: string): string[] {
  const syllable = syllableOf(meant);
  return [...new Set([meant, ...(syllable ? [syllable, syllable[0] ?? ""] : []), ...(CONFUSABLES.get(meant) ?? [])])];
}

/** Most places of a text that could begin a term do not go on as one: that is seen by one character. */
function mayGoOn(text: string, at: number, { typed, next, sound }: Opening): boolean {
  if (typed.length > 1 && !text.startsWith(typed, at)) return false;
  if (next === null) return true;
  const after = text.charCodeAt(afterGap(text, at + typed.length));
  return next.has(after) || (sound !== undefined && syllableOfUnit(after) === sound);
}

function firstDisguised(
  view: View,
  typed: string,
  at: number,
  openings: readonly Opening[] | undefined,
): { term: string; pieces: Piece[] } | undefined {
  for (const opening of openings ?? []) {
    if (!mayGoOn(view.text, at, opening)) continue;
    const { term } = opening;
    const pieces = readTerm(view.text, at, term);
    if (pieces?.some((piece) => piece.manner !== "exact") && isDisguise(view, typed, pieces)) return { term, pieces };
  }
  return undefined;
}

function isDisguise(view: View, typed: string, pieces: readonly Piece[]): boolean {
  const { text } = view;
  const [start, end] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
  if (pieces.every((piece) => piece.manner === "latin")) return isSpeltOut(view, typed, start, end, pieces);
  // One character alone is too little, and a term of which nothing is itself is another word, unless a stroke stands in it (惟—).
  if (pieces.length === 1) return false;
  if (!pieces.some((piece) => piece.manner === "exact" || piece.manner === "latin") && !hasStroke(view, pieces))
    return false;
  const window = text.slice(Math.max(0, start - 2), end + 2);
  const offset = Math.max(0, start - 2);
  for (const word of window.matchAll(ORDINARY)) {
    const [from, to] = [offset + word.index, offset + word.index + word[0].length];
    const reachesOut = from < start || to > end;
    const touches = pieces.some((piece) => piece.manner !== "exact" && from < piece.to && piece.from < to);
    if (reachesOut && touches) return false;
  }
  return true;
}

/** 惟—, 维①: a stroke or an enclosed numeral where a character belongs. */
const hasStroke = ({ text, marks }: View, pieces: readonly Piece[]): boolean =>
  pieces.some(
    ({ from, to }) =>
      ("—ー".includes(text.slice(from, to)) && text[to] !== "—" && text[from - 1] !== "—") ||
      marks.get(from) === "enclosed",
  );

const HAN = /[\u4e00-\u9fff]/;
/** What makes a Latin word a name: a brand, a shop, an account. */
const NAME_AFTER = /^\s?(?:牌|品牌|旗舰|官方|商标|专柜|公司|集团|[®™])/u;

/**
 * Latin alone may be a brand (Weiyi 牌保温杯). It is a spelt-out term if it bears tone marks, or is typed small and either
 * apart syllable by syllable or glued to a Chinese character.
 */
function isSpeltOut(view: View, typed: string, start: number, end: number, pieces: readonly Piece[]): boolean {
  const { text, marks } = view;
  if (NAME_AFTER.test(text.slice(end))) return false;
  for (let unit = start; unit < end; unit++) if (marks.get(unit) === "pinyin") return true;
  const source = typed.slice(view.starts[start], view.ends[end - 1]);
  if (pieces.length === 1) return HAN.test(text[end] ?? "") && source !== source.toUpperCase();
  const glued = HAN.test(text[end] ?? "") || HAN.test(text[start - 1] ?? "");
  const apart = pieces.every((piece, i) => i === 0 || piece.from > (pieces[i - 1]?.to ?? 0));
  return glued ? source === source.toLowerCase() || apart : apart && source === source.toLowerCase() && HAN.test(text);
}

function evasionOf(pieces: readonly Piece[]): Evasion {
  const manners = new Set(pieces.map((piece) => piece.manner));
  if (manners.has("latin") || manners.has("initial")) return manners.size === 1 ? "pinyin" : "mixed_pinyin";
  if (manners.has("homophone")) return "homophone";
  return manners.has("glyph") ? "glyph" : "numeral";
}

function writeOut(view: View, found: readonly { term: string; pieces: readonly Piece[] }[]): Restored {
  const starts: number[] = [];
  const ends: number[] = [];
  const marks = new Map<number, Evasion>();
  const disguised: number[] = [];
  let text = "";
  let at = 0;
  const copy = (end: number): void => {
    for (; at < end; at++) {
      const mark = view.marks.get(at);
      if (mark !== undefined) marks.set(text.length, mark);
      text += view.text[at];
      starts.push(view.starts[at] ?? 0);
      ends.push(view.ends[at] ?? 0);
    }
  };
  for (const { term, pieces } of found) {
    copy(pieces[0]?.from ?? 0);
    const evasion = evasionOf(pieces);
    pieces.forEach((piece, i) => {
      if (piece.manner !== "exact") {
        marks.set(text.length, evasion);
        disguised.push(text.length);
      }
      text += term[i];
      starts.push(view.starts[piece.from] ?? 0);
      ends.push(view.ends[piece.to - 1] ?? 0);
      at = piece.to;
    });
  }
  copy(view.text.length);
  return { view: { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends), marks }, disguised };
}
