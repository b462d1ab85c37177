import { bodyOf, parentOf } from "./genuine";
import type { LabelHit } from "./labels";
import { parseShown, type Shown } from "./numbers";
import type { Sheet, Token } from "./tokens";
import { type Box, lineOverlap } from "./visible";

/** A line of figures, px; what a badge says of a menu's entry is smaller. */
const LARGE = 18;
const MENU = "nav,aside,[role=navigation],[role=menu],[role=menubar],[role=tree]";
export const HEADING = "h1,h2,h3,h4,h5,h6,[role=heading]";
const BOX = "input[type=radio],input[type=checkbox]";
const boxesIn = (element: Element): number => element.querySelectorAll(BOX).length;
const CHOICE = "button,[role=radio],[role=checkbox],[role=option],[role=button],[role=tab]";
/** Here a button sorts by its words or explains them: they name what stands beside it. */
const NAMES_BESIDE = "dt,th,[role=term],[role=rowheader],[role=columnheader]";

/** 示例数据, 以下为示例： */
const SAYS_SAMPLE =
  /^(示例|样例|演示|模拟|虚拟)数据([,，].*)?$|以[下上](数据|内容|图表)?[均皆都]?(为|是)(示例|样例|演示|模拟)(数据)?[:：。，,]?$/;

const explains = (choice: Element): boolean =>
  choice.closest(NAMES_BESIDE) !== null ||
  (choice.hasAttribute("aria-describedby") && choice.parentElement?.querySelector(":scope>[role=tooltip]") != null);

/** 1万以下 | 1万-10万 | 10万以上: tiers of which each begins where the one before ends are to choose from. */
function areTiers(choices: HTMLCollection): boolean {
  let before: Shown | null = null;
  // Most are none by their first, and what they hold may be long.
  for (const choice of choices) {
    const tier = parseShown(choice.textContent ?? "");
    if (tier?.kind !== "range" || (before && (tier.min === null || tier.min !== before.max))) return false;
    before = tier;
  }
  return true;
}

/** One of several to pick from (不限 | 1万以下 | 1万-10万), or of a list of chores (待处理 | 评论 5 | 点赞 20). */
function besideAny(el: Element): boolean {
  let at = el;
  for (let up = 0; up < 4 && at.parentElement; up++, at = at.parentElement) {
    const choices = at.parentElement.children;
    if (choices.length < 3) continue;
    return (
      choices.length < 30 &&
      (areTiers(choices) ||
        // It comes first, or second behind what is chosen by: 类目 | 不限 | 食品.
        [...choices]
          .slice(0, 2)
          .some((choice) => /^(不限|全部|待处理|待办|未读)$/.test(choice.textContent?.trim() ?? "")))
    );
  }
  return false;
}

const isOnPage = ({ area, partOf }: Token): boolean => area === "page" && partOf === null;

