import { type Grid, isBar, type Row } from "./grid";
import type { Layout } from "./layout";
import { TOTALS } from "./no-things";
import { numberIn, type OrderRow, type Uncounted } from "./order";
import { amountAmong, isAmountLabel } from "./order-amount";
import { type DayHeading, dayOver, MADE_AT, type OrderDays, type StatedDay, saysDay } from "./order-days";
import { statusReached } from "./order-status";
import { type StatusHeading, statusOver } from "./status-headings";
import type { Token } from "./tokens";

const STATUS_OF = { order_group: /^(订单|交易)状态$/, aftersale_group: /^(售后|退款|处理)\S{0,2}状态$/ };
/** Of the parcel, the bill or the buyer's words: no status of the order. */
const STATUS_OF_ELSE = /(物流|快递|配送|发票|开票|评价|备注|打单|打印|结算|保险)\S{0,2}状态$/;
/** Over the column of when something else was done with an order. */
const OTHER_TIME = /发货|收货|送达|揽收|签收|完成|结算|关闭|取消|更新|截止|到期|处理|退款/;

/** Indices of the columns that an order is read from; -1 where the table has none. */
interface OrderColumns {
  readonly status: number;
  readonly madeAt: number;
  readonly amount: number;
  /** When something else was done with the order. */
  readonly otherTimes: readonly number[];
}

/**
 * The orders in a table; into `uncounted` go those whose day is not known. None where neither a column nor a heading over
 * the table states a status.
 */
export function* ordersInTable(
  layout: Layout,
  grid: Grid,
  type: "order_group" | "aftersale_group",
  days: OrderDays,
  statuses: readonly StatusHeading[],
  uncounted: Uncounted,
  isByDays: boolean,
): Generator<void, OrderRow[], void> {
  const columns = orderColumns(grid, type);
  const first = grid.columns[0]?.tokens[0];
  const statusOfAll = first ? statusOver(statuses, first.i) : null;
  if (columns.status < 0 && statusOfAll === null) return [];
  const table = new OrderTable(layout, grid, columns, days, statusOfAll, uncounted, isByDays);
  for (const row of grid.rows) {
    yield;
    table.take(row);
  }
  return table.orders;
}

/** What each row of a table states. */
export const statusesIn = (grid: Grid, type: "order_group" | "aftersale_group"): readonly Token[] => {
  const { status } = orderColumns(grid, type);
  return grid.rows.flatMap(({ cells }) => cells.get(status)?.slice(0, 1) ?? []);
};

function orderColumns(grid: Grid, type: "order_group" | "aftersale_group"): OrderColumns {
  const heads = grid.columns.map(({ text }) => text.replace(/\s/g, ""));
  const times = heads.flatMap((text, index) => (/(时间|日期)$/.test(text) ? [index] : []));
  const otherTimes = times.filter((index) => OTHER_TIME.test(heads[index] ?? ""));
  const ownStatus = heads.findIndex((text) => STATUS_OF[type].test(text));
  return {
    status: ownStatus >= 0 ? ownStatus : heads.findIndex((text) => /状态$/.test(text) && !STATUS_OF_ELSE.test(text)),
    madeAt:
      times.find((index) => MADE_AT.test(heads[index] ?? "")) ??
      times.find((index) => !otherTimes.includes(index)) ??
      -1,
    amount: grid.columns.findIndex(({ header }) => header && isAmountLabel(header)),
    otherTimes,
  };
}

/** A cell that spans into the rows below, and the px down to which it does. */
interface SpanningCell {
  readonly column: number;
  readonly texts: readonly Token[];
  readonly end: number;
}

/** The rows of a table taken from the top, with what a row has in common with those above it. */
class OrderTable {
  readonly orders: OrderRow[] = [];
  private readonly headings: readonly DayHeading[];
  /** A line of its own over an order's goods states its number and time; further lines of goods are of the same order. */
  private band: (StatedDay & { readonly number: string }) | null = null;
  /** The day in a bar over the rows below: null where the bar states none, undefined where there is no bar. */
  private underBar: string | null | undefined;
  private spanning: readonly SpanningCell[] = [];

  constructor(
    private readonly layout: Layout,
    grid: Grid,
    private readonly columns: OrderColumns,
    private readonly days: OrderDays,
    /** Stated by a heading over the table. */
    private readonly statusOfAll: string | null,
    private readonly uncounted: Uncounted,
    /** Each day has a table of its own. */
    private readonly isByDays: boolean,
  ) {
    const ofOrders = new Set(
      grid.rows
        .filter((row) => row.cells.has(columns.status))
        .flatMap((row) => [...row.cells.values()].flat().map((t) => t.i)),
    );
    this.headings = days.headings.filter(({ i }) => !ofOrders.has(i));
  }

