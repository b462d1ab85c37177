import { chosenAmong } from "./chosen";
import { type Grid, isBar, type Row } from "./grid";
import { between, type Layout } from "./layout";
import type { ListMemory } from "./list-memory";
import { TOTALS } from "./no-things";
import { parseShown, type Shown } from "./numbers";
import type { FailedCheck, StatedPeriod } from "./observation";
import { type DayHeading, dayOver, isByDays, OrderDays, type SaidDay, saysDay } from "./order-days";
import { parseSpan } from "./periods";
import type { Report } from "./report";
import { A_SIGN } from "./signs";
import { type StatusHeading, statusHeadings, statusOver } from "./status-headings";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { columnOverlap, lineOverlap } from "./visible";

/**
 * Orders and after-sales are only counted: per status and day, with the amount where every row shows one. No other
 * text of a row is looked at, so nothing about a buyer can be kept.
 */
const STATUS =
  /^((已(付款|支付)[，,]?)?待(商家|买家|平台)?(付款|发货|收货|处理|审核|退货|举证|揽收|取[货件]|核销|评价|成团)|部分发货|已(发货|签收|完成|取消|关闭|退款|撤[销回]|驳回|拒绝|换货|揽收|核销|评价)|(运输|配送|派送)中|(交易|退款|售后)(中|完成|成功|关闭)|完成|(商家|买家|平台)\S{0,3}(处理|审核|退货|收货|拒绝)\S{0,2}|处理中)$/;
const STATUS_LABEL = /^(订单|售后|处理|当前)?状态\s*[:：]?\s*(?=[^\s:：])/;
/** Over the column of a status, and what may stand in it. */
const STATUS_HEADER = /^(订单|售后|处理|当前)?状态$/;
const STATUS_OF = { order_group: /^(订单|交易)状态$/, aftersale_group: /^(售后|退款|处理)\S{0,2}状态$/ };
/** Of the parcel, the bill or the buyer's words: no status of the order. */
const STATUS_OF_ELSE = /(物流|快递|配送|发票|开票|评价|备注|打单|打印|结算|保险)\S{0,2}状态$/;
const WORD = /^[㐀-鿿]{2,8}$/;
const WHEN = /(下单|创建|申请|支付|提交)时间/;
/** 2026/11/27 09:12 下单 */
const WHEN_DONE = /(:\d{2}|\d[日号])\s*(下单|创建|申请|支付|付款|提交)$/;
/** Over the column of when something else was done with an order. */
const WHEN_ELSE = /发货|收货|送达|揽收|签收|完成|结算|关闭|取消|更新|截止|到期|处理|退款/;

export interface OrderRow {
  /** The order's own number, where the row shows one; told apart by it, never kept. */
  readonly number: string | null;
  readonly status: string;
  readonly day: string;
  readonly amount: Shown | null;
  readonly token: number;
}

/** How many orders were read, and how a day's own count of them (共 4 单) stands to its rows. */
export interface OrdersRead {
  readonly items: number;
  /** Days or statuses of which not every order is on show: folded, or cut off. */
  readonly folded: boolean;
  readonly failed: readonly FailedCheck[];
}

