import { type CellLine, linesOfCells } from "./flat-grid";
import { attributeOf } from "./genuine";
import { type Column, type Grid, isBar, type Row } from "./grid";
import { type Cell, cellsOf } from "./grid-cells";
import { columnsOf } from "./grid-columns";
import { joinBeside, withOverlay } from "./grid-parts";
import type { Layout } from "./layout";
import { headerRole } from "./subject";
import type { Token } from "./tokens";
import { type Box, columnOverlap, lineOverlap } from "./visible";

/** What one table element, or one pane of it, holds: a head, a body or both. */
interface Fragment {
  readonly el: Element;
  readonly heads: readonly (readonly Cell[])[];
  readonly body: readonly CellLine[];
  readonly box: Box;
}

const TABLE = "table,[role=table],[role=grid],[role=treegrid]";

/**
 * Every table with rows and cells of its own: native ones and ARIA grids, split heads and fixed columns put together.
 * `from`: the token where the part of the page begins that is asked of.
 */
export function* findGrids(layout: Layout, from = 0): Generator<void, Grid[], void> {
  const byTable = yield* rowsByTable(layout, from);
  const fragments: Fragment[] = [];
  for (const [el, rows] of [...byTable].flatMap(([table, all]) => panesOf(layout, table, all))) {
    const { heads, body } = yield* splitHead(layout, rows);
    // A table with its labels below its figures is none.
    if (heads[0]?.[0] && body[0] && isBelow(heads[0][0].el, body[0].el)) continue;
    if (heads.length > 0 || body.length > 0) fragments.push({ el, heads, body, box: layout.boxOf(el) });
  }
  let steps = 0;
  for (const [el, [lo]] of layout.sheet.spans) {
    if (++steps % 256 === 0) yield;
    const [head, ...body] = lo < from ? [] : linesOfCells(layout, el);
    if (head) fragments.push({ el, heads: [head.cells], body, box: layout.boxOf(el) });
  }
  return yield* merge(layout, fragments);
}

function* rowsByTable(layout: Layout, from: number): Generator<void, Map<Element, Element[]>, void> {
  const byTable = new Map<Element, Element[]>();
  let steps = 0;
  for (const [el, [lo]] of layout.sheet.spans) {
    if (++steps % 256 === 0) yield;
    if (lo < from) continue;
    if (el.localName !== "tr" && attributeOf(el, "role") !== "row") continue;
    const table = el.closest(TABLE) ?? el.parentElement;
    if (!table) continue;
    const rows = byTable.get(table);
    if (rows) rows.push(el);
    else byTable.set(table, [el]);
  }
  return byTable;
}

/** The lines of the head and the rows of the body. */
function* splitHead(layout: Layout, rows: readonly Element[]): Generator<void, Pick<Fragment, "heads" | "body">, void> {
  const heads: (readonly Cell[])[] = [];
  const body: Fragment["body"][number][] = [];
  for (const row of rows) {
    const cells = cellsOf(layout, row);
    if (cells.length === 0) continue;
    if (isHead(row, cells, heads.length > 0, body.length > 0)) heads.push(cells);
    else body.push({ el: row, cells, box: layout.boxOf(row) });
    yield;
  }
  return { heads, body };
}

/** By its markup, or, as the first rows of a table, by labels without figures. */
function isHead(row: Element, cells: readonly Cell[], hasHead: boolean, hasBody: boolean): boolean {
  if (row.closest("thead") !== null) return true;
  const filled = cells.filter(({ tokens }) => tokens.length > 0);
  if (filled.every((cell) => cell.head) && !(hasHead && isBar(row))) return true;
  if (hasBody) return false;
  const labelled = filled.filter(({ tokens }) => tokens.some((t) => t.label));
  const hasFigures = filled.some(({ tokens }) => tokens.some((t) => t.shown));
  return (labelled.length >= 2 && !hasFigures) || (!hasHead && namesColumns(cells));
}

/**
 * A table that is no native one may hold its fixed columns and those that scroll in panes beside each other: each has rows of
 * its own and is read as a table. Its first row tells, as the head of the other pane stands in its line.
 */
