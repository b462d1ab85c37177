import type { Grid } from "./grid";
import { unitHint } from "./labels";
import type { ObservedEntity, StatedPeriod } from "./observation";
import { periodOver } from "./periods";
import type { Report } from "./report";

/** Columns that hold something other than the metric's own value. */
const DERIVED = /均值|平均|环比|同比|变化|增幅|涨跌|占比|目标|趋势|排名|同行|行业|打败|超过/;

/** The column that holds a label in every row, of a table turned on its side: a metric a row; -1 when there is none. */
const labelsAt = (grid: Grid): number =>
  grid.columns.some(({ text, header }) => header?.label && !DERIVED.test(text))
    ? -1
    : grid.columns.findIndex((_, at) =>
        grid.rows.every(
          (row) =>
            row.cells.get(at)?.[0]?.label &&
            row.cells.size > 1 &&
            ![...row.cells].some(([other, cell]) => other !== at && cell.some((t) => t.label)),
        ),
      );

export const isOfMetricRows = (grid: Grid): boolean => grid.rows.length > 0 && labelsAt(grid) >= 0;

/** Over what all days of the others come to. */
const SUM = /^(合计|总计|汇总)$/;

/** From the first to the last of days that follow each other; null where the page speaks of others. */
function sumOver(
  periods: readonly (StatedPeriod | null | undefined)[],
  span: StatedPeriod | null,
): StatedPeriod | null {
  const days = periods.flatMap((each) => (each?.kind === "days" && each.from === each.to ? [each.from] : [])).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to || days.length < 2 || days.length < periods.length) return null;
  const apart = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const isOther = span && (span.kind !== "days" || span.from !== from || span.to !== to);
  return apart === days.length - 1 && !isOther ? { kind: "days", from, to } : null;
}

/** Reads 指标 | 昨日 | 前日: each column that names a period, or, where none does, the first that holds values. */
export function readMetricRows(grid: Grid, report: Report, self: ObservedEntity, span: StatedPeriod | null): void {
  const labels = labelsAt(grid);
  const columns = grid.columns
    .map((column, at) => ({
      at,
      own: at !== labels && !DERIVED.test(column.text),
      period: periodOver(column.text, span) ?? column.period,
    }))
    .filter(({ own }) => own);
  const dated = columns.filter(({ period }) => period);
  const sum = sumOver(
    dated.map(({ period }) => period),
    span,
  );
  if (sum)
    for (const { at } of columns.filter(({ at }) => SUM.test(grid.columns[at]?.text ?? "")))
      dated.push({ at, own: true, period: sum });
  const unitAt = grid.columns.findIndex(({ text }) => text === "单位");
  for (const row of grid.rows) {
    const known = row.cells.get(labels)?.[0]?.label;
    if (!known) continue;
    const label = { ...known, hint: known.hint || unitHint(row.cells.get(unitAt)?.[0]?.text ?? "") };
    const plain = columns.find(({ at }) => row.cells.get(at)?.some((t) => t.shown && !t.trend));
    for (const { at, period } of dated.length > 0 ? dated : plain ? [plain] : []) {
      const value = row.cells.get(at)?.find((t) => t.shown && !t.trend);
      if (value?.shown) report.add(self, label, value.shown, value.i, period ?? undefined);
    }
  }
}