export function* readOrders(
  layout: Layout,
  report: Report,
  grids: readonly Grid[],
  own: Pairs,
  type: "order_group" | "aftersale_group",
  memory: ListMemory | null,
): Generator<void, OrdersRead, void> {
  const days = yield* OrderDays.of(layout);
  const here: OrderRow[] = [];
  const headings = yield* statusHeadings(layout, STATUS);
  const left: Left = { undated: [], unclear: 0 };
  for (const grid of grids) here.push(...(yield* rowsOf(layout, grid, type, days, headings, left)));
  const cards = here.length === 0 ? yield* cardsOf(layout, own, days, headings, left) : [];
  here.push(...cards.map(({ row }) => row));
  // A table of its own for each order, under a line that says its day, is of the order's card.
  const isDated = ({ i }: Token): boolean => cards.length > 1 && cards.some(({ lo, hi }) => i >= lo && i < hi);
  const cut = new Set(left.undated.filter((status) => !isDated(status)).map(({ text }) => text));
  if (here.length === 0) here.push(...(yield* cardsUnderDays(layout, own, days.headings)));
  const rows = here.length > 0 && memory ? memory.withEarlier(here) : here;
  const token = here[0]?.token ?? 0;
  const failed: FailedCheck[] = [];
  // 待处理 2 over a table whose rows say a status of their own counts none of them.
  const ofSections = [...countsOf(headings)].filter(([status]) => rows.some((row) => row.status === status));
  const ofDays = days.headings.map(({ day, count }) => [day, count] as const);
  for (const [of, count] of [...ofDays, ...ofSections]) {
    const seen = rows.filter((row) => row.day === of || row.status === of).length;
    if (of && count !== null && seen < count) cut.add(of);
    else if (count !== null && seen > count) failed.push({ check: "row_count", expected: count, seen });
  }
  const groups = new Map<string, OrderRow[]>();
  for (const row of rows) {
    if (cut.has(row.day) || cut.has(row.status)) continue;
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
  return { items: rows.length, folded: cut.size + left.unclear > 0, failed };
}

/** How many orders of each status its headings say there are; null where one of them does not say. */
function countsOf(headings: readonly StatusHeading[]): Map<string, number | null> {
  const counts = new Map<string, number | null>();
  for (const { status, count } of headings) {
    if (status === null) continue;
    const before = counts.get(status) ?? (counts.has(status) ? null : 0);
    counts.set(status, before === null || count === null ? null : before + count);
  }
  return counts;
}

/** A cell of a row before, and down to where it reaches. */
interface Reaching {
  readonly column: number;
  readonly texts: readonly Token[];
  readonly end: number;
}

/** The cells of a row that may reach down to those below. */
function reachingFrom(layout: Layout, { cells, box }: Row): Reaching[] {
  return [...cells].flatMap(([column, texts]) => {
    const cell = texts[0]?.el.closest("td,th,[role=cell],[role=gridcell],[role=rowheader]");
    const end = cell ? layout.boxOf(cell).b : 0;
    return end > box.b + 1 ? { column, texts, end } : [];
  });
}

/** Orders that are not counted: the statuses of those that say no day, and how many say a date of a year that cannot be told. */
interface Left {
  readonly undated: Token[];
  unclear: number;
}

/** The column of what the rows are counted by; -1 for none. */
function statusColumn(heads: readonly string[], type: "order_group" | "aftersale_group"): number {
  const own = heads.findIndex((text) => STATUS_OF[type].test(text));
  return own >= 0 ? own : heads.findIndex((text) => /状态$/.test(text) && !STATUS_OF_ELSE.test(text));
}

/**
 * What status texts say, of which the first counts: of the steps of one order (待处理 → 待退货 → 退款成功), one right behind the
 * other, the one that stands out; null where none does.
 */
function reached(layout: Layout, stated: readonly Token[]): Token | null {
  const [first] = stated;
  const steps = stated.filter(({ text }, k) => STATUS.test(text) && k === stated.findIndex((t) => t.text === text));
  const isNext = ({ i }: Token, k: number): boolean =>
    k === 0 || layout.list((steps[k - 1] as Token).i + 1, i).every(({ text }) => A_SIGN.test(text));
  if (!first || steps.length < FEWEST_STEPS || !steps.every(isNext)) return first ?? null;
  return chosenAmong(steps) ?? null;
}

/** Of two statuses the second may be of the parcel. */
const FEWEST_STEPS = 3;

/** Rows of a table; into `left` go those that cannot be told what day they are of. */
function* rowsOf(
  layout: Layout,
  grid: Grid,
  type: "order_group" | "aftersale_group",
  days: OrderDays,
  statuses: readonly StatusHeading[],
  left: Left,
): Generator<void, OrderRow[], void> {
  const heads = grid.columns.map(({ text }) => text.replace(/\s/g, ""));
  const whens = heads.flatMap((text, index) => (/(时间|日期)$/.test(text) ? [index] : []));
  const others = whens.filter((index) => WHEN_ELSE.test(heads[index] ?? ""));
  const at = {
    status: statusColumn(heads, type),
    when: whens.find((index) => WHEN.test(heads[index] ?? "")) ?? whens.find((index) => !others.includes(index)) ?? -1,
    amount: grid.columns.findIndex((c) => c.header?.label?.meanings.some((m) => m.metric === "order_amount")),
  };
  const first = grid.columns[0]?.tokens[0];
  const over = first ? statusOver(statuses, first.i) : null;
  if (at.status < 0 && over === null) return [];
  const rows: OrderRow[] = [];
  const amountOf = ({ cells }: Row): Shown | null => amountAmong(cells.get(at.amount) ?? []);
  const ofOrders = new Set(
    grid.rows
      .filter((row) => row.cells.has(at.status))
      .flatMap((row) => [...row.cells.values()].flat().map((t) => t.i)),
  );
  const headings = days.headings.filter(({ i }) => !ofOrders.has(i));
  /** A line of its own over an order's goods says its number and time; those after the first are of the same order. */
  let band: (SaidDay & { readonly number: string }) | null = null;
  /** The day in a bar over the rows below; null under a bar that says none. */
  let underBar: string | null | undefined;
  let above: readonly Reaching[] = [];
  for (const row of grid.rows) {
    yield;
    const reaching = above.filter(({ end }) => end > (row.box.t + row.box.b) / 2);
    above = [...reaching, ...reachingFrom(layout, row)];
    const all = [...row.cells.values()].flat();
    if (TOTALS.test(all[0]?.text ?? "")) continue;
    if (isDayBar(row, all)) {
      underBar = headings.find(({ i }) => i === all[0]?.i)?.day ?? null;
      band = null;
      continue;
    }
    const said = (column: number): readonly Token[] =>
      row.cells.get(column) ?? reaching.find((each) => each.column === column)?.texts ?? [];
    const held = reaching.flatMap(({ texts }) => texts);
    const number = numberIn(all);
    // More goods of the order above.
    const isSame = numberIn(held) !== null || (held.length > 0 && !row.cells.has(at.status));
    if (isSame && number === null && days.among(all) === null) {
      if (amountOf(row)) splitAmount(rows);
      continue;
    }
    const status = reached(layout, said(at.status));
    const inPassing = others.flatMap((each) => row.cells.get(each) ?? []);
    const own =
      at.when >= 0
        ? days.among(said(at.when), true)
        : (days.among(all.filter((t) => !inPassing.includes(t))) ?? days.among(held));
    const [lead] = all;
    if (over && at.status < 0 && own?.day && lead) {
      rows.push({ number, status: over, day: own.day, amount: amountOf(row), token: lead.i });
    }
    if (!status) {
      if (own && number) band = { number, day: own.day };
      continue;
    }
    const day = own || band ? (own ?? band)?.day : underBar === undefined ? dayOver(headings, status, all) : underBar;
    if (!day) {
      if (own || band) left.unclear++;
      else if (underBar === undefined) left.undated.push(status);
      continue;
    }
    const amount = amountOf(row);
    rows.push({ number: own ? number : (band?.number ?? null), status: status.text, day, amount, token: status.i });
    band = null;
  }
  return rows;
}

/** Goods of one order that each have an amount of their own: what the order comes to is not said. */
function splitAmount(rows: OrderRow[]): void {
  const last = rows.pop();
  if (last) rows.push({ ...last, amount: null });
}

/** 更早的售后, 昨天: a bar that says when, and no day. */
const NO_DAY = /^(更早|较早|以前|此前|之前|今[天日]|昨[天日]|[本上]周|[本上]月)/;

/** A bar of heads over the rows of a day, or of what is older; a plain one is such a bar where it says when. */
const isDayBar = ({ el }: Row, texts: readonly Token[]): boolean => {
  const [first] = texts;
  const isSaid =
    first !== undefined && (first.el.closest("th") !== null || saysDay(first.text) || NO_DAY.test(first.text));
  return isSaid && isBar(el) && numberIn(texts) === null;
};

/** An order in a frame of its own, and the texts of the frame. */
interface Card {
  readonly row: OrderRow;
  readonly lo: number;
  readonly hi: number;
}

/** Cards of orders; into `left` go those that cannot be told what day they are of. */
function* cardsOf(
  layout: Layout,
  own: Pairs,
  days: OrderDays,
  headings: readonly StatusHeading[],
  left: Left,
): Generator<void, Card[], void> {
  const texts = layout.list(0, layout.tokens.length);
  const labelled = texts.filter(
    (t) =>
      (WHEN.test(t.text) || WHEN_DONE.test(t.text)) &&
      t.text.length <= 120 &&
      dayOf(layout, days, t) !== null &&
      !isFilter(layout, t),
  );
  const whens = labelled.length > 0 ? labelled : texts.filter((t) => days.saysMoment(layout, t));
  const at = whens.map((t) => t.i);
  const header = texts.find(isAmount);
  const states = texts.find((t) => STATUS_HEADER.test(t.text) && !layout.isOption(t));
  const cards: Card[] = [];
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
    const step = reached(layout, stated);
    const status =
      (step ? statusIn(layout, step) : null) ?? (stated.length > 0 ? null : (under ?? statusOver(headings, when.i)));
    if (!step && stated.length > 0) left.unclear++;
    const day = dayOf(layout, days, when)?.day;
    const number = numberIn(inside);
    if (status && !day) left.unclear++;
    if (!status || !day || cards.some(({ row }) => isSameOrder(row, number))) continue;
    const row = { number, status, day, amount: amountIn(layout, inside, own, header), token: when.i };
    cards.push({ row, lo, hi });
  }
  return cards;
}

