import { isOfPeers } from "./column-words";
import type { LabelHit } from "./labels";
import { between, type Layout } from "./layout";
import { isBadge } from "./names";
import type { Shown } from "./numbers";
import type { StatedPeriod } from "./observation";
import { parseMoment, parsePeriod } from "./periods";
import { sentencesIn } from "./prose";
import { COMPARED, noted, OF_DAYS } from "./sub-figures";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { areInLine, columnOverlap, fontSize, lineOverlap, printOf } from "./visible";

/** A label and the number that a person sees as belonging to it. */
export interface Pair {
  readonly label: Token;
  readonly hit: LabelHit;
  readonly shown: Shown;
  readonly value: Token;
  /** Said right before the number (昨日 90); undefined leaves it to the page. */
  readonly period?: StatedPeriod;
}

export interface Paired {
  readonly pairs: readonly Pair[];
  /** Short texts that stand by a number as a label would, and are not in the dictionary. */
  readonly unknown: readonly string[];
}

const WEAK =
  /^(共|约|本期|当前|明细|详情|查看.*|更多|编辑|说明|去.{1,4}|[元块%次人件单笔个条场秒分万亿￥¥:：|/·,，()（）\-+]+|单位.*|较.*|对比.*|.*(环比|同比).*|上升|下降|持平|更新.*|截至.*)$/;

/** A label of its own stands this near to its number, px. */
const NEAR = 60;

/** What a badge says of a number before it: 0 售罄, 98.6% 优秀. */
const VERDICT =
  /^(售罄|缺货|充足|紧张|偏[高低多少]|正常|良好|优秀|一般|较[高低好差]|未?达标|(TOP|前)\s*\d.*|(高于|低于|优于|超过|领先|打败了?)(.{0,4}|\s*\d[\d.]*%.{0,10}))$/;

/** With a figure of its own it speaks of no other: 前日 2,980, (同行 35%), （前 3 秒流失 31%）, 近 5 分钟 +￥1,204.00. */
const OWN_NUMBER =
  /^[(（][^()（）]*\d[^()（）]*[)）]$|^[^\d]{1,9}[¥￥]?\d[\d.,]*[万亿]?[%％秒]?[)）]?$|.(?:[+-][¥￥]?|[¥￥])\s?\d[\d,.]*[万亿元]?$|.\s\d+(?:\.\d+)?[%％]$/;

/** Text that could be some value's label: not a unit, a period, a date, a comparison, a verdict. */
const speaks = (token: Token): boolean =>
  token.shown === null &&
  (token.label !== null ||
    (!WEAK.test(token.text) &&
      !OWN.test(token.text) &&
      !VERDICT.test(token.text) &&
      !OWN_NUMBER.test(token.text) &&
      !OF_DAYS.test(token.text) &&
      !parsePeriod(token.text) &&
      !parseMoment(token.text) &&
      !isBadge(token)));

/** 含回复 behind the figure of 评论量, in smaller print than the label: it names nothing. */
function isSmallNote(layout: Layout, token: Token): boolean {
  const label = token.label ? null : noted(layout, token);
  return label !== null && fontSize(token.el) < fontSize(label.el);
}

/** Pairs labels with numbers inside a range by what encloses both, then by where they stand to each other. */
export function* pairCards(layout: Layout, lo: number, hi: number, own: Pairs): Generator<void, Paired, void> {
  const free = yield* layout.free((t) => !layout.isOption(t), lo, hi);
  const groups = new Map<Element, Token[]>();
  const pairs: Pair[] = [];
  const unknown: string[] = [];
  const used = new Set<Token>();
  for (const label of free) {
    for (const { hit, shown } of own.get(label.i) ?? []) pairs.push({ label, hit, shown, value: label });
  }
  const prose = sentencesIn(layout, free);
  const said: Token[] = [];
  for (const [k, token] of free.entries()) {
    if (k % 64 === 63) yield;
    if (speaks(token) && !own.has(token.i) && !prose.has(token) && !isSmallNote(layout, token)) said.push(token);
  }
  const compared = comparedIn(layout, said, free);
  const spoken = said.filter((token) => !compared.has(token));
  for (const [k, value] of free.entries()) {
    if (k % 64 === 63) yield;
    if (!value.shown || value.trend || compared.has(value)) continue;
    const around = layout.climb(value.el, (a, b) => between(spoken, a, b).length > 0);
    const group = around && groups.get(around);
    if (group) group.push(value);
    else if (around) groups.set(around, [value]);
  }
  // From the smallest frame outwards: what a label says of a number beside it, it does not say of one further off.
  const size = (el: Element): number => layout.span(el)[1] - layout.span(el)[0];
  for (const [k, [around, values]] of [...groups].sort(([a], [b]) => size(a) - size(b)).entries()) {
    if (k % 16 === 15) yield;
    const [a, b] = layout.span(around);
    const texts = between(spoken, a, b);
    const dated = eachDated(layout, texts, values);
    if (dated && texts[0] && !used.has(texts[0])) {
      used.add(texts[0]);
      for (const [value, period] of dated) pairs.push({ ...pairOf(texts[0], value), period });
      continue;
    }
    for (const [label, value] of match(texts, values)) {
      if (used.has(label)) continue;
      used.add(label);
      if (label.label) pairs.push(pairOf(label, value));
      else if (isLabelLike(label.text) && distance(label, value) < NEAR) unknown.push(label.text);
    }
  }
  const left = spoken.filter((label) => label.label && !used.has(label));
  pairs.push(...ownAmongOthers(layout, left, free).map(([label, value]) => pairOf(label, value)));
  return { pairs, unknown };
}