  take(row: Row): void {
    const spanning = this.spanning.filter(({ end }) => end > (row.box.t + row.box.b) / 2);
    this.spanning = [...spanning, ...spanningFrom(this.layout, row)];
    const texts = [...row.cells.values()].flat();
    const [lead] = texts;
    if (!lead || TOTALS.test(lead.text)) return;
    if (isDayBar(row, texts)) {
      this.underBar = this.headings.find(({ i }) => i === lead.i)?.day ?? null;
      this.band = null;
    } else if (this.isMoreGoods(row, texts, spanning)) {
      if (this.amountOf(row)) this.splitAmount();
    } else if (this.columns.status < 0) this.takeUnderStatus(row, texts, spanning);
    else this.takeWithStatus(row, texts, spanning);
  }

  /** More goods of the order above, which the row says nothing else of. */
  private isMoreGoods(row: Row, texts: readonly Token[], spanning: readonly SpanningCell[]): boolean {
    const isSpanned =
      numberIn(spanning.flatMap((cell) => cell.texts)) !== null ||
      (spanning.length > 0 && !row.cells.has(this.columns.status));
    return isSpanned && numberIn(texts) === null && this.days.among(texts) === null;
  }

  /** An order whose status stands over the whole table. */
  private takeUnderStatus(row: Row, texts: readonly Token[], spanning: readonly SpanningCell[]): void {
    const day = this.dayOf(row, texts, spanning)?.day;
    const [lead] = texts;
    if (!this.statusOfAll || !day || !lead) return;
    const order = { number: numberIn(texts), status: this.statusOfAll, day, amount: this.amountOf(row), token: lead.i };
    this.orders.push(order);
  }

  private takeWithStatus(row: Row, texts: readonly Token[], spanning: readonly SpanningCell[]): void {
    const { band, underBar } = this;
    const status = statusReached(this.layout, this.textsAt(this.columns.status, row, spanning));
    const number = numberIn(texts);
    const own = this.dayOf(row, texts, spanning);
    if (!status) {
      if (own && number) this.band = { number, day: own.day };
      return;
    }
    const stated = own ?? band;
    const day = stated
      ? stated.day
      : underBar === undefined
        ? dayOver(this.headings, status, texts, this.isByDays)
        : underBar;
    if (!day) {
      if (stated) this.uncounted.unclear++;
      else if (underBar === undefined) this.uncounted.undated.push(status);
      return;
    }
    this.orders.push({
      number: own ? number : (band?.number ?? null),
      status: status.text,
      day,
      amount: this.amountOf(row),
      token: status.i,
    });
    this.band = null;
  }

  /** The day that a row states itself. */
  private dayOf(row: Row, texts: readonly Token[], spanning: readonly SpanningCell[]): StatedDay | null {
    const { madeAt, otherTimes } = this.columns;
    if (madeAt >= 0) return this.days.among(this.textsAt(madeAt, row, spanning), true);
    const ofOther = otherTimes.flatMap((column) => row.cells.get(column) ?? []);
    const own = this.days.among(texts.filter((t) => !ofOther.includes(t)));
    return own ?? this.days.among(spanning.flatMap((cell) => cell.texts));
  }

  private textsAt(column: number, row: Row, spanning: readonly SpanningCell[]): readonly Token[] {
    return row.cells.get(column) ?? spanning.find((cell) => cell.column === column)?.texts ?? [];
  }

  private readonly amountOf = ({ cells }: Row): OrderRow["amount"] => amountAmong(cells.get(this.columns.amount) ?? []);

  /** Goods of one order that each have an amount: the order's own is not stated. */
  private splitAmount(): void {
    const last = this.orders.pop();
    if (last) this.orders.push({ ...last, amount: null });
  }
}

/** The cells of a row that may span into those below. */
function spanningFrom(layout: Layout, { cells, box }: Row): SpanningCell[] {
  return [...cells].flatMap(([column, texts]) => {
    const cell = texts[0]?.el.closest("td,th,[role=cell],[role=gridcell],[role=rowheader]");
    const end = cell ? layout.boxOf(cell).b : 0;
    return end > box.b + 1 ? { column, texts, end } : [];
  });
}

/** 更早的售后, 昨天: a bar that says when, and no day. */
const NO_DAY = /^(更早|较早|以前|此前|之前|今[天日]|昨[天日]|[本上]周|[本上]月)/;

/** A bar of heads over the rows of a day, or of what is older; a plain one is such a bar where it says when. */
const isDayBar = ({ el }: Row, texts: readonly Token[]): boolean => {
  const [first] = texts;
  const hasWhen =
    first !== undefined && (first.el.closest("th") !== null || saysDay(first.text) || NO_DAY.test(first.text));
  return hasWhen && isBar(el) && numberIn(texts) === null;
};
