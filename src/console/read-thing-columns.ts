import type { Column, Grid } from "./grid";
import type { Layout } from "./layout";
import { idAmong, linkOf, nameAmong } from "./names";

import type { EntityType } from "./observation";
import { momentAmong, periodOver } from "./periods";
import { readCell } from "./read-grid";
import { type Report, thingOf } from "./report";

/** Over the column that says what each row is. */
const METRICS = /^$|指标|数据项|项目|对比项/;
/** A column that is no thing: 均值, 环比, 本期, 合计. */
const NO_THING =
  /均值|平均|环比|同比|变化|增幅|占比|目标|趋势|同行|行业|合计|总计|汇总|单位|说明|操作|^(本期|上期|本店|我的|数值|值|当前)/;

/** What others or all of them have, beside the things. */
const MEAN = /均值|平均值?$/;

/** The column with a metric in most rows, or -1. */
const metricsAt = ({ columns, rows }: Grid): number =>
  columns.findIndex(
    ({ text, header }, at) =>
      !header?.label &&
      METRICS.test(text) &&
      rows.filter((row) => row.cells.get(at)?.[0]?.label).length * 2 > rows.length,
  );

const thingsAt = (grid: Grid): readonly (readonly [number, Column])[] => {
  const metrics = metricsAt(grid);
  return [...grid.columns.entries()].filter(
    ([at, { text, header }]) =>
      at !== metrics &&
      text !== "" &&
      !header?.label &&
      !header?.shown &&
      !NO_THING.test(text) &&
      !periodOver(text, null),
  );
};

/** A table turned on its side: the things over the columns, a metric a row. */
export function isOfThings(grid: Grid): boolean {
  if (grid.rows.length < 3 || metricsAt(grid) < 0) return false;
  const things = thingsAt(grid);
  const means = grid.columns.filter(({ text }) => MEAN.test(text));
  return things.length > 1 && things.length + means.length === grid.columns.length - 1;
}

/** Reads it; how many things there were. */
export function readThingColumns(layout: Layout, grid: Grid, report: Report, type: EntityType): number {
  let items = 0;
  const metrics = metricsAt(grid);
  for (const [at, { tokens, text }] of thingsAt(grid)) {
    const head = tokens[0]?.el.closest("th,td,[role=columnheader]") ?? null;
    const moment = momentAmong(grid.rows.flatMap((row) => row.cells.get(at) ?? []));
    const name = nameAmong(layout, tokens, type) ?? text;
    const entity = thingOf({ type, id: idAmong(tokens, head, type), name }, linkOf(head, type), moment);
    items++;
    for (const row of grid.rows) {
      readCell(row.cells.get(at) ?? [], row.cells.get(metrics)?.[0] ?? null, entity, report, undefined);
    }
  }
  return items;
}
