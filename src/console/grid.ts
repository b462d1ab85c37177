import { attributeOf } from "./genuine";
import { headPlaces } from "./head-columns";
import type { Layout } from "./layout";
import type { StatedPeriod } from "./observation";
import { parsePeriod } from "./periods";
import { headerSays } from "./subject";
import type { Token } from "./tokens";
import { type Box, columnOverlap, lineOverlap } from "./visible";

/** A table as a person sees it: columns by the text over them, rows by what stands beside each other. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly el: Element;
}

export interface Column {
  /** The header's texts, joined; empty when the header shows none. */
  readonly text: string;
  readonly header: Token | null;
  readonly box: Box;
  /** Everything that the head shows. */
  readonly tokens: readonly Token[];
  /** Said by the head itself or by one over it and others: 昨日 over 成交件数 and 成交金额. */
  readonly period?: StatedPeriod;
}

export interface Row {
  /** Texts per column, in order. */
  readonly cells: ReadonlyMap<number, readonly Token[]>;
  readonly el: Element;
  readonly box: Box;
  /** What is unfolded under it, with labels of its own. */
  readonly unfolded?: readonly Token[];
}

/** A class, as its box is asked of few: a getter of each cell's own would be ten times its size. */
class Cell {
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
}

interface Fragment {
  readonly el: Element;
  readonly heads: readonly (readonly Cell[])[];
  readonly body: readonly { readonly el: Element; readonly cells: readonly Cell[]; readonly box: Box }[];
  readonly box: Box;
}

const CELLS = "[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]";
const TABLE = "table,[role=table],[role=grid],[role=treegrid]";

/** What stands in a table is read with it and nowhere else. */
export function* claim(layout: Layout, grid: Grid): Generator<void, void, void> {
  for (const column of grid.columns) for (const token of column.tokens) layout.claimed.add(token.i);
  for (const row of grid.rows) {
    for (const cell of row.cells.values()) for (const token of cell) layout.claimed.add(token.i);
    for (const token of row.unfolded ?? []) layout.claimed.add(token.i);
    yield;
  }
}

/**
 * Every table with rows and cells of its own: native ones and ARIA grids, split heads and fixed columns put together.
 * `from`: the token where the part of the page begins that is asked of.
 */
export function* findGrids(layout: Layout, from = 0): Generator<void, Grid[], void> {
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
  const fragments: Fragment[] = [];
  for (const [el, rows] of [...byTable].flatMap(([table, all]) => panesOf(layout, table, all))) {
    // A table inside a cell of another, or one that only lays things out, is none; nor is one with its labels below.
    const heads: Cell[][] = [];
    const body: { el: Element; cells: Cell[]; box: Box }[] = [];
    for (const row of rows) {
      const cells = cellsOf(layout, row);
      if (cells.length === 0) continue;
      const said = cells.filter((cell) => cell.tokens.length > 0);
      const headed =
        row.closest("thead") !== null ||
        (said.every((cell) => cell.head) && !(heads.length > 0 && isBar(row))) ||
        (body.length === 0 &&
          said.filter((cell) => cell.tokens.some((t) => t.label)).length >= 2 &&
          !said.some((cell) => cell.tokens.some((t) => t.shown))) ||
        (body.length === 0 && heads.length === 0 && namesColumns(cells));
      if (headed) heads.push(cells);
      else body.push({ el: row, cells, box: layout.boxOf(row) });
      yield;
    }
    if (heads[0]?.[0] && body[0] && isBelow(heads[0][0].el, body[0].el)) continue;
    if (heads.length > 0 || body.length > 0) fragments.push({ el, heads, body, box: layout.boxOf(el) });
  }
  return yield* merge(layout, fragments);
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
  const says = headerSays(first ? textOf(first) : "");
  return (
    says?.kind === "name" &&
    rest.length > 1 &&
    rest.every(
      ({ tokens }) =>
        tokens.length > 0 && !tokens.some((t) => t.label || t.shown) && !headerSays(tokens[0]?.text ?? ""),
    )
  );
}

/** One cell over all columns, under the head: what the rows below it have in common. */
export const isBar = (row: Element): boolean =>
  row.localName === "tr" && (row as HTMLTableRowElement).cells.length === 1 && row.closest("thead") === null;

