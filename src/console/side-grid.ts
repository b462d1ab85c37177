import { columnsOf, textsByColumn } from "./div-columns";
import type { Grid, Row } from "./grid";
import type { Layout } from "./layout";
import { headsNames } from "./subject";
import type { Token } from "./tokens";
import { areInLine, around, columnOverlap } from "./visible";

/**
 * Tables on their side, drawn without table elements: 达人 and the names beside it, under it the labels, and beside each
 * label a figure under each name. It is one where two labels at least have a figure under most names.
 */
export function* findSideGrids(layout: Layout): Generator<void, Grid[], void> {
  const grids: Grid[] = [];
  for (const corner of yield* layout.free((t) => !t.label && headsNames(t.text))) {
    const grid = gridBeside(layout, corner);
    if (grid) grids.push(grid);
    yield;
  }
  return grids;
}

/** Texts of such a table: a person compares no more at a time. */
const MOST = 300;

function gridBeside(layout: Layout, corner: Token): Grid | null {
  const isBelow = (t: Token): boolean => t.box.t >= corner.box.b - 2 && columnOverlap(t.box, corner.box) > 0.3;
  // Where its columns are boxes, that of the labels shows no figures.
  const el = layout.climb(corner.el, (lo, hi) => {
    const texts = hi - lo > MOST ? [] : layout.list(lo, hi);
    return hi - lo > MOST || (texts.filter((t) => t.label && isBelow(t)).length > 1 && texts.some((t) => t.shown));
  });
  const [lo, hi] = layout.span(el);
  if (!el || hi - lo > MOST) return null;
  const texts = layout.list(lo, hi);
  const head = texts.filter((t) => t.i >= corner.i && areInLine(t, corner));
  const isName = (t: Token): boolean => t === corner || (!t.label && !t.shown && t.box.l > corner.box.r);
  if (head.length < 3 || !head.every(isName)) return null;
  const columns = columnsOf(layout, el, head);
  const rows: Row[] = [];
  for (const first of texts.filter((t) => !t.shown && isBelow(t))) {
    const line = texts.filter((t) => t.i >= first.i && areInLine(t, first));
    rows.push({ cells: textsByColumn(columns, line), el, box: line.map(({ box }) => box).reduce(around) });
  }
  const isFilled = ({ cells }: Row): boolean => {
    const beside = [...cells].filter(([at]) => at > 0).map(([, tokens]) => tokens);
    // A label among the figures is of another part of the page.
    if (beside.flat().some((t) => t.label)) return false;
    return beside.filter((tokens) => tokens.some((t) => t.shown)).length * 2 > columns.length - 1;
  };
  // What a status says is words.
  const known = rows.filter(({ cells }) => cells.get(0)?.some((t) => t.label && t.label.meanings[0]?.unit !== "text"));
  return known.length > 1 && known.every(isFilled) ? { columns, rows, el } : null;
}
