import type { LabelHit } from "./labels";
import type { Layout } from "./layout";
import type { Shown } from "./numbers";
import { parseMoment, parsePeriod } from "./periods";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { columnOverlap, lineOverlap } from "./visible";

/** A label and the number that a person sees as belonging to it. */
export interface Pair {
  readonly label: Token;
  readonly hit: LabelHit;
  readonly shown: Shown;
  readonly value: Token;
}

export interface Paired {
  readonly pairs: readonly Pair[];
  /** Short texts that stand by a number as a label would, and are not in the dictionary. */
  readonly unknown: readonly string[];
}

const WEAK =
  /^(明细|详情|查看.*|更多|编辑|说明|去.{1,4}|[元块%次人件单笔个条场秒分万亿￥¥:：|/·,，()（）\-+]+|单位.*|较.*|对比.*|.*(环比|同比).*|上升|下降|持平|更新.*|截至.*)$/;

/** Text that could be some value's label: not a unit, a period, a date, a comparison. */
const speaks = (token: Token): boolean =>
  token.shown === null &&
  (token.label !== null || (!WEAK.test(token.text) && !parsePeriod(token.text) && !parseMoment(token.text)));

/** Pairs labels with numbers inside a range by what encloses both, then by where they stand to each other. */
export function pairCards(layout: Layout, lo: number, hi: number, own: Pairs): Paired {
  const free = [...layout.texts(lo, hi)].filter((token) => !layout.claimed.has(token.i) && !layout.isOption(token));
  const values = free.filter((token) => token.shown && !token.trend);
  const groups = new Map<Element, Token[]>();
  const pairs: Pair[] = [];
  const unknown: string[] = [];
  for (const label of free) {
    for (const { hit, shown } of own.get(label.i) ?? []) pairs.push({ label, hit, shown, value: label });
  }
  for (const value of values) {
    const [from, to] = [lo, hi];
    const around = layout.climb(value.el, (a, b) => speaker(layout, Math.max(a, from), Math.min(b, to), own) !== null);
    if (!around) continue;
    const group = groups.get(around) ?? [];
    group.push(value);
    groups.set(around, group);
  }
  for (const [around, group] of groups) {
    const [a, b] = layout.span(around);
    const spoken = [...layout.texts(Math.max(a, lo), Math.min(b, hi))].filter(
      (t) => speaks(t) && !layout.claimed.has(t.i) && !own.has(t.i) && !layout.isOption(t),
    );
    const labels = spoken.filter((t) => t.label);
    if (labels.length === 1 && labels[0] && (spoken.length === 1 || group.length === 1 || nearest(labels[0], group))) {
      const value = nearest(labels[0], closer(labels[0], spoken, group));
      if (value) pairs.push(pairOf(labels[0], value));
    } else if (labels.length > 1) {
      for (const [label, value] of assign(labels, group, spoken)) pairs.push(pairOf(label, value));
    } else if (labels.length === 0) {
      const near = spoken.length === 1 ? spoken[0] : undefined;
      if (near && isLabelLike(near.text)) unknown.push(near.text);
    }
  }
  return { pairs, unknown };
}

const pairOf = (label: Token, value: Token): Pair => ({
  label,
  hit: label.label as LabelHit,
  shown: value.shown as Shown,
  value,
});

function speaker(layout: Layout, lo: number, hi: number, own: Pairs): Token | null {
  for (const token of layout.texts(lo, hi))
    if (speaks(token) && !own.has(token.i) && !layout.claimed.has(token.i) && !layout.isOption(token)) return token;
  return null;
}

const isLabelLike = (text: string): boolean =>
  /^[\p{Script=Han}A-Za-z()（）/%]{2,12}$/u.test(text) && /\p{Script=Han}/u.test(text);

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
  return [...rest].sort((a, b) => height(b) - height(a) || distance(label, a) - distance(label, b))[0] ?? null;
}

const centre = (t: Token): { x: number; y: number } => ({ x: (t.box.l + t.box.r) / 2, y: (t.box.t + t.box.b) / 2 });

/** How far apart two texts are to the eye: gaps between their boxes, a step aside costing more than a step down. */
function distance(a: Token, b: Token): number {
  const dx = Math.max(0, Math.max(a.box.l, b.box.l) - Math.min(a.box.r, b.box.r));
  const dy = Math.max(0, Math.max(a.box.t, b.box.t) - Math.min(a.box.b, b.box.b));
  return lineOverlap(a.box, b.box) > 0.5 ? dx : columnOverlap(a.box, b.box) > 0 ? dy : 2 * dx + dy;
}

type Side = "right" | "below" | "above" | "left";

/** Several labels share one frame with several values: the side on which every label finds its own value is the page's way. */
function assign(
  labels: readonly Token[],
  values: readonly Token[],
  spoken: readonly Token[],
): (readonly [Token, Token])[] {
  let best: (readonly [Token, Token])[] = [];
  let bestLength = Number.POSITIVE_INFINITY;
  for (const side of ["below", "right", "above", "left"] as const) {
    const found = labels.flatMap((label) => {
      const value = onSide(label, values, side);
      const back = value && onSide(value, spoken, opposite[side]);
      return value && back === label ? [[label, value] as const] : [];
    });
    const length = found.reduce((sum, [label, value]) => sum + distance(label, value), 0);
    // What stands under or right of its label is the custom; the other ways must explain more.
    const tie = side === "right" && found.length === best.length && length < bestLength;
    if (found.length > best.length || tie) {
      best = found;
      bestLength = length;
    }
  }
  return best;
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
        ? lineOverlap(from.box, to.box) > 0.5
        : columnOverlap(from.box, to.box) > 0 && lineOverlap(from.box, to.box) < 0.5;
    const ahead = side === "right" ? d.x > c.x : side === "left" ? d.x < c.x : side === "below" ? d.y > c.y : d.y < c.y;
    if (inLine && ahead && (!best || distance(from, to) < distance(from, best))) best = to;
  }
  return best && distance(from, best) < (side === "below" || side === "above" ? 80 : 600) ? best : null;
}
