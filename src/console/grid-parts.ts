import type { Column, Grid, Row } from "./grid";
import type { Layout } from "./layout";
import { headsNames } from "./subject";
import type { Token } from "./tokens";
import { type Box, lineOverlap } from "./visible";

/** Fixed columns are drawn as a second table over the first: rows that stand in one line are one row. */
export function joinBeside(layout: Layout, grids: readonly Grid[]): Grid[] {
  const done = new Set<Grid>();
  const out: Grid[] = [];
  for (const grid of grids) {
    if (done.has(grid)) continue;
    let whole = grid;
    for (const other of grids) {
      if (other === grid || done.has(other) || other.rows.length !== grid.rows.length) continue;
      const beside = other.rows.every((row, k) => lineOverlap(row.box, (grid.rows[k] as Row).box) > 0.8);
      if (!beside || !isNear(layout, grid.el, other.el) || areOfOthers(whole, other)) continue;
      done.add(other);
      whole = joined(whole, other);
    }
    out.push(whole);
  }
  return out;
}

/** Two lists side by side: under the same header, or under headers that both name rows, one line shows different texts. */
function areOfOthers(a: Grid, b: Grid): boolean {
  const textAt = (grid: Grid, row: number, column: number): string =>
    (grid.rows[row]?.cells.get(column) ?? []).map((t) => t.text).join("");
  const isName = ({ text }: Column): boolean => headsNames(text);
  return a.columns.some((one, i) =>
    b.columns.some((two, k) =>
      (one.text !== "" && one.text === two.text) || (isName(one) && isName(two))
        ? a.rows.some(
            (_, row) => textAt(a, row, i) !== "" && textAt(b, row, k) !== "" && textAt(a, row, i) !== textAt(b, row, k),
          )
        : false,
    ),
  );
}

/** Boxes between a table and one around both it and another. */
const MOST_BETWEEN = 8;

function isNear(layout: Layout, a: Element, b: Element): boolean {
  let steps = 0;
  for (const el of layout.ancestors(a)) {
    if (el.contains(b)) return true;
    if (++steps > MOST_BETWEEN) break;
  }
  return false;
}

/** Both as one, with the columns of `b` that `a` does not show filled already. */
function joined(a: Grid, b: Grid): Grid {
  // A column that both show is shown once.
  const fresh = b.columns.map(
    (column) => !a.columns.some((known) => known.text !== "" && known.text === column.text && seenIn(a, known)),
  );
  const columns = [...a.columns, ...b.columns];
  const rows = a.rows.map((row, k) => {
    const cells = new Map(row.cells);
    for (const [index, tokens] of (b.rows[k] as Row).cells)
      if (fresh[index]) cells.set(a.columns.length + index, tokens);
    return { ...row, cells };
  });
  return { columns, rows, el: a.el };
}

const seenIn = (grid: Grid, column: Column): boolean => {
  const index = grid.columns.indexOf(column);
  return grid.rows.some((row) => row.cells.has(index));
};

/** Boxes between a table and what lies over its fixed columns. */
const MOST_AROUND = 4;

/**
 * A column that the table itself shows nothing in, because boxes that are no cells lie over it and stay when the table is
 * scrolled: what stands in its place in a row's line is the row's.
 */
export function withOverlay(layout: Layout, grid: Grid): Grid {
  const bare = grid.columns.flatMap((column, index) =>
    column.header && headsNames(column.text) && !seenIn(grid, column) ? [{ index, column }] : [],
  );
  if (bare.length === 0) return grid;
  const own = new Set(grid.columns.flatMap(({ tokens }) => tokens.map(({ i }) => i)));
  let steps = 0;
  let over: readonly Token[] = [];
  for (const around of layout.ancestors(grid.el)) {
    over = layout
      .list(...layout.span(around))
      .filter(
        ({ i, box }) => !own.has(i) && bare.some(({ column }) => isWithin(box, column.box)) && rowOver(grid, box),
      );
    if (over.length > 0 || ++steps > MOST_AROUND) break;
  }
  const rows = grid.rows.map((row) => {
    const cells = new Map(row.cells);
    for (const { index, column } of bare) {
      const texts = over.filter(({ box }) => isWithin(box, column.box) && rowOver(grid, box) === row);
      if (texts.length > 0) cells.set(index, texts);
    }
    return { ...row, cells };
  });
  return { ...grid, rows };
}

const isWithin = (box: Box, column: Box): boolean => (box.l + box.r) / 2 > column.l && (box.l + box.r) / 2 < column.r;

/** The row in whose height the middle of a box is. */
const rowOver = (grid: Grid, box: Box): Row | undefined =>
  grid.rows.find((row) => (box.t + box.b) / 2 > row.box.t && (box.t + box.b) / 2 < row.box.b);
