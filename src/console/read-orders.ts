import type { Grid } from "./grid";
import type { Layout } from "./layout";
import type { ListMemory } from "./list-memory";
import type { Shown } from "./numbers";
import type { StatedPeriod } from "./observation";
import { parseDay, parseMoment } from "./periods";
import type { Report } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/**
 * Orders and after-sales are only counted: per status and day, with the amount where every row shows one. No other
 * text of a row is looked at, so nothing about a buyer can be kept.
 */
const STATUS =
  /^(待付款|待发货|部分发货|待收货|已发货|已签收|已完成|交易完成|交易成功|完成|已取消|已关闭|交易关闭|退款中|已退款|退款成功|退款完成|待(商家|买家|平台)?(处理|审核|退货|收货|举证)|(商家|买家|平台)\S{0,3}(处理|审核|退货|收货|拒绝)\S{0,2}|售后(中|完成|关闭|成功)|处理中)$/;
const STATUS_LABEL = /^(订单|售后|处理|当前)?状态\s*[:：]?\s*(?=[^\s:：])/;
const WHEN = /(下单|创建|申请|支付|提交)时间/;

export interface OrderRow {
  /** The order's own number, where the row shows one; told apart by it, never kept. */
  readonly number: string | null;
  readonly status: string;
  readonly day: string;
  readonly amount: Shown | null;
  readonly token: number;
}

