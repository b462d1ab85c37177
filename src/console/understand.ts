import { CELL, digitsFrom } from "./digits";
import { type InlinePair, pairsIn, wordsIn } from "./inline";
import { type Dictionary, findLabel } from "./labels";
import { parseShown } from "./numbers";
import { folded } from "./plain-text";
import { clauses } from "./prose";
import type { Token } from "./tokens";
import { UNIT_WORDS } from "./unit-words";
import { lineOverlap } from "./visible";

const MAY_COMPARE = /[较比涨跌升降增减]/;
const COMPARES =
  /^(较|比|环比|同比|日环比|周环比|月环比|对比|涨|跌|上升|下降|增长|增加|减少|升|降)|(环比|同比|较(昨|前|上)\S{0,3})$/;
/** 较前日 +3.2% says by how much itself; what stands behind it is another figure. */
const SAYS_CHANGE = /(?:(?<!\d)[+\-−↑↓▲▼]\s*[\d.,]+|\d[万亿]?[%％])$|持平$/;
const ARROW = /^[↑↓▲▼△▽⬆⬇↗↘]|[↑↓▲▼△▽⬆⬇↗↘]$/;

/** What keeps the particulars of a line apart. */
const LINE = /\s*[·•|｜，,；;]\s*/;

/** Texts that carry label and number in one (成交金额：1,234), or several such (粉丝数：3.4万 · 评分：4.85). */
export type Pairs = Map<number, readonly InlinePair[]>;

/**
 * Says of each text whether it is a known label, a number, or neither, reading together what stands together
 * (1.2 | 万, ￥ | 1,234 | .50). Returns the numbers of texts that are label and number in one.
 */
export function* understand(tokens: readonly Token[], dictionary: Dictionary): Generator<void, Pairs, void> {
  const pairs: Pairs = new Map();
  let comparesOn: Token | null = null;
  for (let i = 0, steps = 0; i < tokens.length; ) {
    if (++steps % 32 === 0) yield;
    const token = tokens[i] as Token;
    const taken = token.icon ? iconLabel(token, dictionary) : longest(tokens, i, dictionary);
    if (taken === 0) {
      const inside = readAlone(token, tokens[i + 1], dictionary);
      if (inside) pairs.set(i, inside);
      if (startsComparison(token.text)) comparesOn = token;
    }
    if (token.shown && isStruck(token.el)) token.trend = true;
    if (token.shown && comparesOn) {
      const before = tokens[i - 1];
      const behindArrow = before && !before.shown && ARROW.test(before.text) && isRightOf(before, token);
      if (isRightOf(comparesOn, token) || behindArrow) token.trend = true;
    }
    if (token.label) comparesOn = null;
    i += Math.max(1, taken);
  }
  // A change may stand under the dash as well, so that all are known before.
  for (const [at, token] of tokens.entries()) {
    if (at % 128 === 127) yield;
    if (token.shown?.kind === "none" && isAmongChanges(tokens, token)) token.trend = true;
  }
  return pairs;
}

/** Reads a text that is neither label nor number as a whole: the pairs that it holds, null where it is none. */
function readAlone(token: Token, next: Token | undefined, dictionary: Dictionary): readonly InlinePair[] | null {
  const inside = pairsIn(token.text, dictionary);
  const stated = inside[0] ? null : wordsIn(token.text, dictionary);
  token.label = inside[0]?.hit ?? stated?.hit ?? null;
  if (stated) token.words = stated.words;
  else if (!inside[0] && ARROW.test(token.text)) {
    token.shown = parseShown(token.text.replace(/[↑↓▲▼△▽⬆⬇↗↘\s]/g, ""));
    token.trend = true;
  }
  // … 22:42 · 直播时长, and the figure in print of its own right behind it.
  if (!token.label && !token.shown && next && isRightOf(token, next) && parseShown(next.text)) {
    const last = token.text.split(LINE).at(-1) ?? "";
    if (last !== token.text) token.label = findLabel(dictionary, last);
  }
  return inside[0] || stated ? inside : null;
}

/** Whether a text ends in what a figure behind it is compared with: 较前日. */
function startsComparison(text: string): boolean {
  const last = MAY_COMPARE.test(text) ? (clauses(text).at(-1) ?? "") : "";
  return COMPARES.test(last) && last.length <= 12 && !SAYS_CHANGE.test(last);
}

/** How many texts further a change may stand that is over or under another one. */
const NEXT_CHANGE = 8;
/** Pixels by which the edges of a column may differ. */
const EDGE = 2;

/** A dash behind a value, in a column of changes: there is none to tell (5,031 ↑ 6.4% over 210 —). */
function isAmongChanges(tokens: readonly Token[], dash: Token): boolean {
  const value = tokens[dash.i - 1];
  if (!value?.shown || value.trend || lineOverlap(value.box, dash.box) < 0.4) return false;
  return tokens
    .slice(Math.max(0, dash.i - NEXT_CHANGE), dash.i + NEXT_CHANGE)
    .some(
      ({ trend, box }) =>
        trend &&
        lineOverlap(box, dash.box) < 0.4 &&
        (Math.abs(box.r - dash.box.r) <= EDGE || Math.abs(box.l - dash.box.l) <= EDGE),
    );
}