/**
 * Words that say what a figure is compared with (上一场), and the figure of each: what a frame holds alone with the word, or
 * what follows right behind it where the frame holds the card's own figure too. A word whose figure cannot be told is left out.
 */
function comparedIn(layout: Layout, said: readonly Token[], free: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>();
  const figures = free.filter((token) => token.shown && !token.trend);
  for (const word of said) {
    if (word.label || !(COMPARED.test(word.text) || (OF_OTHERS.test(word.text) && isOfPeers(word.text)))) continue;
    const around = layout.climb(word.el, (lo, hi) => between(figures, lo, hi).length > 0);
    const [lo, hi] = layout.span(around);
    if (between(said, lo, hi).length !== 1) continue;
    const inside = between(figures, lo, hi);
    const figure = inside.length === 1 ? inside[0] : inside.find(({ i }) => i === word.i + 1);
    if (!figure) continue;
    found.add(word);
    found.add(figure);
  }
  for (const figure of figures) {
    const [before, behind] = [layout.textBefore(figure.i), layout.tokens[figure.i + 1]];
    if (figure.shown?.unit !== "%" || !before || !BEATS.test(before.text) || !areInLine(before, figure)) continue;
    // 打败了 alone is what the share is called.
    if (!before.label) for (const token of [before, figure]) found.add(token);
    if (behind && areInLine(behind, figure) && WHOM.test(behind.text)) found.add(behind);
  }
  return found;
}

/** 本店成交打败了 | 82.5% | 的同类店铺: how many of the others one is before. */
const BEATS = /(打败|击败|战胜|胜过|超[过越]|[优高低好强]于|领先于?)了?$/;
const WHOM = /^的?[㐀-鿿]{0,6}(直播间?|主播|同[行类]|商家|卖家|店铺|账号|创作者|达人|作品|视频)$/;

/** 同类达人均值, 同城同层级中位数: how others stand. */
const OF_OTHERS = /^.{0,10}(值|平均|中位数?|水平|参考|基准|均线)[:：]?$/;

const OWN = /^(本店|本店铺|本账号|我的|自己)$/;

/** 成交金额 over 本店 1,200 | 同行均值 3,000: a label without a number of its own, and the one that is said to be one's own. */
function ownAmongOthers(layout: Layout, labels: readonly Token[], free: readonly Token[]): Pairing {
  const values = free.filter((t) => t.shown && !t.trend && OWN.test(layout.textBefore(t.i)?.text ?? ""));
  return values.flatMap((value) => {
    const around = layout.climb(value.el, (lo, hi) => between(labels, lo, hi).length > 0);
    if (!around) return [];
    const [label, ...others] = between(labels, ...layout.span(around));
    return label && others.length + between(values, ...layout.span(around)).length === 1 ? [[label, value]] : [];
  });
}

/** One label over several numbers that each have their own period before them: 成交金额, 昨日 90, 近7天 700. */
function eachDated(layout: Layout, texts: readonly Token[], values: readonly Token[]) {
  if (texts.length !== 1 || !texts[0]?.label || values.length < 2) return null;
  const dated = values.map((value) => [value, parsePeriod(layout.tokens[value.i - 1]?.text ?? "")] as const);
  return dated.every((pair): pair is readonly [Token, StatedPeriod] => pair[1] !== null) ? dated : null;
}

/** Which text of a frame speaks of which of its numbers. */
function match(texts: readonly Token[], values: readonly Token[]): readonly (readonly [Token, Token])[] {
  const [only] = texts;
  if (texts.length === 1 && only) {
    const value = nearest(only, values);
    return value ? [[only, value]] : [];
  }
  const pairs = assign(texts, values);
  if (pairs.some(([text]) => text.label)) return pairs;
  const labels = texts.filter((t) => t.label);
  const value = labels[0] && labels.length === 1 ? nearest(labels[0], closer(labels[0], texts, values)) : null;
  return value && labels[0] ? [[labels[0], value]] : pairs;
}

const pairOf = (label: Token, value: Token): Pair => ({
  label,
  hit: label.label as LabelHit,
  shown: value.shown as Shown,
  value,
});

const isLabelLike = (text: string): boolean => /^[㐀-鿿A-Za-z()（）/%]{2,12}$/.test(text) && /[㐀-鿿]/.test(text);

/**
 * Values that no other text claims with better right: one between the label and the value, or nearer on the label's
 * side. A note behind the value is no rival to a label before it.
 */
