import type { Column, Grid, Row } from "./grid";
import type { Layout } from "./layout";
import { idAmong, linkOf, mayBeTitle, nameAmong } from "./names";
import { areCalledAsGoods, isOnTheWhole } from "./no-things";
import type { EntityType, StatedPeriod } from "./observation";
import { KINDS } from "./one-thing";
import { momentAmong, parsePeriod, periodOver } from "./periods";
import { readCell } from "./read-grid";
import { type Report, thingOf } from "./report";
import { headerRole, headsNames } from "./subject";
import type { Token } from "./tokens";

/** Over the column that says what each row is. */
const METRICS = /^$|指标|数据项|项目|对比|维度/;
/** A column that is no thing: 环比, 本期, 差值. Sums and shares are of parts. */
const NO_THING = /^.{0,4}(环比|同比|变化|增幅|差[值异距]?|目标|趋势|同行|行业|单位|说明|操作)$|^(我的|数值|值|当前)/;
const OF_PARTS = /占比|^(合计|总计|汇总|小计|全部|整体)\S{0,2}$|^[本上]一?([期周月季年场次条篇]|个月)/;

/** 商品 in the corner: what stands beside it are goods. */
const namesThings = ({ text }: Column): boolean => headsNames(text);

/** The metric in a row's cell, behind the group that it is the first of: 互动 | 点赞. */
const metricIn = ({ cells }: Row, at: number): Token | null => cells.get(at)?.find(({ label }) => label) ?? null;

/** The column with a metric in most rows, or -1. */
const metricsAt = ({ columns, rows }: Grid): number =>
  columns.findIndex((column, at) => {
    const metrics = rows.filter((row) => metricIn(row, at)).length;
    const isMost = metrics * 2 > rows.length || (namesThings(column) && metrics > 1);
    return !column.header?.label && isMost && (METRICS.test(column.text) || namesThings(column));
  });

/** Of a column that is something else the head is a word. */
const isThing = ({ text }: Column): boolean => text.length > 8 || !(NO_THING.test(text) || isOnTheWhole(text));

const thingsAt = (grid: Grid): readonly (readonly [number, Column])[] => {
  const metrics = metricsAt(grid);
  const isSeen = (at: number, { text }: Column): boolean => text !== "" || grid.rows.some((row) => row.cells.has(at));
  return [...grid.columns.entries()].filter(([at, column]) => at !== metrics && isThing(column) && isSeen(at, column));
};

/** Longer than a part's name: 非粉丝, 自营直播. */
const NAME = 5;

/** Texts over a table: what it is called, its days, a hint. */
const HEAD_TEXTS = 4;

/** What a table turned on its side is of by what its corner or the heading over it says, or how its columns are called, where the page does not say it. */
export function typeOfThings(layout: Layout, grid: Grid): EntityType | null {
  const says = headerRole(grid.columns[metricsAt(grid)]?.text ?? "");
  if (says?.kind === "name") return says.type;
  const names = thingsAt(grid).map(([, { text }]) => text);
  if (names.length > 1 && areCalledAsGoods(names)) return "product";
  const [lo] = layout.span(grid.el);
  const over = layout.list(Math.max(0, lo - HEAD_TEXTS), lo);
  return (
    KINDS.find(([, called]) => over.some(({ text }) => new RegExp(`^(${called})(对比|比较|PK)$`).test(text)))?.[0] ??
    null
  );
}

/** 本场, 上一条: before the name of which of several of a kind a column is of. */
const WHICH = /^(?:本|这|上一?|前一?|下一?)([场条篇])(?:直播|视频|作品)?$/;

/** What a table turned on its side compares, each under which one it is and its name: 本场 双11专场 | 上一场 四件套专场. */
export function typeOfCompared(grid: Grid): EntityType | null {
  if (metricsAt(grid) < 0) return null;
  const heads = thingsAt(grid).map(([, { tokens }]) => tokens);
  const kinds = new Set(heads.map(([first, name]) => (name && WHICH.exec(first?.text ?? "")?.[1]) ?? null));
  const [kind] = kinds;
  return heads.length > 1 && kinds.size === 1 && kind ? (kind === "场" ? "live" : "video") : null;
}

/** A table turned on its side: the things over the columns, a metric a row. */
export function isOfThings(grid: Grid, type: EntityType): boolean {
  if (grid.rows.length < 3 || metricsAt(grid) < 0) return false;
  const things = thingsAt(grid).map(([, column]) => column);
  const corner = grid.columns[metricsAt(grid)];
  const isPlain = ({ text, header }: Column): boolean =>
    text !== "" &&
    !header?.label &&
    !header?.shown &&
    (!periodOver(text, null) || mayBeTitle(text)) &&
    !OF_PARTS.test(text);
  const isSure = ({ tokens }: Column): boolean =>
    momentAmong(tokens) !== null || linkOf(tokens[0]?.el.closest(HEAD) ?? null, type) !== null;
  if (things.length === 0 || !things.every(isPlain)) return false;
  return things.length === 1
    ? things.some(isSure)
    : type === "talent" ||
        (corner && namesThings(corner)) ||
        things.some((column) => column.text.length >= NAME || isSure(column));
}

/** 带货 · 统计时间 2026/10/26 至 2026/11/24: a line over a part of the metrics, which may say of what days they are. */
const partOf = ({ cells }: Row): string | null => {
  const texts = [...new Set([...cells.values()].flat())];
  return texts.length > 0 && texts.length <= 2 && texts.every((t) => !t.label && !t.shown)
    ? texts.map(({ text }) => text).join(" ")
    : null;
};
const periodIn = (part: string): StatedPeriod | null =>
  part
    .split(/\s*[·|｜]\s*/)
    .map((text) => parsePeriod(text))
    .find((period) => period !== null) ?? null;

/** By row, the days that the line over its part says; undefined leaves them to the page. */
function periodsOf(rows: readonly Row[]): readonly (StatedPeriod | undefined)[] {
  let period: StatedPeriod | undefined;
  return rows.map((row) => {
    const part = partOf(row);
    if (part !== null) period = periodIn(part) ?? undefined;
    return period;
  });
}

const HEAD = "th,td,[role=columnheader],[role=cell],[role=gridcell]";
const ID_ROW = /^(商品|视频|作品|直播|达人|视频号|SPU)?\s*ID$/i;

/** Reads it; how many things there were. */
export function readThingColumns(layout: Layout, grid: Grid, report: Report, type: EntityType): number {
  let items = 0;
  const metrics = metricsAt(grid);
  const periods = periodsOf(grid.rows);
  for (const [at, { tokens, text }] of thingsAt(grid)) {
    const head = tokens[0]?.el.closest(HEAD) ?? null;
    const moment = momentAmong(grid.rows.flatMap((row) => row.cells.get(at) ?? []));
    const named = tokens.filter((token) => !WHICH.test(token.text));
    const name = nameAmong(layout, named, type) ?? text;
    const said = grid.rows.find((row) => ID_ROW.test(row.cells.get(metrics)?.[0]?.text ?? ""))?.cells.get(at);
    const id = idAmong(tokens, head, type) ?? said?.[0]?.text ?? null;
    const entity = thingOf({ type, id, name }, linkOf(head, type), moment);
    items++;
    for (const [k, row] of grid.rows.entries())
      readCell(row.cells.get(at) ?? [], metricIn(row, metrics), entity, report, periods[k]);
  }
  return items;
}
