import { cellsUnder } from "./cells-under";
import { between, type Layout } from "./layout";
import { parseShown, type Shown } from "./numbers";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

export const isAmountLabel = (t: Token): boolean => t.label?.meanings.some((m) => m.metric === "order_amount") ?? false;

/** 共 2 件 合计 ￥588.00: what an order comes to, said in its own card. */
const COMES_TO = /(^|\s)(合计|总计|总价|总额)\s*[:：]?$/;
/** 共 2 件，实付款 ￥588.00 */
const PAID = /(^|[\s,，·|])(买家)?实[付收](款|金?额|总额)?\s*[:：]?$/;

/** 实付 ¥588.00 in one text. */
const PAID_IN_ONE = /^(?:买家)?实[付收](?:款|金?额|总额)?\s*[:：]?\s*([¥￥]\s*\d[\d,.]*)$/;
const paidIn = ({ text }: Token): Shown | null => parseShown(PAID_IN_ONE.exec(text)?.[1] ?? "");

/** What was paid, before it what was struck out; what is struck out alone was to be paid. */
export const amountAmong = (cell: readonly Token[]): Shown | null =>
  (cell.find((t) => t.shown && !t.trend) ?? cell.find((t) => t.shown))?.shown ??
  cell.map(paidIn).find((shown) => shown !== null) ??
  null;

/** The amount beside its label in the card, or in the place that the label has in a line of headers over all cards. */
export function amountIn(layout: Layout, texts: readonly Token[], own: Pairs, header: Token | undefined): Shown | null {
  const label = texts.find(isAmountLabel);
  if (label) {
    const around = layout.climb(label.el, (lo, hi) => between(texts, lo, hi).some((t) => t.shown));
    const [lo, hi] = layout.span(around);
    const behind = texts.find((t) => t.i >= label.i && t.shown);
    const before = texts[texts.indexOf(label) - 1];
    const beside = before && before.i >= lo && !(behind && behind.i < hi) ? before : behind;
    return own.get(label.i)?.[0]?.shown ?? beside?.shown ?? null;
  }
  const sumsBehind = (word: RegExp): readonly Token[] =>
    texts.filter((t, k) => t.shown?.unit === "元" && word.test(texts[k - 1]?.text ?? ""));
  const [paid, paidElse] = [...sumsBehind(PAID).map(({ shown }) => shown), ...texts.flatMap((t) => paidIn(t) ?? [])];
  const total = paid ?? sumsBehind(COMES_TO)[0]?.shown;
  if (total) return paidElse ? null : total;
  // Goods of one order that each have an amount of their own: what the order comes to is not said.
  const cells = header ? cellsUnder(layout, texts, header) : [];
  const [amount, another] = cells.flatMap((cell) => amountAmong(cell) ?? []);
  return another ? null : (amount ?? null);
}