/** The first of `count` things in order that is not before what is sought. */
function firstNot(count: number, isBefore: (at: number) => boolean): number {
  let [lo, hi] = [0, count];
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    if (isBefore(middle)) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

/** Those of `tokens`, which are in order, whose index is in a range. */
export function between(tokens: readonly Token[], lo: number, hi: number): readonly Token[] {
  const first = (i: number): number => firstNot(tokens.length, (at) => (tokens[at] as Token).i < i);
  return tokens.slice(first(lo), first(hi));
}

/** The letter in place of a picture: the first or last of the name right behind it. */
export function isInitial({ tokens }: Layout, { i, text }: Token): boolean {
  const next = tokens[i + 1]?.text ?? "";
  return [...text].length === 1 && [...next].length > 1 && (next.startsWith(text) || next.endsWith(text));
}

/** The sheet with the questions that every reader asks of it. Ranges are half-open token indices. */
export class Layout {
  readonly claimed = new Set<number>();

  /** `called`: what a text is a label of. */
  constructor(
    readonly sheet: Sheet,
    readonly called: (text: string) => LabelHit | null,
  ) {}

  get tokens(): readonly Token[] {
    return this.sheet.tokens;
  }

  at(i: number): Token {
    return this.sheet.tokens[i] as Token;
  }

  /** Empty for nothing, and for what holds no text. */
  span(el: Element | null): readonly [number, number] {
    return (el && this.sheet.spans.get(el)) ?? [0, 0];
  }

  /** Where an element lies on the top page; rects are asked of its own frame's viewport. */
  boxOf(el: Element): Box {
    let { left, top, right, bottom } = el.getBoundingClientRect();
    for (
      let frame = this.sheet.frames.get(el.ownerDocument);
      frame;
      frame = this.sheet.frames.get(frame.ownerDocument)
    ) {
      const outer = frame.getBoundingClientRect();
      const [dx, dy] = [outer.left + frame.clientLeft, outer.top + frame.clientTop];
      left += dx;
      right += dx;
      top += dy;
      bottom += dy;
    }
    return { l: left, t: top, r: right, b: bottom };
  }

  /** The element around `el` as laid out: over slots, shadow roots and frames. */
  parent(el: Element): Element | null {
    if (el.assignedSlot) return el.assignedSlot;
    const around = parentOf(el);
    if (around && el !== bodyOf(el.ownerDocument)) return around;
    const root = el.getRootNode();
    if (root instanceof ShadowRoot || "host" in root) return (root as ShadowRoot).host;
    return this.sheet.frames.get(el.ownerDocument) ?? null;
  }

  /** From `el` outwards, itself first. */
  *ancestors(el: Element): Generator<Element, void, void> {
    for (let at: Element | null = el; at; at = this.parent(at)) yield at;
  }

  /** The nearest element around `el` whose range passes. */
  climb(el: Element, passes: (lo: number, hi: number) => boolean): Element | null {
    let last: readonly [number, number] = [-1, -1];
    for (const at of this.ancestors(el)) {
      const span = this.span(at);
      if (span[0] === last[0] && span[1] === last[1]) continue;
      last = span;
      if (passes(span[0], span[1])) return at;
    }
    return null;
  }

  /** The largest element around token `i` that holds none of the others in `anchors` (sorted indices), inside `within`. */
  record(i: number, anchors: readonly number[], within?: Element): Element {
    let best = this.at(i).el;
    const at = firstNot(anchors.length, (k) => (anchors[k] as number) < i);
    const before = anchors[at - 1] ?? -1;
    const after = anchors[anchors[at] === i ? at + 1 : at] ?? Number.POSITIVE_INFINITY;
    for (const el of this.ancestors(best)) {
      const [lo, hi] = this.span(el);
      if (el === within || before >= lo || after < hi) break;
      best = el;
    }
    return best;
  }

  /** Texts of a range on the page itself, in order; numbers' further parts left out. */
  *texts(lo: number, hi: number): Generator<Token, void, void> {
    for (let i = lo; i < hi; i++) {
      const token = this.at(i);
      if (isOnPage(token)) yield token;
    }
  }

  /** Those texts at once. */
  list(lo: number, hi: number): Token[] {
    // A table has thousands of cells with one text: a list that may grow is five times as large.
    if (hi - lo === 1) return isOnPage(this.at(lo)) ? [this.at(lo)] : [];
    const out: Token[] = [];
    for (let i = lo; i < hi; i++) {
      const token = this.at(i);
      if (isOnPage(token)) out.push(token);
    }
    return out;
  }

  /** Of those texts the ones that pass and are read with nothing else. */
  *free(passes: (token: Token) => unknown, lo = 0, hi = this.tokens.length): Generator<void, Token[], void> {
    const out: Token[] = [];
    for (const token of this.texts(lo, hi)) {
      if (token.i % 64 === 63) yield;
      if (!this.claimed.has(token.i) && passes(token)) out.push(token);
    }
    return out;
  }

  /** The first text of any part of the page that passes. */
  *find(passes: (token: Token) => unknown): Generator<void, Token | null, void> {
    for (const token of this.tokens) {
      if (token.i % 128 === 127) yield;
      if (passes(token)) return token;
    }
    return null;
  }

  /** The last text of the page itself before token `i`. */
  textBefore(i: number): Token | null {
    for (let k = i - 1; k >= 0; k--) {
      const token = this.at(k);
      if (isOnPage(token)) return token;
    }
    return null;
  }

  private said: Map<string, number> | undefined;

  /** How often a text stands on the page. */
  timesSaid(text: string): number {
    if (!this.said) {
      this.said = new Map();
      for (const { text: each } of this.tokens) this.said.set(each, (this.said.get(each) ?? 0) + 1);
    }
    return this.said.get(text) ?? 0;
  }

  /** Tabs that are cards stand on the page. */
  *openTabs(): Generator<void, void, void> {
    for (const token of this.sheet.tokens) {
      if (token.i % 128 === 127) yield;
      if (token.area !== "nav" || token.el.closest(MENU)) continue;
      const tab = token.el.closest("[role=tab],li,a,button");
      if (tab && this.isCard(tab)) token.area = "page";
    }
  }

  /** What a page shows of nobody, for its looks, stands aside: all that is under 示例数据, up to what holds figures. */
  *samplesAside(): Generator<void, void, void> {
    for (const sign of this.sheet.tokens) {
      if (sign.i % 128 === 127) yield;
      if (sign.area !== "page" || !SAYS_SAMPLE.test(sign.text)) continue;
      const around = this.climb(sign.el, (lo, hi) => this.list(lo, hi).some((t) => t.shown));
      for (const token of this.list(...this.span(around))) token.area = "tip";
    }
  }

  /** Something to choose by (a filter's radio, a button), not something said. */
  isOption(token: Token): boolean {
    const choice = token.el.closest(CHOICE);
    if (choice && !this.isEntry(choice)) return !explains(choice) && !this.isCard(choice);
    if (besideAny(token.el)) return true;
    const label = token.el.closest("label");
    if (!label || boxesIn(label) === 0) return false;
    // The box may stand beside a card's name alone, the card around it.
    const card = parentOf(label);
    return !this.isCard(label) && !(card && boxesIn(card) === 1 && this.isCard(card));
  }

  /** An entry of a list beside what is chosen in it: an order with its number, time and sum. */
  private isEntry(choice: Element): boolean {
    const [lo, hi] = this.span(choice);
    return choice.getAttribute("role") === "option" && hi - lo > 2;
  }

  private readonly cards = new Map<Element, boolean>();

  /** A label with its number in large print under or over it: the card that chooses what a chart shows says both. */
  private isCard(choice: Element): boolean {
    let known = this.cards.get(choice);
    if (known === undefined) {
      const texts = this.sheet.tokens.slice(...this.span(choice)).filter((t) => t.partOf === null);
      const label = texts.find((t) => t.label);
      const height = ({ box }: Token): number => box.b - box.t;
      known = texts.some(
        (t) =>
          t.shown &&
          !t.trend &&
          label &&
          lineOverlap(t.box, label.box) < 0.2 &&
          height(t) >= Math.max(LARGE, height(label) * 1.15),
      );
      this.cards.set(choice, known);
    }
    return known;
  }
}
