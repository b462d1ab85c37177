import { digitsFrom } from "./digits";
import { type InlinePair, pairsIn } from "./inline";
import { type Dictionary, findLabel } from "./labels";
import { parseShown } from "./numbers";
import type { Token } from "./tokens";
import { lineOverlap } from "./visible";

const COMPARES =
  /^(较|比|环比|同比|日环比|周环比|月环比|对比|涨|跌|上升|下降|增长|增加|减少|升|降)|(环比|同比|较(昨|前|上)\S{0,3})$/;
const ARROW = /^[↑↓▲▼△▽⬆⬇↗↘]|[↑↓▲▼△▽⬆⬇↗↘]$/;

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
      const inside = pairsIn(token.text, dictionary);
      if (inside[0]) {
        token.label = inside[0].hit;
        pairs.set(i, inside);
      } else if (ARROW.test(token.text)) {
        token.shown = parseShown(token.text.replace(/[↑↓▲▼△▽⬆⬇↗↘\s]/g, ""));
        token.trend = true;
      }
      if (COMPARES.test(token.text) && token.text.length <= 12) comparesOn = token;
    }
    if (token.shown && comparesOn) {
      const near = lineOverlap(comparesOn.box, token.box) > 0.4 && token.box.l - comparesOn.box.r < 60;
      if (near || ARROW.test(tokens[i - 1]?.text ?? "")) token.trend = true;
    }
    if (token.label) comparesOn = null;
    i += Math.max(1, taken);
  }
  return pairs;
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
  for (let pieces = 0; pieces < 6; pieces++) {
    const whole = digitsFrom(tokens, i + n);
    for (const token of tokens.slice(i + n, i + n + whole)) text += token.text;
    n += whole;
    const label = findLabel(dictionary, text);
    const shown = label ? null : parseShown(text);
    if (label || shown) {
      best = n;
      first.label = label;
      first.shown = shown;
    }
    const last = tokens[i + n - 1];
    const next = tokens[i + n];
    if (!last || !next || text.length > 24 || !joins(last, next)) break;
  }
  // Digits that together are no number are none one by one.
  if (best === 0 && digitsFrom(tokens, i) > 1) best = digitsFrom(tokens, i);
  for (let k = 1; k < best; k++) (tokens[i + k] as Token).partOf = i;
  return best;
}

const CELL = "td,th,li,dd,dt,[role=cell],[role=gridcell],[role=columnheader]";

/** Two texts that a person reads as one: on one line, nothing between. Two numbers need to touch. */
function joins(a: Token, b: Token): boolean {
  if (b.icon || a.area !== b.area || lineOverlap(a.box, b.box) < 0.4) return false;
  const gap = b.box.l - a.box.r;
  if (gap < -4) return false;
  const height = Math.min(a.box.b - a.box.t, b.box.b - b.box.t);
  if (gap > Math.max(8, height * 0.6)) return false;
  if (a.el !== b.el && a.el.closest(CELL) !== b.el.closest(CELL)) return false;
  if (/[\d０-９.,]$/.test(a.text) && /^[\d０-９.,]/.test(b.text)) {
    // 1,024 | .50 is one number; 42 | 33 are two, however close.
    const broken = a.el === b.el || /[.,]$/.test(a.text) || /^[.,]/.test(b.text);
    return broken && gap <= 2 && !b.spaced;
  }
  return true;
}
