import { isOfOneMake, saysSpan, UP_TO_FIGURE } from "./breakdowns";
import { pairCards } from "./cards";
import { isOfAllDays } from "./column-words";
import { saysDays } from "./days-alone";
import { meaningFor } from "./labels";
import { between, type Layout } from "./layout";
import { idAmong, isGloss, linkOf, nameAmong, saysIds } from "./names";
import { isOnTheWhole, isSample } from "./no-things";
import type { EntityType, ObservedEntity } from "./observation";
import { isOfPage } from "./page-words";
import { momentAmong } from "./periods";
import { isWord } from "./read-grid";
import { type Report, thingOf } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { areInLine, columnOverlap, lineOverlap } from "./visible";

/**
 * A list drawn as cards: the label that comes back most often shows where one card ends and the next begins. Returns
 * how many cards were read, and labels that are not in the dictionary. `page`: what the page itself is about, of which its
 * things' cards say nothing; where that is nothing there may be a single card.
 */
export function* readRecords(
  layout: Layout,
  report: Report,
  type: EntityType,
  own: Pairs,
  owner: ObservedEntity | null,
  page: EntityType | null,
): Generator<void, { items: number; unknown: string[] }, void> {
  const labels = yield* layout.free((t) => t.label && meaningFor(t.label, type) && !layout.isOption(t));
  const unknown: string[] = [];
  let items = 0;
  const boxes = frames(layout, labels, page === null);
  const textsOf = (el: Element): readonly Token[] => layout.list(...layout.span(el));
  // 近7天数据 and 近30天数据 over the same cards: parts of the page.
  if (page && boxes.every((el) => saysSpan(textsOf(el)))) return { items, unknown };
  const read: Element[] = [];
  const unnamed: Element[] = [];
  const calledAsParts: Element[] = [];
  // 本月累计 over figures beside a list that is not read as one, or is not drawn yet.
  const mayBePart = (el: Element): boolean => page !== null || idAmong(textsOf(el), el, type) === null;
  for (const el of boxes) {
    yield;
    if (page && speaksOf(layout, el, page, type)) continue;
    if (mayBePart(el) && isOfPage(nameAmong(layout, textsOf(el), type) ?? "")) {
      calledAsParts.push(el);
      continue;
    }
    const found = yield* readRecord(layout, report, el, type, own, owner);
    if (!found && page) unnamed.push(el);
    if (!found) continue;
    read.push(el);
    if (found.figures > 0) items++;
    unknown.push(...found.unknown);
  }
  const likeOf = (el: Element): readonly Element[] =>
    read.filter((other) => other.parentNode === el.parentNode && isOfOneMake(other, el));
  // 数据概览 beside others of its make, several or with the hour at which it was published: a title.
  for (const el of calledAsParts) {
    const like = likeOf(el);
    if (like.length === 0 || (like.length < 2 && !momentAmong(textsOf(el)))) continue;
    const found = yield* readRecord(layout, report, el, type, own, owner);
    if (found && found.figures > 0) items++;
  }
  // What a thing among them says is not the page's for want of a name: 近7天我都吃了什么 reads as days.
  for (const el of unnamed) {
    const like = likeOf(el);
    if (like.length > 1 || (like.length > 0 && momentAmong(textsOf(el))))
      for (const t of textsOf(el)) layout.claimed.add(t.i);
  }
  return { items, unknown };
}

/** Whether a label in `el` is said of what the page is about and never of its things: 最高在线 is of a live and of no goods. */
const speaksOf = (layout: Layout, el: Element, page: EntityType, type: EntityType): boolean =>
  layout.list(...layout.span(el)).some(({ label }) => label && meaningFor(label, page) && !meaningFor(label, type));

/**
 * Reads the card `el` of one thing and claims it: how many figures it gave; null, and nothing claimed, where it names
 * nothing. `period`: of figures that say none; undefined leaves it to the page.
 */
export function* readRecord(
  layout: Layout,
  report: Report,
  el: Element,
  type: EntityType,
  own: Pairs,
  owner: ObservedEntity | null,
  period?: null,
): Generator<void, { figures: number; unknown: readonly string[] } | null, void> {
  const [lo, hi] = layout.span(el);
  const texts = layout.list(lo, hi).filter((t) => !layout.claimed.has(t.i));
  const { pairs, unknown } = yield* pairCards(layout, lo, hi, own);
  const words = texts.filter((t) => t.label && meaningFor(t.label, type)?.unit === "text");
  if (pairs.length === 0) return null;
  // 今日 over 累计: lines of a table that was not understood as one, of which a label alone does not say which it is of.
  const lines = texts.filter((t) => !t.label && !t.shown && (isOfAllDays(t.text) || saysDays(t.text)));
  if (lines.some((t) => isOfAllDays(t.text)) && lines.some((t) => !isOfAllDays(t.text))) {
    for (const t of texts) layout.claimed.add(t.i);
    return null;
  }
  const used = new Set(pairs.flatMap((pair) => [pair.label.i, pair.value.i]));
  const rest = texts.filter((t) => !used.has(t.i));
  const id = idAmong(texts, el, type);
  const name = nameAmong(
    layout,
    rest.filter((t) => !words.some((w) => follows(layout, w, t))),
    type,
  );
  if ((name === null && id === null) || isSample(name ?? "")) return null;
  // The trade's own card among them is nobody's, and not of what the page is about.
  if (isOnTheWhole(name ?? "")) {
    for (const t of texts) layout.claimed.add(t.i);
    return null;
  }
  const entity = thingOf({ type, id, name }, linkOf(el, type), momentAmong(texts), owner);
  const before = report.drafts.length;
  for (const pair of pairs) report.add(entity, pair.hit, pair.shown, pair.value.i, pair.period ?? period);
  readWords(layout, report, entity, lo, hi);
  for (const t of texts) layout.claimed.add(t.i);
  return { figures: report.drafts.length - before, unknown };
}