/** 下单时间：2026-11-09 至 2026-11-11, in one text or several: what the list is chosen by. */
const isFilter = (layout: Layout, { text, i }: Token): boolean =>
  parseSpan(text) !== null ||
  layout.tokens[i + 1]?.el.localName === "input" ||
  /^[至到~～—–-]$/.test(layout.tokens[i + 2]?.text ?? "");

/** Orders that say the hour alone, or not even that, under the day they are of. */
function* cardsUnderDays(layout: Layout, own: Pairs, days: readonly DayHeading[]): Generator<void, OrderRow[], void> {
  if (days.length === 0) return [];
  const texts = layout.list(0, layout.tokens.length);
  const stated = texts.filter((t) => STATUS.test(t.text.replace(STATUS_LABEL, "")) && !layout.isOption(t));
  const headings = days.filter(({ i }) => !stated.some((t) => lineOverlap(t.box, layout.at(i).box) > 0.5));
  const at = [...stated, ...headings].map(({ i }) => i).sort((a, b) => a - b);
  const header = texts.find(isAmount);
  const sure = isByDays(headings, stated);
  const rows: OrderRow[] = [];
  for (const status of stated) {
    yield;
    const inside = layout.list(...layout.span(layout.record(status.i, at)));
    const day = dayOver(headings, status, inside, sure);
    const number = numberIn(inside);
    if (!day || rows.some((row) => isSameOrder(row, number))) continue;
    const amount = amountIn(layout, inside, own, header);
    rows.push({ number, status: status.text.replace(STATUS_LABEL, ""), day, amount, token: status.i });
  }
  return rows;
}

