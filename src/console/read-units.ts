import type { LabelHit } from "./labels";
import { UNIT, unitHint } from "./labels";
import type { Layout } from "./layout";
import { parseShown } from "./numbers";
import { folded } from "./plain-text";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { SCALE_WORDS } from "./unit-words";
import { areInLine, type Box, columnOverlap } from "./visible";

/** （万元） or 单位：万元 / 人, 金额单位为万元, a text of its own, or behind what a part is called: 成交（单位：万元）. */
const STATEMENT =
  /^([^\d()（）[\]【】:：]{0,20})[(（[【]\s*(单位\s*[:：]?\s*)?([^()（）[\]【】]{1,12})\s*[)）\]】]$|^(?:(?:以[上下])?金额(?=.*元$))?(单位)(?:\s*[:：]|均?为)\s*(.{1,12})$/;

/** A page says it once a part, and has few parts. */
const MOST = 20;
const SCALED = new RegExp(`^(?:${SCALE_WORDS})`);

/** The units that a text states; none where it says anything else. `plainly`: it calls them units, or begins a part. */
function unitsIn(text: string): { readonly units: readonly string[]; readonly plainly: boolean } {
  const [, part = "", called, inside, called2, behind] = (text.length <= 32 && STATEMENT.exec(text)) || [];
  const units = (inside ?? behind ?? "").split(/[\s/、,，]+/).map(unitHint);
  const isStated = units.every((unit) => unit !== "" && UNIT.test(unit));
  return { units: isStated ? units : [], plainly: part !== "" || (called ?? called2) !== undefined };
}

/** What a statement of units speaks of: a range of texts, and under a head that stands over some columns those under it. */
interface Scope {
  readonly lo: number;
  readonly hi: number;
  readonly box: Box | null;
}

/**
 * Gives labels the unit that stands apart from them: in a line of its own under the label, in their card's corner, or over
 * a whole part of the page (单位：万元). A label's own bracket comes first, and what is said closer.
 */
export function* spreadUnits(layout: Layout, own: Pairs): Generator<void, void, void> {
  const over: Stated[] = [];
  for (const token of layout.tokens) {
    if (token.i % 128 === 127) yield;
    if (token.label || token.shown) continue;
    if (isUnitAlone(token) && giveAlone(layout, token)) continue;
    const { units, plainly } = unitsIn(token.text);
    const before = units.length === 1 ? layout.textBefore(token.i) : null;
    if (before?.label && !own.has(before.i) && STATES_ALONE.test(token.text)) give(before, units[0] ?? "");
    else if (over.length < MOST) over.push(...statedOver(layout, token, units, plainly));
  }
  if (over.length === 0) return;
  over.sort((a, b) => a.hi - a.lo - (b.hi - b.lo));
  for (const token of layout.tokens) {
    if (token.i % 128 === 127) yield;
    const { label } = token;
    const stated = label && over.find((each) => holds(each, token) && isOf(each.unit, label));
    if (stated) give(token, stated.unit);
  }
}

interface Stated extends Scope {
  readonly unit: string;
}

/** Gives a unit that stands by itself to its card's label, or to the figure right over it; false where there is neither. */
function giveAlone(layout: Layout, unit: Token): boolean {
  const text = folded(unit.text);
  const card = labelOfCard(layout, unit);
  const figure = card ? null : figureOver(layout, unit);
  if (card) give(card, text);
  if (figure) figure.shown = parseShown(numberOf(layout, figure) + text) ?? figure.shown;
  return card !== null || figure !== null;
}

/** The units that a text states of a part of the page. */
function statedOver(layout: Layout, token: Token, units: readonly string[], plainly: boolean): readonly Stated[] {
  const stated = units.filter((unit) => plainly || SCALED.test(unit));
  const scope = stated.length > 0 ? scopeOf(layout, token) : null;
  return scope ? stated.map((unit) => ({ unit, ...scope })) : [];
}

const holds = ({ lo, hi, box }: Scope, token: Token): boolean =>
  token.i >= lo && token.i < hi && (!box || columnOverlap(box, token.box) > 0.5);

