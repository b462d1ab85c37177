import { isItself, isOfEarlier, isOfPeers } from "./column-words";
import type { Column, Grid, Row } from "./grid";
import { type LabelHit, unitHint, withoutGloss } from "./labels";
import type { ObservedEntity, StatedPeriod } from "./observation";
import { periodOver } from "./periods";
import { folded } from "./plain-text";
import type { Report } from "./report";
import { headerRole } from "./subject";
import type { Token } from "./tokens";

/** Columns that hold something other than the metric's own value. */
const DERIVED =
  /均值|平均|[日周月场条单]均|最[高低大小]|[峰谷]值|环比|同比|变化|增幅|涨跌|占比|目标|趋势|排名|同行|行业|打败|超过/;

/** Whether what stands over a column says that it holds something else than the values of what the page is about. */
export const isDerived = (text: string): boolean => DERIVED.test(text) || isOfPeers(text);

/** The column that holds a label in every row, of a table turned on its side: a metric a row; -1 when there is none. */
const labelsAt = (grid: Grid): number =>
  grid.columns.some(({ text, header }) => header?.label && !DERIVED.test(text))
    ? -1
    : grid.columns.findIndex((_, at) => {
        const rows = grid.rows.filter((row) => !headsPart(row));
        return (
          rows.length > 0 &&
          rows.every(
            (row) =>
              labelIn(row.cells.get(at)) &&
              row.cells.size > 1 &&
              ![...row.cells].some(([other, cell]) => other !== at && cell.some((t) => t.label)),
          )
        );
      });

/** 流量, alone in its row, over the metrics of a part. */
function headsPart({ cells }: Row): boolean {
  const [first, ...more] = [...cells.values()].flat();
  return first !== undefined && more.length === 0 && !first.label && !first.shown;
}

/** A row's label, which the name of the part that it begins may stand before: 成交 | 成交金额. */
function labelIn(cell: readonly Token[] | undefined): LabelHit | null {
  const [label, ...more] = cell?.filter((t) => t.label) ?? [];
  return label && (label === cell?.[0] || more.length === 0) ? label.label : null;
}

export const isOfMetricRows = (grid: Grid): boolean => grid.rows.length > 0 && labelsAt(grid) >= 0;

/** Over what all days of the others come to, which may be counted: 合计, 5日合计 Total, 合计（5天）. */
const SUM = /^(?:(\d{1,3})[日天])?(?:合计|总计|汇总)(?:\s*[(（](\d{1,3})[日天][)）])?$/;

/** The days that a heading sums up: from the first to the last of days that follow each other; null where the page speaks of others. */
export function sumOver(
  heading: string,
  periods: readonly (StatedPeriod | null | undefined)[],
  span: StatedPeriod | null,
): StatedPeriod | null {
  const [said, ...counts] = SUM.exec(folded(heading)) ?? SUM.exec(withoutGloss(folded(heading))) ?? [];
  if (said === undefined || counts.some((count) => count && Number(count) !== periods.length)) return null;
  const days = periods.flatMap((each) => (each?.kind === "days" && each.from === each.to ? [each.from] : [])).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to || days.length < 2 || days.length < periods.length) return null;
  const apart = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const isOther = span && (span.kind !== "days" || span.from !== from || span.to !== to);
  return apart === days.length - 1 && !isOther ? { kind: "days", from, to } : null;
}

interface ValueColumn {
  readonly at: number;
  readonly column: Column;
  readonly period: StatedPeriod | null | undefined;
}

/** Of the metric's own values; 上期（11/05-11/11） says of which days it is. */
const isOwn = ({ column: { text }, period }: ValueColumn): boolean =>
  !isDerived(text) && (!!period || !isOfEarlier(text));

/** The one column, of those that name no period, with the figures of the page's own days; null where it cannot be told. */
function plainOne(grid: Grid, columns: readonly ValueColumn[]): ValueColumn | null {
  const filled = columns.filter(({ at }) =>
    grid.rows.some((row) => row.cells.get(at)?.some((t) => t.shown && !t.trend)),
  );
  const said = filled.filter(({ column }) => isItself(column.text));
  const blank = filled.filter(({ column }) => column.text === "");
  const [one, ...more] = [said, filled.length > 1 ? blank : filled].find((some) => some.length > 0) ?? [];
  return one && more.length === 0 ? one : null;
}

/**
 * Reads 指标 | 昨日 | 前日: each column that names a period, or, where none does, the one of the page's own: 本期 among
 * 同行中位 | 上期 | 本期 | 变化.
 */
export function readMetricRows(grid: Grid, report: Report, self: ObservedEntity, span: StatedPeriod | null): void {
  const labels = labelsAt(grid);
  const over = headerRole(grid.columns[labels]?.text ?? "");
  // 商品 over the metrics: each of the other columns is of one thing.
  if (over?.kind === "name" && over.type !== null) return;
  const columns = grid.columns
    .map((column, at): ValueColumn => ({ at, column, period: periodOver(column.text, span) ?? column.period }))
    .filter((each) => each.at !== labels && isOwn(each));
  const dated = columns.filter(({ period }) => period);
  const periods = dated.map(({ period }) => period);
  for (const each of columns) {
    const period = sumOver(each.column.text, periods, span);
    if (period) dated.push({ ...each, period });
  }
  const plain = dated.length > 0 ? null : plainOne(grid, columns);
  const unitAt = grid.columns.findIndex(({ text }) => text === "单位");
  for (const row of grid.rows) {
    const known = labelIn(row.cells.get(labels));
    if (!known) continue;
    const label = { ...known, hint: known.hint || unitHint(row.cells.get(unitAt)?.[0]?.text ?? "") };
    for (const { at, period } of dated.length > 0 ? dated : plain ? [plain] : []) {
      const value = row.cells.get(at)?.find((t) => t.shown && !t.trend);
      if (value?.shown) report.add(self, label, value.shown, value.i, period ?? undefined);
    }
  }
}
