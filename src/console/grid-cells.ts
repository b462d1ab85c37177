import type { Layout } from "./layout";
import type { Token } from "./tokens";
import { type Box, lineOverlap } from "./visible";

const CELLS = "[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]";
/** A class, as its box is asked of few: a getter of each cell's own would be ten times its size. */
export class Cell {
  readonly tokens: readonly Token[];

  constructor(
    private readonly layout: Layout,
    readonly el: Element,
  ) {
    this.tokens = layout.list(...layout.span(el));
  }

  get box(): Box {
    return this.layout.boxOf(this.el);
  }

  get head(): boolean {
    return this.el.localName === "th" || this.el.getAttribute("role") === "columnheader";
  }

  get text(): string {
    return this.tokens.map((t) => t.text).join("");
  }
}

export function cellsOf(layout: Layout, row: Element): Cell[] {
  const els = row.localName === "tr" ? [...(row as HTMLTableRowElement).cells] : [...row.querySelectorAll(CELLS)];
  const cells = els.map((el) => new Cell(layout, el));
  return isLaidAsTable(row) ? cells : inSight(cells);
}

/** In a native row cells stand as they are written; elsewhere their style may put them in any order. */
export const isLaidAsTable = (row: Element): boolean =>
  row.localName === "tr" && getComputedStyle(row).display === "table-row";

/** Cells that have a place, left to right where they are in one line. */
function inSight(cells: readonly Cell[]): Cell[] {
  const placed = cells.map((cell) => ({ cell, box: cell.box })).filter(({ box }) => box.r > box.l);
  const [first] = placed;
  if (first && placed.every(({ box }) => lineOverlap(box, first.box) > 0.3)) placed.sort((a, b) => a.box.l - b.box.l);
  return placed.map(({ cell }) => cell);
}
