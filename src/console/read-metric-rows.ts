import type { Grid } from "./grid";
import type { ObservedEntity } from "./observation";
import { parsePeriod, parseSpan } from "./periods";
import type { Report } from "./report";

/** Columns that hold something other than the metric's own value. */
const DERIVED = /均值|平均|环比|同比|变化|增幅|涨跌|占比|目标|趋势|排名|同行|行业/;

/** A table turned on its side: a metric a row, its label in the first cell. */
export const isOfMetricRows = (grid: Grid): boolean =>
  grid.rows.length > 0 &&
  !grid.columns.some((column) => column.header?.label) &&
  grid.rows.every((row) => {
    const [first, ...rest] = [...row.cells.values()];
    return first?.[0]?.label && rest.length > 0 && !rest.flat().some((t) => t.label);
  });

/** Reads 指标 | 昨日 | 前日: each column that names a period, or, where none does, the first that holds values. */
export function readMetricRows(grid: Grid, report: Report, self: ObservedEntity): void {
  const columns = grid.columns.map((column, at) => ({
    at,
    own: !DERIVED.test(column.text),
    period: parseSpan(column.text) ?? parsePeriod(column.text),
  }));
  const dated = columns.filter(({ own, period }) => own && period);
  for (const row of grid.rows) {
    const label = [...row.cells.values()][0]?.[0];
    if (!label?.label) continue;
    const plain = columns.find(({ at, own }) => own && at > 0 && row.cells.get(at)?.some((t) => t.shown && !t.trend));
    for (const { at, period } of dated.length > 0 ? dated : plain ? [plain] : []) {
      const value = row.cells.get(at)?.find((t) => t.shown && !t.trend);
      if (value?.shown) report.add(self, label.label, value.shown, value.i, period ?? undefined);
    }
  }
}
