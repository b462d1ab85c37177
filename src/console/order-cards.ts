import { cellsUnder } from "./cells-under";
import type { Layout } from "./layout";
import { isSameOrder, numberIn, type OrderRow, type Uncounted } from "./order";
import { amountIn, isAmountLabel } from "./order-amount";
import { type DayHeading, dayOver, isByDays, MADE_AT, MADE_BEHIND, type OrderDays, type StatedDay } from "./order-days";
import { STATUS, statusIn, statusReached, withoutStatusLabel } from "./order-status";
import { parseSpan } from "./periods";
import { type StatusHeading, statusOver } from "./status-headings";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { areInLine } from "./visible";

/** Over the column of a status, and what may stand in it. */
const STATUS_HEADER = /^(订单|售后|处理|当前)?状态$/;
const WORD = /^[㐀-鿿]{2,8}$/;

/** An order in a frame of its own, and the texts of the frame. */
export interface OrderCard {
  readonly row: OrderRow;
  readonly lo: number;
  readonly hi: number;
}

/** Cards of orders; into `uncounted` go those whose day is not known. */
export function* orderCards(
  layout: Layout,
  own: Pairs,
  days: OrderDays,
  headings: readonly StatusHeading[],
  uncounted: Uncounted,
): Generator<void, OrderCard[], void> {
  const texts = layout.list(0, layout.tokens.length);
  const labelled = texts.filter(
    (t) =>
      (MADE_AT.test(t.text) || MADE_BEHIND.test(t.text)) &&
      t.text.length <= 120 &&
      dayOf(layout, days, t) !== null &&
      !isFilter(layout, t),
  );
  const whens = labelled.length > 0 ? labelled : texts.filter((t) => days.saysMoment(layout, t));
  const at = whens.map((t) => t.i);
  const header = texts.find(isAmountLabel);
  const states = texts.find((t) => STATUS_HEADER.test(t.text) && !layout.isOption(t));
  const cards: OrderCard[] = [];
  for (const when of whens) {
    yield;
    const [lo, hi] = layout.span(layout.record(when.i, at));
    const inside = layout.list(lo, hi);
    const under =
      states &&
      cellsUnder(layout, inside, states)
        .flat()
        .find((t) => WORD.test(t.text))?.text;
    const stated = inside.filter((t) => statusIn(layout, t) !== null);
    const step = statusReached(layout, stated);
    const status =
      (step ? statusIn(layout, step) : null) ?? (stated.length > 0 ? null : (under ?? statusOver(headings, when.i)));
    if (!step && stated.length > 0) uncounted.unclear++;
    const day = dayOf(layout, days, when)?.day;
    const number = numberIn(inside);
    if (status && !day) uncounted.unclear++;
    if (!status || !day || cards.some(({ row }) => isSameOrder(row, number))) continue;
    const row = { number, status, day, amount: amountIn(layout, inside, own, header), token: when.i };
    cards.push({ row, lo, hi });
  }
  return cards;
}

/** 下单时间：2026-11-09 至 2026-11-11, in one text or several: what the list is chosen by. */
const isFilter = (layout: Layout, { text, i }: Token): boolean =>
  parseSpan(text) !== null ||
  parseSpan(layout.tokens[i + 1]?.text ?? "") !== null ||
  layout.tokens[i + 1]?.el.localName === "input" ||
  /^[至到~～—–-]$/.test(layout.tokens[i + 2]?.text ?? "");

/** Orders that say the hour alone, or not even that, under the day they are of. */
export function* ordersUnderDays(
  layout: Layout,
  own: Pairs,
  days: readonly DayHeading[],
): Generator<void, OrderRow[], void> {
  if (days.length === 0) return [];
  const texts = layout.list(0, layout.tokens.length);
  const stated = texts.filter((t) => STATUS.test(withoutStatusLabel(t.text)) && !layout.isOption(t));
  const headings = days.filter(({ i }) => !stated.some((t) => areInLine(t, layout.at(i))));
  const at = [...stated, ...headings].map(({ i }) => i).sort((a, b) => a - b);
  const header = texts.find(isAmountLabel);
  const sure = isByDays(headings, stated);
  const rows: OrderRow[] = [];
  for (const status of stated) {
    yield;
    const inside = layout.list(...layout.span(layout.record(status.i, at)));
    const day = dayOver(headings, status, inside, sure);
    const number = numberIn(inside);
    if (!day || rows.some((row) => isSameOrder(row, number))) continue;
    const amount = amountIn(layout, inside, own, header);
    rows.push({ number, status: withoutStatusLabel(status.text), day, amount, token: status.i });
  }
  return rows;
}

/** The day that stands behind 下单时间 in the same text, or in the next; or before 下单. */
const dayOf = (layout: Layout, days: OrderDays, when: Token): StatedDay | null =>
  MADE_BEHIND.test(when.text)
    ? days.saidIn(when.text)
    : (days.saidIn(when.text.slice(Math.max(0, when.text.search(MADE_AT)))) ??
      days.among([layout.tokens[when.i + 1]], true));