/** What was said before, beside what is said now. In a cell of its own a figure stands alone. */
const isStruck = (el: Element): boolean =>
  !el.matches(CELL) &&
  [el, el.closest("s,del,strike")].some(
    (box) => box && getComputedStyle(box).textDecorationLine.includes("line-through"),
  );

/** `b` goes on where `a` ends, on its line. */
function isRightOf(a: Token, b: Token): boolean {
  const gap = b.box.l - a.box.r;
  return lineOverlap(a.box, b.box) > 0.4 && gap > -4 && gap < 60;
}

function iconLabel(token: Token, dictionary: Dictionary): number {
  token.label = findLabel(dictionary, token.text);
  return 1;
}

/** Marks the longest run from `i` that reads as one label or number; how many texts it took, 0 when none. */
function longest(tokens: readonly Token[], i: number, dictionary: Dictionary): number {
  const first = tokens[i] as Token;
  let text = "";
  let best = 0;
  let n = 0;
  /** How many texts are one number to the eye. */
  let solid = digitsFrom(tokens, i);
  for (let pieces = 0; pieces < 8; pieces++) {
    const whole = digitsFrom(tokens, i + n);
    const goesOn = DIGITS_ALONE.test(text) && isMidNumber(text, (tokens[i + n] as Token).text, true);
    for (const token of tokens.slice(i + n, i + n + whole)) text += token.text;
    n += whole;
    if (goesOn) solid = n;
    const label = findLabel(dictionary, text);
    const shown = label ? null : parseShown(text);
    if (label || shown) {
      best = n;
      first.label = label;
      first.shown = shown;
    }
    const last = tokens[i + n - 1];
    const next = tokens[i + n];
    if (!last || !next || text.length > 24 || !joins(last, next, text)) break;
  }
  // Digits that together are no number are none one by one; nor is the rest of one that is cut apart.
  if (!first.label && (best < solid || isTorn(tokens, i, best))) {
    first.shown = null;
    if (solid > 1) best = solid;
  }
  for (let k = 1; k < best; k++) (tokens[i + k] as Token).partOf = i;
  return best;
}

/** `b` goes on with the number that `a` ends in; `digits`: with digits, not with a comma of prose. */
const isMidNumber = (a: string, b: string, digits = false): boolean =>
  /[\d０-９.,]$/.test(a) && (digits ? /^[.,]?[\d０-９]/ : /^[\d０-９.,]/).test(b);

/** What a number begins with, and nothing before it: 实付 ￥12, 39 ￥59 go on otherwise. */
const DIGITS_ALONE = /^[¥￥+\-−]?[\d０-９][\d０-９.,，]*$/;
/** 1,0 before 26: a group of three digits that is cut in two. */
const MID_GROUP = /\d[,，]\d{1,2}$/;

/** 215, before 880, 215 before ,880, 1,0 before 26, a little apart: none is a number by itself. */
function isTorn(tokens: readonly Token[], i: number, n: number): boolean {
  const [before, first, last, behind] = [tokens[i - 1], tokens[i], tokens[i + n - 1], tokens[i + n]];
  const near = (a: Token, b: Token): boolean =>
    isRightOf(a, b) && b.box.l - a.box.r < Math.min(a.box.b - a.box.t, b.box.b - b.box.t) * 0.6;
  return (
    (before && first && /\d,$/.test(before.text) && /^\d{3}(?!\d)/.test(first.text) && near(before, first)) ||
    (before && first && MID_GROUP.test(before.text) && /^\d/.test(first.text) && near(before, first)) ||
    (last && behind && n > 0 && /\d$/.test(last.text) && /^,\d{3}(?!\d)/.test(behind.text) && near(last, behind)) ||
    false
  );
}

const UNIT_ALONE = new RegExp(`^(?:[十百千]?[万亿])?(?:${UNIT_WORDS})?$`);

/** Two texts that a person reads as one: on one line, nothing between. Two numbers need to touch. `text`: what `a` ends. */
function joins(a: Token, b: Token, text: string): boolean {
  if (b.icon || a.area !== b.area || lineOverlap(a.box, b.box) < 0.4) return false;
  const gap = b.box.l - a.box.r;
  if (gap < -4) return false;
  // A unit belongs to the number before it, set apart as it may be.
  const heights = [a.box.b - a.box.t, b.box.b - b.box.t];
  const apart =
    UNIT_ALONE.test(folded(b.text)) && /[\d０-９]$/.test(a.text) ? Math.max(...heights) : Math.min(...heights) * 0.6;
  if (gap > Math.max(8, apart)) return false;
  if (a.el !== b.el && a.el.closest(CELL) !== b.el.closest(CELL)) return false;
  if (isMidNumber(a.text, b.text)) {
    // 1,024 | .50 is one number; 42 | 33 are two, however close.
    const broken = a.el === b.el || /[.,]$/.test(a.text) || /^[.,]/.test(b.text) || MID_GROUP.test(text);
    // What begins with a point is no number of its own.
    return broken && gap <= (/^\./.test(b.text) ? 5 : 2) && !b.spaced;
  }
  return true;
}
