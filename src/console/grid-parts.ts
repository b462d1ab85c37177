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
      if (other === grid || done.has(other) || !isNear(layout, grid.el, other.el)) continue;
      const pairs = pairRows(whole, other);
      if (!pairs || areOfOthers(whole, other, pairs)) continue;
      done.add(other);
      whole = joined(whole, other, pairs);
    }
    out.push(whole);
  }
  return out;
}

/**
 * The row of `b` in the line of each row of `a`, from the top on; null where they do not stand in one line. One of either may
 * be over a group of rows, of which the other says nothing: 餐厨木器.
 */
function pairRows(a: Grid, b: Grid): ReadonlyMap<Row, Row> | null {
  const pairs = new Map<Row, Row>();
  let [i, k] = [0, 0];
  for (;;) {
    const [row, other] = [a.rows[i], b.rows[k]];
    if (!row && !other) return pairs.size > 0 ? pairs : null;
    if (row && other && lineOverlap(row.box, other.box) > 0.8) {
      pairs.set(row, other);
      i++;
      k++;
      continue;
    }
    const isFirst = row !== undefined && (!other || row.box.t < other.box.t);
    const over = isFirst ? row : other;
    if (!over || over.cells.size > 1) return null;
    if (isFirst) i++;
    else k++;
  }
}

/** Two lists side by side: under the same header, or under headers that both name rows, one line shows different texts. */
function areOfOthers(a: Grid, b: Grid, pairs: ReadonlyMap<Row, Row>): boolean {
  const textAt = (row: Row, column: number): string => (row.cells.get(column) ?? []).map((t) => t.text).join("");
  const isName = ({ text }: Column): boolean => headsNames(text);
  return a.columns.some((one, i) =>
    b.columns.some((two, k) =>
      (one.text !== "" && one.text === two.text) || (isName(one) && isName(two))
        ? [...pairs].some(([row, other]) => {
            const [here, there] = [textAt(row, i), textAt(other, k)];
            return here !== "" && there !== "" && here !== there;
          })
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

/** Both as one, with the columns of `b` that `a` does not show filled already, and without what is over a group. */
function joined(a: Grid, b: Grid, pairs: ReadonlyMap<Row, Row>): Grid {
  // A column that both show is shown once.
  const fresh = b.columns.map(
    (column) => !a.columns.some((known) => known.text !== "" && known.text === column.text && seenIn(a, known)),
  );
  const columns = [...a.columns, ...b.columns];
  const rows = [...pairs].map(([row, other]) => {
    const cells = new Map(row.cells);
    for (const [index, tokens] of other.cells) if (fresh[index]) cells.set(a.columns.length + index, tokens);
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
