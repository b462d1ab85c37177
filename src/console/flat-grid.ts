import { own } from "./genuine";
import { Cell } from "./grid-cells";
import type { Layout } from "./layout";
import { headerRole } from "./subject";
import { around, type Box, lineOverlap } from "./visible";

/** A line of cells that no box of their own holds. */
export interface CellLine {
  readonly el: Element;
  readonly cells: readonly Cell[];
  readonly box: Box;
}

/** What a table's columns are called beside its labels. */
const HEADS = /(状态|时间|日期|编号|单号|操作|ID)$/i;
/** Cells: a head of two columns and a row. */
const FEWEST = 4;

/**
 * The lines of a box whose children its style lays out as a table's cells, head and rows, with no box for a row. None for
 * cards in a grid, which have labels of their own or nothing over them that names them.
 */
export function linesOfCells(layout: Layout, el: Element): readonly CellLine[] {
  if (own(el, "childElementCount") < FEWEST || !getComputedStyle(el).display.endsWith("grid")) return [];
  const lines: Cell[][] = [];
  for (const child of el.children) {
    const cell = new Cell(layout, child);
    const first = lines.at(-1)?.[0];
    if (cell.box.r <= cell.box.l) continue;
    if (first && lineOverlap(first.box, cell.box) > 0.3) lines.at(-1)?.push(cell);
    else lines.push([cell]);
  }
  const [head, ...rows] = lines;
  const isTable =
    head && rows.length > 0 && (namesAll(head) || isOfMetrics(head, rows)) && rows.every((row) => isUnder(head, row));
  return isTable ? lines.map(lineOf) : [];
}

/** 指标 | 本期 | 上期, and under it a metric a row, or what heads some of them. */
function isOfMetrics(head: readonly Cell[], rows: readonly (readonly Cell[])[]): boolean {
  const isLabelled = ({ tokens }: Cell): boolean => tokens.some((t) => t.label);
  return (
    /^(指标|项目|数据)?$/.test(head[0]?.text ?? "") &&
    !head.some((cell) => isLabelled(cell) || cell.tokens.some((t) => t.shown)) &&
    rows.some((row) => row.length > 1) &&
    rows.every(([first, ...more]) => first && (more.length === 0 || isLabelled(first)) && !more.some(isLabelled))
  );
}

/** No cell is a figure, two at least are labels or call their columns, and one calls the rows, or the first is left blank. */
function namesAll(head: readonly Cell[]): boolean {
  const labelled = head.map(({ tokens }) => tokens.some((t) => t.label));
  const called = head.map(({ text }, at) => !labelled[at] && (headerRole(text) !== null || HEADS.test(text)));
  return (
    head.filter((_, at) => labelled[at] || called[at]).length > 1 &&
    (head[0]?.text === "" || called.includes(true)) &&
    !head.some(({ tokens }) => tokens.some((t) => t.shown))
  );
}

/** A row has a cell for each column, or one over all of them, and no labels of its own. */
const isUnder = (head: readonly Cell[], row: readonly Cell[]): boolean =>
  row.length === 1 ||
  (row.length === head.length && row.filter(({ tokens }) => tokens.some((t) => t.label)).length < 2);

function lineOf(cells: readonly Cell[]): CellLine {
  // What leads to the row's thing is in the cell that names it.
  const { el } = cells.find((cell) => cell.el.querySelector("a[href]")) ?? (cells[0] as Cell);
  return { el, cells, box: cells.map(({ box }) => box).reduce(around) };
}
