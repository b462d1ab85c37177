import { answerAfter } from "./answers";
import { isHan } from "./common";

// A stop ends its sentence. A new #topic begins one: tags are phrases of their own, glued together without a stop, unless
// one of the two is a single character (#最 #佳).
const STOP_CODES = new Set([..."。！？；\n\r!?;\u2028\u2029"].map((stop) => stop.charCodeAt(0)));
const SOFT = /[，,、：:\s]/;
/** A run without a stop is cut after this many visible characters, at a comma if one is near: it bounds every regex. */
const LONGEST = 400;
const SEARCH_BACK = 120;
/** A word written downwards, one character a line (排⏎毒⏎养⏎颜): its line ends cut nothing. */
const COLUMN = /^[\u4e00-\u9fff](?:\r?\n[\u4e00-\u9fff])+$/gmu;
/** Every column begins so. */
const IN_COLUMN = /(?:^|\n)[\u4e00-\u9fff]\r?\n/;
/** Between these two no character is a stop, or unseen. */
const LAST_STOP = 0x3002;
const FIRST_WIDE = 0xfe00;
const isUnseen = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  code === 0xad ||
  code === 0xfeff ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0x2060;

/** A shorter sentence was ended by a stop; a longer one maybe by its length, which is then counted from further on. */
export const SURELY_STOPPED = LONGEST - SEARCH_BACK;

interface Known {
  readonly text: string;
  readonly hasColumns: boolean;
}
// An edit asks of a text before it and after it, and then of the latter again.
let last: Known = { text: "", hasColumns: false };
let older = last;

/** Whether words are written downwards in a text: only then do distant characters decide where a sentence ends. */
export function hasColumns(text: string): boolean {
  if (text === last.text) return last.hasColumns;
  if (text === older.text) return older.hasColumns;
  older = last;
  last = { text, hasColumns: IN_COLUMN.test(text) };
  return last.hasColumns;
}

/** Calls back for the end of every sentence from the beginning of one on, until it says no. */
export function eachCut(text: string, from: number, goOn: (end: number) => boolean): void {
  let start = from;
  let seen = 0;
  const joined = columnEnds(text);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let end = 0;
    // Nearly everything is Han, which neither cuts nor hides.
    if (code > LAST_STOP && code < FIRST_WIDE) {
      if (++seen >= LONGEST) end = softEnd(text, start, at + 1);
    } else if (isStop(code) && !joined.has(at) && !isNumero(text, at) && !isInWord(text, at)) {
      const answer = answerAfter(text, at);
      if (answer < 0) end = at + 1;
      else at += answer;
    } else if (code === 35) {
      // It counts for nothing, so that a sentence is cut alike whatever stood before it.
      if (at > start && !isBesidePart(text, at)) end = at;
    } else if (!isUnseen(code) && ++seen >= LONGEST) end = softEnd(text, start, at + 1);
    if (end <= start) continue;
    if (!goOn(end)) return;
    start = end;
    seen = 0;
  }
  if (text.length > start) goOn(text.length);
}

/** The line ends inside columns. */
function columnEnds(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  if (!hasColumns(text)) return ends;
  for (const { index, 0: column } of text.matchAll(COLUMN))
    for (let at = 0; at < column.length; at++) if (column[at] === "\n" || column[at] === "\r") ends.add(index + at);
  return ends;
}

/** The stop of NO。1. */
const isNumero = (text: string, at: number): boolean =>
  text[at] === "。" && /^no。\d/iu.test(text.slice(at - 2, at + 2));

/** What is said alone, and what numbers the items of a list: 好。我拍了. */
const ALONE = /[一二三四五六七八九十好行对是嗯哦有没能会可要不成得嘿哎唉啊嗨喂诶来快看买抢走停]/u;
const BEGINS = /[\s。！？；，,!?;“"「【]/u;

/**
 * The stops of 顶。级羊绒 and 国。家。级: a character stands alone on one side of them. What stands up to two characters off
 * decides (see recut).
 */
function isInWord(text: string, at: number): boolean {
  const [before, behind] = [text[at - 1], text[at + 1]];
  if (text[at] !== "。" || !isHan(before) || !isHan(behind)) return false;
  const startsAlone = (at < 2 || BEGINS.test(text[at - 2] ?? "")) && !ALONE.test(before ?? "");
  return startsAlone || (text[at + 2] === "。" && !ALONE.test(behind ?? ""));
}

/** Whether `at` parts two tags of which one is a single character: a part of a word, no topic. */
function isBesidePart(text: string, at: number): boolean {
  const tag = /#([\u4e00-\u9fff]{1,3}) ?$/u.exec(text.slice(Math.max(0, at - LONGEST_PART), at))?.[1];
  return (
    tag !== undefined && (tag.length === 1 || /^#[\u4e00-\u9fff](?![\u4e00-\u9fff])/u.test(text.slice(at, at + 3)))
  );
}
/** A tag of three characters and the space behind it. */
const LONGEST_PART = 5;

/** How many characters behind a stop, or from a hash on, decide whether a sentence ends there. */
export const STOP_AHEAD = 3;

function isStop(code: number): boolean {
  if (code > 0x7f ? code < 0x2028 : code > 63) return false;
  return STOP_CODES.has(code);
}

function softEnd(text: string, start: number, end: number): number {
  for (let at = end - 1; at > Math.max(start, end - SEARCH_BACK); at--) if (SOFT.test(text[at] ?? "")) return at + 1;
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff && end - 1 > start ? end - 1 : end;
}