const STATES_ALONE = /^([(（[【]|单位|\S{0,2}金额单位)/;

/** 人, 万元, a text of its own that goes on with no number. */
const isUnitAlone = ({ text, label, shown, partOf }: Token): boolean =>
  text !== "" && text.length <= 4 && !label && !shown && partOf === null && UNIT.test(folded(text));

/** The most texts of a card: label, number, unit, and what it was before. */
const CARD = 8;

/** The only label of the card that a unit stands in, wherever its style puts it. */
function labelOfCard(layout: Layout, unit: Token): Token | null {
  const card = layout.climb(unit.el, (lo, hi) => layout.tokens.slice(lo, hi).some((t) => t.label));
  const [lo, hi] = layout.span(card);
  const texts = hi - lo > CARD ? [] : layout.tokens.slice(lo, hi);
  const [label, other] = texts.filter((t) => t.label);
  // 元 | 万元 are to choose from.
  const chosenOf = texts.filter(isUnitAlone).length > 1 || layout.isOption(unit);
  return label && !other && !chosenOf && texts.some((t) => t.shown) ? label : null;
}

/** Texts over a unit among which its figure is, and how much further up than a line of the unit's print it may end. */
const OVER = 24;
const LINE = 1.2;

/** The figure right over a unit, in a line of figures of which each has its own under it; null where it says one itself. */
function figureOver(layout: Layout, unit: Token): Token | null {
  if (layout.isOption(unit)) return null;
  const { l, t, r, b } = unit.box;
  const over = layout
    .list(Math.max(0, unit.i - OVER), unit.i)
    .filter(({ box }) => box.b <= t + 2 && columnOverlap(box, unit.box) > 0)
    .sort((one, other) => other.box.b - one.box.b);
  const [figure] = over;
  if (figure?.shown?.kind !== "number" || figure.shown.unit || figure.shown.scaled || figure.trend) return null;
  const isBeside = (other: Token): boolean => areInLine(other, figure) && other.shown !== null;
  const inLine = layout
    .list(Math.max(0, figure.i - OVER), Math.min(layout.tokens.length, unit.i + OVER))
    .filter(isBeside);
  const isSet =
    Math.min(
      Math.abs(figure.box.l - l),
      Math.abs(figure.box.r - r),
      Math.abs(figure.box.l + figure.box.r - l - r) / 2,
    ) <
    b - t;
  return isSet && t - figure.box.b < (b - t) * LINE && inLine.length > 1 ? figure : null;
}

/** A number with those of its pieces that stand in texts of their own. */
const numberOf = ({ tokens }: Layout, { i, text }: Token): string =>
  tokens
    .slice(i + 1, i + OVER)
    .filter(({ partOf }) => partOf === i)
    .reduce((whole, piece) => whole + piece.text, text);

/** 万元 is said of money, 万人 of people, 万 of both. */
const isOf = (unit: string, label: LabelHit): boolean =>
  label.meanings.some((m) =>
    /元$/.test(unit)
      ? m.unit === "fen"
      : /[%％‰]$/.test(unit)
        ? m.unit === "ratio"
        : OF_TIME.test(unit)
          ? m.unit === "second"
          : m.unit === "count" || (m.unit === "fen" && /[千万亿]$/.test(unit)),
  );
const OF_TIME = /^(秒钟?|s|分钟|min|小时|h)$/;

function give(label: Token, unit: string): void {
  if (label.label && (label.label.hint === "" || label.label.hint === label.label.meanings[0]?.hint))
    label.label = { ...label.label, hint: unit };
}

/**
 * What a statement speaks of: the smallest frame around it that holds labels. Where it begins a part, in a line of its own or in
 * the head over some columns, it goes as far as the next line that does (成交（万元） … 客单（元） …); what a card or a column
 * is called by is of that alone, and null.
 */
function scopeOf(layout: Layout, token: Token): Scope | null {
  const hasLabel = (lo: number, hi: number): boolean => layout.tokens.slice(lo, hi).some((t) => t.label);
  const around = layout.climb(token.el, hasLabel);
  const [lo, hi] = layout.span(around);
  const whole = { lo, hi, box: null };
  const isAlone = STATES_ALONE.test(token.text);
  let part: Element | null = null;
  for (const el of layout.ancestors(token.el)) {
    if (el === around) break;
    part = el;
  }
  const head = token.el.closest("th,[role=columnheader]");
  const texts = layout.tokens.slice(...layout.span(part));
  const isPart = part !== null && !texts.some((t) => t.shown) && (!isAlone || texts.length > 1);
  const isBeside = (t: Token): boolean => t !== token && (!!t.label || !!t.shown) && areInLine(t, token);
  if (!part || !isPart || layout.tokens.slice(lo, hi).some(isBeside)) return isAlone ? whole : null;
  // 毛利（万元） over 3.2, with no box around the two.
  const behind = layout.tokens.slice(...layout.span(part.nextElementSibling));
  if (!head && behind.some((t) => t.shown) && !behind.some((t) => t.label)) return null;
  if (head) return { lo, hi, box: layout.boxOf(head) };
  let next = part.nextElementSibling;
  while (next && !(isLike(next, part) && !layout.tokens.slice(...layout.span(next)).some((t) => t.label || t.shown)))
    next = next.nextElementSibling;
  const [from] = layout.span(part);
  const until = next ? layout.span(next)[0] : hi;
  return hasLabel(from, until) ? { lo: from, hi: until, box: null } : whole;
}

const isLike = (el: Element, other: Element): boolean =>
  el.localName === other.localName &&
  el.className === other.className &&
  el.childElementCount === other.childElementCount;