/** What is chosen in a list is shown once more beside it. */
const isSameOrder = (row: OrderRow, number: string | null): boolean => number !== null && row.number === number;

const NUMBER =
  /(?:(?:订单|售后)(?:编|单)?号|单号|编号)\s*[:：]?\s*([A-Za-z]?\d{4,32})|^(?:订单|售后单?)\s*[:：#]?\s*(\d{8,32})$/;

function numberIn(texts: readonly Token[]): string | null {
  for (const [k, t] of texts.entries()) {
    const [, called, bare] = NUMBER.exec(t.text) ?? NUMBER.exec(`${t.text} ${texts[k + 1]?.text ?? ""}`) ?? [];
    if (called ?? bare) return called ?? bare ?? null;
  }
  return texts.find((t) => /^[A-Za-z]?\d{8,32}$/.test(t.text))?.text ?? null;
}

/** The day that stands behind 下单时间 in the same text, or in the next; or before 下单. */
const dayOf = (layout: Layout, days: OrderDays, when: Token): SaidDay | null =>
  WHEN_DONE.test(when.text)
    ? days.saidIn(when.text)
    : (days.saidIn(when.text.slice(Math.max(0, when.text.search(WHEN)))) ??
      days.among([layout.tokens[when.i + 1]], true));

/** 待发货, 状态：待发货, or whatever stands beside 状态. */
function statusIn(layout: Layout, t: Token): string | null {
  const bare = t.text.replace(STATUS_LABEL, "");
  if (STATUS.test(bare)) return layout.isOption(t) ? null : bare;
  if (bare !== t.text) return bare.length <= 12 ? bare : null;
  const next = layout.tokens[t.i + 1];
  return /^(订单|售后|处理|当前)?状态[:：]?$/.test(t.text) && next && next.text.length <= 12 ? next.text : null;
}

const isAmount = (t: Token): boolean => t.label?.meanings.some((m) => m.metric === "order_amount") ?? false;

/** 共 2 件 合计 ￥588.00: what an order comes to, said in its own card. */
const COMES_TO = /(^|\s)(合计|总计|总价|总额)\s*[:：]?$/;
/** 共 2 件，实付款 ￥588.00 */
const PAID = /(^|[\s,，·|])(买家)?实[付收](款|金?额|总额)?\s*[:：]?$/;

/** 实付 ¥588.00 in one text. */
const PAID_IN_ONE = /^(?:买家)?实[付收](?:款|金?额|总额)?\s*[:：]?\s*([¥￥]\s*\d[\d,.]*)$/;
const paidIn = ({ text }: Token): Shown | null => parseShown(PAID_IN_ONE.exec(text)?.[1] ?? "");

/** What was paid, before it what was struck out; what is struck out alone was to be paid. */
const amountAmong = (cell: readonly Token[]): Shown | null =>
  (cell.find((t) => t.shown && !t.trend) ?? cell.find((t) => t.shown))?.shown ??
  cell.map(paidIn).find((shown) => shown !== null) ??
  null;

/** The amount beside its label in the card, or in the place that the label has in a line of headers over all cards. */
function amountIn(layout: Layout, texts: readonly Token[], own: Pairs, header: Token | undefined): Shown | null {
  const label = texts.find(isAmount);
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

/** The texts of each of the card's cells in the place, and under the place, that `header` has in its line of headers. */
function cellsUnder(layout: Layout, texts: readonly Token[], header: Token): readonly (readonly Token[])[] {
  const line = header.el.parentElement;
  const place = [...(line?.children ?? [])].indexOf(header.el);
  const found = new Set<Element>();
  const [first, last] = [texts[0]?.i ?? 0, texts.at(-1)?.i ?? 0];
  for (const t of texts) {
    for (let el = t.el; el.parentElement; el = el.parentElement) {
      // The card itself: there may be as many of them as headers.
      const [lo, hi] = layout.span(el);
      if (texts.length > 1 && lo <= first && hi > last) break;
      if (el.parentElement.childElementCount !== line?.childElementCount) continue;
      if ([...el.parentElement.children].indexOf(el) !== place) continue;
      if (columnOverlap(layout.boxOf(el), layout.boxOf(header.el)) > 0.3) found.add(el);
    }
  }
  return [...found].map((el) => between(texts, ...layout.span(el)));
}