/** The frames of a list's cards, by the metric whose label comes back most often. */
function frames(layout: Layout, labels: readonly Token[], single: boolean): Element[] {
  const byText = new Map<string, Token[]>();
  for (const label of labels) {
    const text = label.text.split(UP_TO_FIGURE)[0] ?? "";
    const alike = byText.get(text);
    if (alike) alike.push(label);
    else byText.set(text, [label]);
  }
  const most = [...byText.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const anchors = most.map((t) => t.i);
  if (anchors.length > 1) return anchors.map((i) => layout.record(i, anchors));
  // A single card: the smallest frame around all its labels that also holds something to name it by.
  const first = most[0];
  if (!first || !single) return [];
  const words = labels.filter((t) => t.label?.meanings[0]?.unit === "text");
  const isNamed = (lo: number, hi: number): boolean =>
    nameAmong(
      layout,
      layout.list(lo, hi).filter((t) => !words.some((w) => follows(layout, w, t))),
    ) !== null;
  const frame = layout.climb(first.el, (lo, hi) => labels.every((t) => t.i >= lo && t.i < hi) && isNamed(lo, hi));
  const isOne = frame && !isOnSide(layout, frame, labels) && !saysIds(layout.list(...layout.span(frame)));
  return isOne ? [frame] : [];
}

/** Lines of a label and several figures, 价格 ¥88.00 | ¥129.00 | ¥39.90, are of several things: no card of one. */
function isOnSide(layout: Layout, frame: Element, labels: readonly Token[]): boolean {
  const figures = layout.list(...layout.span(frame)).filter((t) => t.shown && !t.trend);
  const lines = labels.map(({ i, box }) => {
    const inLine = (t: Token): boolean => t.i > i && lineOverlap(t.box, box) > 0.5;
    return labels.some(inLine) ? 0 : figures.filter(inLine).length;
  });
  return lines.filter((many) => many > 1).length > 1;
}

/** Labels whose values are words (品类占比 服饰内衣 100.0%): what stands with the label and after it. */
export function readWords(layout: Layout, report: Report, entity: ObservedEntity, lo: number, hi: number): void {
  for (const label of layout.texts(lo, hi)) {
    const meaning = label.label && meaningFor(label.label, entity.type);
    if (meaning?.unit !== "text" || layout.isOption(label)) continue;
    const text = label.words ?? wordsOf(layout, label, layout.list(lo, hi));
    if (text && !NO_WORDS.test(text))
      report.put(entity, meaning.metric, "text", { precision: "exact", value: text }, label.i);
  }
}

/** Nothing, or what a filter is set to: 带货类目：不限. */
const NO_WORDS = /^(?:[-—–]+|不限|全部|所有|请选择.*)$/;

/** The words that a label stands for: what follows it, all of one make; else the one text in its place. */
function wordsOf(layout: Layout, label: Token, all: readonly Token[]): string {
  const texts = all.filter((t) => isWord(t) && !isGloss(label, t));
  const run = texts.filter((t) => follows(layout, label, t));
  const plain = run.filter(({ text }) => withoutShare(text) !== "");
  const [first] = plain;
  if (first && plain.every((t) => !/\d/.test(withoutShare(t.text)) && makeOf(t) === makeOf(first)))
    return run.map((t) => t.text).join(" ");
  const around = layout.climb(label.el, (a, b) => between(texts, a, b).some((t) => t !== label));
  const placed = around && inPlaceOf(label, between(texts, ...layout.span(around)));
  return placed && !placed.shown && !placed.label && !layout.isOption(placed) ? placed.text : "";
}

/** 服饰内衣 of 服饰内衣 100.0%, nothing of 100.0%. */
const withoutShare = (text: string): string => text.replace(/\s*\d[\d.]*%$/, "");

const makeOf = ({ el }: Token): string => `${el.localName} ${el.getAttribute("class")}`;

/** A value stands this near under its label, px. */
const NEAR = 40;

/** What stands where the value of `label` is: behind it in its line, or under it where its line holds labels alone. */
function inPlaceOf(label: Token, texts: readonly Token[]): Token | null {
  const line = texts.filter((t) => areInLine(t, label)).sort((a, b) => a.box.l - b.box.l);
  const at = line.indexOf(label);
  const [before, behind] = [line[at - 1], line[at + 1]];
  if (behind && !behind.label && !before?.label) return behind;
  const under = texts.filter((t) => t.box.t >= label.box.b - 2 && columnOverlap(t.box, label.box) > 0);
  const [next] = under.sort((a, b) => a.box.t - b.box.t);
  return next && next.box.t - label.box.b < NEAR ? next : null;
}

/**
 * True when `t` stands after `label` in the smallest frame that holds more than the label, with no label or control between;
 * or before it, where the frame holds the two alone.
 */
function follows(layout: Layout, label: Token, t: Token): boolean {
  const around = layout.climb(label.el, (a, b) => b - a > 1);
  if (!around || t === label) return false;
  const [lo, hi] = layout.span(around);
  if (t.i < lo || t.i >= hi) return false;
  // Label and value, label and value in one row: the label's value is the cell after its own.
  const cell = label.el.closest("th,td,dt");
  const [from, to] = layout.span(cell);
  if (cell && to - from === 1 && !cell.nextElementSibling?.contains(t.el)) return false;
  if (t.i < label.i) return hi - lo === 2 && t.label === null && t.shown === null;
  for (let k = label.i + 1; k <= t.i; k++) if (layout.at(k).label || layout.isOption(layout.at(k))) return false;
  return true;
}