function closer(label: Token, spoken: readonly Token[], values: readonly Token[]): Token[] {
  return values.filter((value) =>
    spoken.every((other) => {
      if (other === label || (label.i < value.i && other.i > value.i)) return true;
      if (!other.label && !isLabelLike(other.text)) return true;
      return distance(label, value) <= distance(other, value) + 1;
    }),
  );
}

/** The value a person takes for the label's: the biggest print, then the nearest. A sign alone marks a change. */
function nearest(label: Token, values: readonly Token[]): Token | null {
  const height = (t: Token): number => Math.round(t.box.b - t.box.t);
  const plain = values.filter(
    (value) => !value.shown?.signed || label.label?.meanings.some((m) => m.metric.startsWith("net_")),
  );
  const rest = plain.length > 0 ? plain : values.filter((value) => value.shown?.unit === "");
  const [first, second] = [...rest].sort(
    (a, b) => height(b) - height(a) || distance(label, a) - distance(label, b) || b.i - a.i,
  );
  // 86 关注者 12: as near to the one as to the other.
  const torn =
    first &&
    second &&
    height(first) === height(second) &&
    first.i < label.i !== second.i < label.i &&
    areInLine(first, second);
  return torn ? null : (first ?? null);
}

const centre = (t: Token): { x: number; y: number } => ({ x: (t.box.l + t.box.r) / 2, y: (t.box.t + t.box.b) / 2 });

/** How far apart two texts are to the eye: gaps between their boxes, a step aside costing more than a step down. */
function distance(a: Token, b: Token): number {
  const dx = Math.max(0, Math.max(a.box.l, b.box.l) - Math.min(a.box.r, b.box.r));
  const dy = Math.max(0, Math.max(a.box.t, b.box.t) - Math.min(a.box.b, b.box.b));
  return areInLine(a, b) ? dx : columnOverlap(a.box, b.box) > 0 ? dy : 2 * dx + dy;
}

type Side = "right" | "below" | "above" | "left";
type Pairing = readonly (readonly [Token, Token])[];

/**
 * Several texts share one frame with several values: the way in which most values find a text of their own is the
 * page's way. Unknown labels count like known ones, or the number of one would go to the other.
 */
function assign(texts: readonly Token[], values: readonly Token[]): Pairing {
  let best: Pairing = [];
  const lengthOf = (pairing: Pairing): number => pairing.reduce((sum, [text, value]) => sum + distance(text, value), 0);
  const labelsOf = (pairing: Pairing): number => pairing.filter(([text]) => text.label).length;
  const printsOf = (pairing: Pairing): number => new Set(pairing.map(([text]) => printOf(text.el))).size;
  // 阿满 | 12.3万 | 粉丝数 | 31 | 场次: as many are over a number as under one, and the first of those is the card's own name.
  const more = (found: Pairing): number =>
    found.length - best.length || labelsOf(found) - labelsOf(best) || printsOf(best) - printsOf(found);
  for (const side of ["below", "right", "above", "left"] as const) {
    const found = texts.flatMap((text) => {
      const value = onSide(text, values, side);
      return value && onSide(value, texts, opposite[side]) === text ? [[text, value] as const] : [];
    });
    // What stands under or right of its label is the custom; the other ways must explain more.
    const isSurer = more(found);
    if (isSurer > 0 || (isSurer === 0 && side === "right" && lengthOf(found) < lengthOf(best))) best = found;
  }
  for (const found of [alternating(texts, values, false), alternating(texts, values, true)])
    if (found.length === values.length && more(found) > 0) best = found;
  return best;
}

/** Text, number, text, number, as a definition list has them, wherever they are drawn. */
function alternating(texts: readonly Token[], values: readonly Token[], valueFirst: boolean): Pairing {
  const order = [...texts, ...values].sort((a, b) => a.i - b.i);
  const speaking = new Set(texts);
  const pairs: (readonly [Token, Token])[] = [];
  for (const [k, a] of order.entries()) {
    const b = order[k + 1];
    if (!b || speaking.has(a) === speaking.has(b) || speaking.has(a) === valueFirst) continue;
    pairs.push(valueFirst ? [b, a] : [a, b]);
  }
  return pairs;
}

const opposite: Record<Side, Side> = { right: "left", left: "right", above: "below", below: "above" };

function onSide(from: Token, candidates: readonly Token[], side: Side): Token | null {
  const c = centre(from);
  let best: Token | null = null;
  for (const to of candidates) {
    if (to === from) continue;
    const d = centre(to);
    const inLine =
      side === "right" || side === "left"
        ? areInLine(from, to)
        : columnOverlap(from.box, to.box) > 0 && lineOverlap(from.box, to.box) < 0.5;
    const ahead = side === "right" ? d.x > c.x : side === "left" ? d.x < c.x : side === "below" ? d.y > c.y : d.y < c.y;
    if (inLine && ahead && (!best || distance(from, to) < distance(from, best))) best = to;
  }
  return best && distance(from, best) < (side === "below" || side === "above" ? 80 : 600) ? best : null;
}
