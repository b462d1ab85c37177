import { parentOf } from "./genuine";
import type { Token } from "./tokens";
import { fontSize, lineOverlap } from "./visible";

const DIGIT = /^[\d０-９.,，．]$/;
const DIGITS = /^[\d０-９.,，．]+$/;
/** What a table keeps apart: one number stands in each. */
const TABLE_CELL = "td,[role=cell],[role=gridcell]";
/** What a table or list keeps apart. */
export const CELL = "td,th,li,dd,dt,[role=cell],[role=gridcell],[role=columnheader]";

/** How many texts from `i` on are one number set digit by digit (a counter that rolls, tiles of a board); 1 where it is none. */
export function digitsFrom(tokens: readonly Token[], i: number): number {
  let n = 1;
  for (let next = tokens[i + 1]; next && goesOn(tokens[i + n - 1] as Token, next); next = tokens[i + n]) n++;
  return n;
}

/** Two digits stand as close as the print is high, and nothing is drawn between them. */
function goesOn(a: Token, b: Token): boolean {
  if (isCut(a, b)) return true;
  if (!DIGIT.test(a.text) || !DIGIT.test(b.text) || b.icon || a.el === b.el || a.area !== b.area) return false;
  const height = Math.min(a.box.b - a.box.t, b.box.b - b.box.t);
  const apart = (b.box.l + b.box.r - a.box.l - a.box.r) / 2;
  if (lineOverlap(a.box, b.box) < 0.8 || apart <= 0 || apart > height * 1.2) return false;
  if (a.el.closest(CELL) !== b.el.closest(CELL)) return false;
  const around = commonOf(a.el, b.el);
  return around !== null && around.querySelector("svg,img,canvas,i:empty,[class*=icon]") === null;
}

/** 7 | 02 without a gap: texts of one line of print, or in one cell of a table however that is made. */
function isCut(a: Token, b: Token): boolean {
  if (!DIGITS.test(a.text) || !DIGITS.test(b.text) || a.el === b.el) return false;
  if (lineOverlap(a.box, b.box) <= 0.8 || Math.abs(b.box.l - a.box.r) > 1 || fontSize(a.el) !== fontSize(b.el))
    return false;
  const cell = a.el.closest(TABLE_CELL);
  if (cell !== null) return cell === b.el.closest(TABLE_CELL);
  return parentOf(a.el) === parentOf(b.el) && [a, b].every(({ el }) => getComputedStyle(el).display === "inline");
}

/** What holds both, a shadow root at the most. */
function commonOf(a: Element, b: Element): ParentNode | null {
  let around: Node | null = a;
  while (around && !around.contains(b)) around = around.parentNode;
  return around as ParentNode | null;
}
