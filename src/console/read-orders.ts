import type { Grid } from "./grid";
import type { Layout } from "./layout";
import type { ListMemory } from "./list-memory";
import type { FailedCheck, StatedPeriod } from "./observation";
import type { OrderRow, Uncounted } from "./order";
import { orderCards, ordersUnderDays } from "./order-cards";
import { isByDays, OrderDays } from "./order-days";
import { STATUS } from "./order-status";
import { ordersInTable, statusesIn } from "./order-table";
import type { Report } from "./report";
import { type StatusHeading, statusHeadings } from "./status-headings";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** How many orders were read, and how a day's own count of them (共 4 单) stands to its rows. */
export interface OrdersRead {
  readonly items: number;
  /** Days or statuses of which not every order is on show: folded, or cut off. */
  readonly folded: boolean;
  readonly failed: readonly FailedCheck[];
}

/**
 * Orders and after-sales are only counted: per status and day, with the amount where every row shows one. No other
 * text of a row is looked at, so nothing about a buyer can be kept.
 */
export function* readOrders(
  layout: Layout,
  report: Report,
  grids: readonly Grid[],
  own: Pairs,
  type: "order_group" | "aftersale_group",
  memory: ListMemory | null,
): Generator<void, OrdersRead, void> {
  const days = yield* OrderDays.of(layout);
  const headings = yield* statusHeadings(layout, STATUS);
  const uncounted: Uncounted = { undated: [], unclear: 0 };
  const here: OrderRow[] = [];
  const stated = grids.flatMap((grid) => statusesIn(grid, type));
  const areByDays = grids.length > 1 && isByDays(days.headings, stated);
  for (const grid of grids)
    here.push(...(yield* ordersInTable(layout, grid, type, days, headings, uncounted, areByDays)));
  const cards = here.length === 0 ? yield* orderCards(layout, own, days, headings, uncounted) : [];
  here.push(...cards.map(({ row }) => row));
  // A table of its own for each order, under a line that states its day, is part of the order's card.
  const isDated = ({ i }: Token): boolean => cards.length > 1 && cards.some(({ lo, hi }) => i >= lo && i < hi);
  const undated = uncounted.undated.filter((status) => !isDated(status));
  if (here.length === 0) here.push(...(yield* ordersUnderDays(layout, own, days.headings)));
  const rows = here.length > 0 && memory ? memory.withEarlier(here) : here;
  const { short, failed } = againstCounts(rows, days, headings);
  const cut = new Set([...short, ...undated.map(({ text }) => text)]);
  const whole = rows.filter((row) => !cut.has(row.day) && !cut.has(row.status));
  for (const group of byDayAndStatus(whole)) putGroup(report, group, type, here[0]?.token ?? 0);
  return { items: rows.length, folded: cut.size + uncounted.unclear > 0, failed };
}

/**
 * Rows held against how many orders the page says a day or a status has: `short` are the days and statuses with fewer rows
 * than that; more rows than that fail the check.
 */
function againstCounts(
  rows: readonly OrderRow[],
  days: OrderDays,
  headings: readonly StatusHeading[],
): { readonly short: ReadonlySet<string>; readonly failed: readonly FailedCheck[] } {
  const short = new Set<string>();
  const failed: FailedCheck[] = [];
  // 待处理 2 over a table whose rows state other statuses counts none of them.
  const ofSections = [...countsOf(headings)].filter(([status]) => rows.some((row) => row.status === status));
  const ofDays = days.headings.map(({ day, count }) => [day, count] as const);
  for (const [of, count] of [...ofDays, ...ofSections]) {
    const seen = rows.filter((row) => row.day === of || row.status === of).length;
    if (of && count !== null && seen < count) short.add(of);
    else if (count !== null && seen > count) failed.push({ check: "row_count", expected: count, seen });
  }
  return { short, failed };
}

function byDayAndStatus(rows: readonly OrderRow[]): Iterable<readonly OrderRow[]> {
  const groups = new Map<string, OrderRow[]>();
  for (const row of rows) {
    const key = `${row.day} ${row.status}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
}

/** Puts how many orders of one day and status there are, and what they come to where every one states an exact amount. */
function putGroup(
  report: Report,
  group: readonly OrderRow[],
  type: "order_group" | "aftersale_group",
  token: number,
): void {
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

/** How many orders of each status the headings over them state; null where one of them states none. */
function countsOf(headings: readonly StatusHeading[]): Map<string, number | null> {
  const counts = new Map<string, number | null>();
  for (const { status, count } of headings) {
    if (status === null) continue;
    const before = counts.get(status) ?? (counts.has(status) ? null : 0);
    counts.set(status, before === null || count === null ? null : before + count);
  }
  return counts;
}