function panesOf(layout: Layout, table: Element, rows: readonly Element[]): readonly [Element, readonly Element[]][] {
  const [first] = rows;
  if (!first || first.localName === "tr") return [[table, rows]];
  const box = layout.boxOf(first);
  // A pane begins with the first row of its box: of thousands of rows two or three are measured.
  const others = rows.filter((row, at) => at > 0 && row.parentElement !== rows[at - 1]?.parentElement);
  const beside = others.find((row) => !row.contains(first) && isBeside(layout.boxOf(row), box));
  const common = beside && [...layout.ancestors(first)].find((around) => around.contains(beside));
  if (!common) return [[table, rows]];
  const panes = new Map<Element, Element[]>();
  for (const row of rows) {
    let pane = row;
    while (pane.parentElement && pane.parentElement !== common) pane = pane.parentElement;
    const before = panes.get(pane);
    if (before) before.push(row);
    else panes.set(pane, [row]);
  }
  return [...panes];
}

const isBeside = (box: Box, other: Box): boolean =>
  lineOverlap(box, other) > 0.8 && (box.l >= other.r - 1 || box.r <= other.l + 1);

/** 商品 | 亚麻四件套 | 记忆棉枕头 over lines of 售价 | 459 | 129: a table on its side, of which this line is the head. */
function namesColumns([first, ...rest]: readonly Cell[]): boolean {
  const says = headerRole(first ? first.text : "");
  return (
    says?.kind === "name" &&
    rest.length > 1 &&
    rest.every(
      ({ tokens }) =>
        tokens.length > 0 && !tokens.some((t) => t.label || t.shown) && !headerRole(tokens[0]?.text ?? ""),
    )
  );
}

const isBelow = (el: Element, other: Element): boolean =>
  (other.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function* merge(layout: Layout, fragments: readonly Fragment[]): Generator<void, Grid[], void> {
  const grids: Grid[] = [];
  for (const fragment of fragments) {
    if (fragment.body.length === 0) continue;
    let heads = fragment.heads;
    if (heads.length === 0) heads = headAbove(fragment, fragments)?.heads ?? [];
    if (heads.length === 0) continue;
    const columns = columnsOf(heads, layout);
    const rows: Row[] = [];
    const spans = fragment.body.some(({ cells }) => cells.some(({ el }) => (el as HTMLTableCellElement).rowSpan > 1));
    for (const row of fragment.body) {
      rows.push(rowOf(row, columns, spans));
      yield;
    }
    grids.push({ columns, rows, el: fragment.el });
  }
  return joinBeside(layout, grids).map((grid) => withOverlay(layout, grid));
}

/** The head of a table whose head and body are two: the nearest one right above. */
function headAbove(body: Fragment, fragments: readonly Fragment[]): Fragment | null {
  let best: Fragment | null = null;
  for (const head of fragments) {
    if (
      head.body.length > 0 ||
      head.heads.length === 0 ||
      (head.box.t + head.box.b) / 2 > body.box.t ||
      columnOverlap(head.box, body.box) < 0.5
    )
      continue;
    if (!best || head.box.b > best.box.b || (head.box.b === best.box.b && sameWidth(head, body))) best = head;
  }
  return best;
}

const sameWidth = (a: Fragment, b: Fragment): boolean => Math.abs(a.box.r - a.box.l - (b.box.r - b.box.l)) < 20;

/** `spans`: cells of the table reach over several rows, so that those below have fewer of their own. */
function rowOf(row: Fragment["body"][number], columns: readonly Column[], spans: boolean): Row {
  const cells = new Map<number, readonly Token[]>();
  // Heads often end in an empty cell over the scroll bar.
  const straight =
    !spans &&
    (row.cells.length === columns.length ||
      (row.cells.length === columns.length - 1 && columns.at(-1)?.header === null));
  for (const [index, cell] of row.cells.entries()) {
    if (cell.tokens.length === 0) continue;
    const at = straight ? index : bestColumn(cell.box, columns);
    const before = cells.get(at);
    if (at >= 0) cells.set(at, before ? [...before, ...cell.tokens] : cell.tokens);
  }
  return { cells, el: row.el, box: row.box };
}

function bestColumn(box: Box, columns: readonly Column[]): number {
  let best = -1;
  let most = 0.3;
  for (const [index, column] of columns.entries()) {
    const shared = columnOverlap(box, column.box);
    if (shared > most) {
      best = index;
      most = shared;
    }
  }
  return best;
}