const isBelow = (el: Element, other: Element): boolean =>
  (other.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function cellsOf(layout: Layout, row: Element): Cell[] {
  const els = row.localName === "tr" ? [...(row as HTMLTableRowElement).cells] : [...row.querySelectorAll(CELLS)];
  const cells = els.map((el) => new Cell(layout, el));
  return isLaidAsTable(row) ? cells : inSight(cells);
}

/** In a native row cells stand as they are written; elsewhere their style may put them in any order. */
const isLaidAsTable = (row: Element): boolean =>
  row.localName === "tr" && getComputedStyle(row).display === "table-row";

/** Cells that have a place, left to right where they are in one line. */
function inSight(cells: readonly Cell[]): Cell[] {
  const placed = cells.map((cell) => ({ cell, box: cell.box })).filter(({ box }) => box.r > box.l);
  const [first] = placed;
  if (first && placed.every(({ box }) => lineOverlap(box, first.box) > 0.3)) placed.sort((a, b) => a.box.l - b.box.l);
  return placed.map(({ cell }) => cell);
}

function* merge(layout: Layout, fragments: readonly Fragment[]): Generator<void, Grid[], void> {
  const grids: Grid[] = [];
  for (const fragment of fragments) {
    if (fragment.body.length === 0) continue;
    let heads = fragment.heads;
    if (heads.length === 0) heads = headAbove(fragment, fragments)?.heads ?? [];
    if (heads.length === 0) continue;
    const columns = columnsOf(heads);
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

/** Boxes between a table and what lies over its fixed columns. */
const MOST_AROUND = 4;

/**
 * A column that the table itself shows nothing in, because boxes that are no cells lie over it and stay when the table is
 * scrolled: what stands in its place in a row's line is the row's.
 */
function withOverlay(layout: Layout, grid: Grid): Grid {
  const bare = grid.columns.flatMap((column, index) =>
    column.header && headerSays(column.text)?.kind === "name" && !seenIn(grid, column) ? [{ index, column }] : [],
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

/** A group of columns that is the whole of what the other groups are parts of. */
const WHOLE = /^(全店|全部|总体|整体|总计|合计|汇总|总|本店|全域|大盘)(数据)?$/;

/** Under a metric: the metric's own value, and what is made of it or is of other days. */
const ITSELF = /^(本期|本周期|当期|统计期|数值|值|本店|我的)(值|数值|数据)?$/;
const DERIVED = /上期|上一?周期|同期|前期|对比|变化|增幅|增减|涨跌|环比|同比|占比|均值|平均|排名|同行|行业|目标/;

/** Leaf heads, left to right. Where groups of columns say the same of different parts, those of the whole alone are kept. */
function columnsOf(heads: readonly (readonly Cell[])[]): Column[] {
  const native = heads.every((cells) => cells[0] && isLaidAsTable(cells[0].el.parentElement as Element));
  const places = native ? headPlaces(heads.map((cells) => cells.map(({ el }) => el))) : null;
  const all = heads.flatMap((cells, level) =>
    cells.map((cell) => ({ cell, level, box: cell.box, place: places?.get(cell.el) ?? null })),
  );
  const isOver = (a: (typeof all)[number], b: (typeof all)[number]): boolean =>
    a.place && b.place
      ? b.place.start >= a.place.start && b.place.start < a.place.start + a.place.span
      : columnOverlap(a.box, b.box) > 0.5;
  const leaves = all.filter((a) => !all.some((b) => b.level > a.level && isOver(a, b)));
  const columns = leaves
    .sort((a, b) => (a.place && b.place ? a.place.start - b.place.start : a.box.l - b.box.l))
    .map((leaf) => {
      const groups = all.filter((other) => other.level < leaf.level && isOver(other, leaf)).map(({ cell }) => cell);
      const over = groups.map(textOf);
      const { tokens } = leaf.cell;
      const period = [...over, ...tokens.map((t) => t.text)].map(parsePeriod).find((p) => p);
      const known = tokens.find((t) => t.label);
      const metric = known ? undefined : groups.flatMap((cell) => cell.tokens).find((t) => t.label);
      const text = textOf(leaf.cell);
      // 成交金额 over 本期 | 上期 | 变化, or over 昨日 | 近7天.
      const [header, says] =
        metric && (ITSELF.test(text) || parsePeriod(text))
          ? [metric, metric.text]
          : metric && DERIVED.test(text)
            ? [null, ""]
            : [known ?? tokens[0] ?? null, text];
      return {
        text: says,
        header,
        tokens: metric ? [metric, ...tokens] : tokens,
        box: leaf.box,
        over,
        ...(period ? { period } : {}),
      };
    });
  const isPart = ({ over, period, header }: (typeof columns)[number]): boolean =>
    over.length > 0 && !period && header?.label != null && !over.some((each) => WHOLE.test(each));
  const inParts = columns.some(
    (a) => isPart(a) && columns.some((b) => b !== a && b.over.length > 0 && b.text === a.text),
  );
  return inParts ? columns.map((column) => (isPart(column) ? { ...column, text: "", header: null } : column)) : columns;
}

const textOf = ({ tokens }: Cell): string => tokens.map((t) => t.text).join("");

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

/** Fixed columns are drawn as a second table over the first: rows that stand in one line are one row. */
function joinBeside(layout: Layout, grids: readonly Grid[]): Grid[] {
  const done = new Set<Grid>();
  const out: Grid[] = [];
  for (const grid of grids) {
    if (done.has(grid)) continue;
    let joined = grid;
    for (const other of grids) {
      if (other === grid || done.has(other) || other.rows.length !== grid.rows.length) continue;
      const beside = other.rows.every((row, k) => lineOverlap(row.box, (grid.rows[k] as Row).box) > 0.8);
      if (!beside || !near(layout, grid.el, other.el) || speakOfOthers(joined, other)) continue;
      done.add(other);
      joined = weld(joined, other);
    }
    out.push(joined);
  }
  return out;
}

/** Two lists side by side: under one header, or one that names what the rows are, they say different things in one line. */
function speakOfOthers(a: Grid, b: Grid): boolean {
  const said = (grid: Grid, row: number, column: number): string =>
    (grid.rows[row]?.cells.get(column) ?? []).map((t) => t.text).join("");
  const isName = ({ text }: Column): boolean => headerSays(text)?.kind === "name";
  return a.columns.some((one, i) =>
    b.columns.some((two, k) =>
      (one.text !== "" && one.text === two.text) || (isName(one) && isName(two))
        ? a.rows.some(
            (_, row) => said(a, row, i) !== "" && said(b, row, k) !== "" && said(a, row, i) !== said(b, row, k),
          )
        : false,
    ),
  );
}

function near(layout: Layout, a: Element, b: Element): boolean {
  let steps = 0;
  for (const el of layout.ancestors(a)) {
    if (el.contains(b)) return true;
    if (++steps > 8) break;
  }
  return false;
}

function weld(a: Grid, b: Grid): Grid {
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