export function* readOrders(
  layout: Layout,
  report: Report,
  grids: readonly Grid[],
  own: Pairs,
  type: "order_group" | "aftersale_group",
  memory: ListMemory | null,
): Generator<void, number, void> {
  const here: OrderRow[] = [];
  for (const grid of grids) here.push(...(yield* rowsOf(grid)));
  if (here.length === 0) here.push(...(yield* cardsOf(layout, own)));
  const rows = here.length > 0 && memory ? memory.withEarlier(here) : here;
  const token = here[0]?.token ?? 0;
  const groups = new Map<string, OrderRow[]>();
  for (const row of rows) {
    const key = `${row.day} ${row.status}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    const { status, day } = group[0] as OrderRow;
    const entity = { type, id: null, name: status } as const;
    const period: StatedPeriod = { kind: "days", from: day, to: day };
    const metric = type === "order_group" ? "order_count" : "aftersale_count";
    report.put(entity, metric, "count", { precision: "exact", value: group.length }, token, period);
    const amounts = group.map((row) => row.amount);
    if (type === "order_group" && amounts.every((shown) => shown?.kind === "number" && !shown.scaled)) {
      const fen = amounts.reduce((sum, shown) => sum + Math.round((shown?.n ?? 0) * 100), 0);
      report.put(entity, "order_amount", "fen", { precision: "exact", value: fen }, token, period);
    }
  }
  return rows.length;
}

function* rowsOf(grid: Grid): Generator<void, OrderRow[], void> {
  const column = (pattern: RegExp): number => grid.columns.findIndex((c) => pattern.test(c.text.replace(/\s/g, "")));
  const at = {
    status: column(/状态$/),
    when: column(/(时间|日期)$/),
    amount: grid.columns.findIndex((c) => c.header?.label?.meanings.some((m) => m.metric === "order_amount")),
  };
  if (at.status < 0) return [];
  const rows: OrderRow[] = [];
  /** A line of its own over an order's goods says its number and time; those after the first are of the same order. */
  let band: { readonly number: string | null; readonly day: string } | null = null;
  for (const row of grid.rows) {
    yield;
    const status = row.cells.get(at.status)?.[0];
    const all = [...row.cells.values()].flat();
    const own = dayAmong(at.when >= 0 ? (row.cells.get(at.when) ?? []) : all);
    const number = numberIn(all);
    if (!status) {
      if (own && number) band = { number, day: own };
      continue;
    }
    const day = own ?? band?.day;
    if (!day) continue;
    const amount = row.cells.get(at.amount)?.find((t) => t.shown)?.shown ?? null;
    rows.push({ number: own ? number : (band?.number ?? null), status: status.text, day, amount, token: status.i });
    band = null;
  }
  return rows;
}

function* cardsOf(layout: Layout, own: Pairs): Generator<void, OrderRow[], void> {
  const texts = [...layout.texts(0, layout.tokens.length)];
  const labelled = texts.filter((t) => WHEN.test(t.text) && t.text.length <= 120 && dayOf(layout, t) !== null);
  const whens = labelled.length > 0 ? labelled : texts.filter((t) => /T/.test(parseMoment(t.text) ?? ""));
  const at = whens.map((t) => t.i);
  const header = texts.find(isAmount);
  const rows: OrderRow[] = [];
  for (const when of whens) {
    yield;
    const [lo, hi] = layout.span(layout.record(when.i, at));
    const inside = [...layout.texts(lo, hi)];
    const status = inside.map((t) => statusIn(layout, t)).find((text) => text !== null);
    const day = dayOf(layout, when);
    if (!status || !day) continue;
    rows.push({ number: numberIn(inside), status, day, amount: amountIn(layout, inside, own, header), token: when.i });
  }
  return rows;
}

const NUMBER = /(?:(?:订单|售后)(?:编|单)?号|单号|编号)\s*[:：]?\s*([A-Za-z]?\d{4,32})/;

function numberIn(texts: readonly Token[]): string | null {
  for (const [k, t] of texts.entries()) {
    const number = NUMBER.exec(t.text)?.[1] ?? NUMBER.exec(`${t.text} ${texts[k + 1]?.text ?? ""}`)?.[1];
    if (number) return number;
  }
  return texts.find((t) => /^[A-Za-z]?\d{8,32}$/.test(t.text))?.text ?? null;
}

/** The day that stands behind 下单时间 in the same text, or in the next. */
const dayOf = (layout: Layout, when: Token): string | null =>
  parseDay(when.text.slice(Math.max(0, when.text.search(WHEN)))) ?? dayAmong([layout.tokens[when.i + 1]]);

/** 待发货, 状态：待发货, or whatever stands beside 状态. */
function statusIn(layout: Layout, t: Token): string | null {
  const bare = t.text.replace(STATUS_LABEL, "");
  if (STATUS.test(bare)) return layout.isOption(t) ? null : bare;
  if (bare !== t.text) return bare.length <= 12 ? bare : null;
  const next = layout.tokens[t.i + 1];
  return /^(订单|售后|处理|当前)?状态[:：]?$/.test(t.text) && next && next.text.length <= 12 ? next.text : null;
}

const isAmount = (t: Token): boolean => t.label?.meanings.some((m) => m.metric === "order_amount") ?? false;

/** The amount beside its label in the card, or in the place that the label has in a line of headers over all cards. */
function amountIn(layout: Layout, texts: readonly Token[], own: Pairs, header: Token | undefined): Shown | null {
  const label = texts.find(isAmount);
  if (label) return own.get(label.i)?.[0]?.shown ?? texts.find((t) => t.i >= label.i && t.shown)?.shown ?? null;
  const line = header?.el.parentElement;
  if (!header || !line) return null;
  const place = [...line.children].indexOf(header.el);
  for (const t of texts) {
    for (let el = t.el; el.parentElement; el = el.parentElement) {
      const [lo, hi] = layout.span(el);
      if (
        el.parentElement.childElementCount !== line.childElementCount ||
        [...el.parentElement.children].indexOf(el) !== place
      )
        continue;
      return texts.find((inner) => inner.i >= lo && inner.i < hi && inner.shown)?.shown ?? null;
    }
  }
  return null;
}

const dayAmong = (tokens: readonly (Token | undefined)[]): string | null => {
  for (const token of tokens) {
    const day = token && parseDay(token.text);
    if (day) return day;
  }
  return null;
};
