import { PLACE } from "./account-names";
import { bounds, columnsOf, inColumn, overRows, textsByColumn, underGroups } from "./div-columns";
import type { Column, Grid, Row } from "./grid";
import { between, HEADING, type Layout } from "./layout";
import { panelsAmong } from "./read-unfolded";
import { headerRole, headsNames } from "./subject";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { areInLine, type Box, columnOverlap, lineOverlap } from "./visible";

/**
 * Tables drawn without table elements: a line of headers, and under it lines whose numbers stand in the headers'
 * columns. Labels over single numbers (a row of cards) are left to the card reader: two lines of values at least, or
 * a header that names what the line is about.
 */
export function* findDivGrids(layout: Layout, own: Pairs): Generator<void, Grid[], void> {
  const grids: Grid[] = [];
  const heads = yield* layout.free((t) => t.label && !own.has(t.i));
  for (let i = 0; i < heads.length; ) {
    const first = heads[i] as Token;
    let end = i + 1;
    while (end < heads.length && areInLine(heads[end] as Token, first)) end++;
    const line = heads.slice(i, end);
    i = end;
    yield;
    if (line.length < 2) continue;
    for (const labels of sideBySide(layout, line)) {
      const grid = yield* gridUnder(layout, labels);
      if (grid) grids.push(grid);
    }
  }
  return grids;
}

/** The labels of each table, where the heads of several stand in one line: each names its rows. */
function sideBySide(layout: Layout, labels: readonly Token[]): readonly (readonly Token[])[] {
  const holder = holderOf(layout, labels);
  const [lo, hi] = layout.span(holder);
  const [first] = labels;
  const names = layout.list(lo, hi).filter((t) => first && areInLine(t, first) && headsNames(t.text));
  if (names.length < 2) return [labels];
  const tables = [...(holder?.children ?? [])].map((el) => layout.span(el));
  const groups = tables.map(([from, to]) => between(labels, from, to)).filter((group) => group.length > 0);
  return groups.length > 1 && tables.every(([from, to]) => between(names, from, to).length < 2) ? groups : [labels];
}

const holderOf = (layout: Layout, labels: readonly Token[]): Element | null =>
  layout.climb((labels[0] as Token).el, (lo, hi) => labels.every((t) => t.i >= lo && t.i < hi));

function showsBetween(layout: Layout, lo: number, hi: number): boolean {
  for (const t of layout.texts(lo, hi)) if (t.shown) return true;
  return false;
}

const NAMES_ROWS = /标题|视频|作品|商品|名称|直播|昵称|达人|账号|主播|店铺|描述|内容|日期|时间|单号|状态/;

/** A line of headers, its columns, and where the rows under it are. */
interface Head {
  readonly line: readonly Token[];
  readonly columns: readonly Column[];
  /** Around the rows; where they are named beside the head's own box, around both (`isWhole`). */
  readonly body: Element;
  readonly isWhole: boolean;
  /** The token from which on texts may be those of rows. */
  readonly from: number;
}

/** `alone`: columns beside the table are left out of account. */
function headOf(layout: Layout, labels: readonly Token[], alone: boolean): Head | null {
  const own = holderOf(layout, labels);
  // A head's only known label is in a box of its own: the head is around that.
  const holder = own && labels.length === 1 ? layout.climb(own, (a, b) => b - a > 1) : own;
  if (!holder) return null;
  const [lo, hi] = layout.span(holder);
  const last = labels[labels.length - 1] as Token;
  const isFlat = showsBetween(layout, last.i + 1, hi);
  // Everything on the headers' line is a header, known or not.
  const onLine = (from: number, to: number): Token[] =>
    layout
      .list(from, to)
      .filter((t) => !t.shown && (areInLine(t, last) || (from < lo && isBesideHead(layout, t, holder))));
  const scrolled = isFlat ? holder : layout.climb(holder, (a, b) => b > hi && showsBetween(layout, hi, b) && a <= lo);
  if (!scrolled) return null;
  const from = isFlat ? last.i + 1 : hi;
  const line = onLine(lo, from);
  const whole = alone ? null : withNames(layout, scrolled, line);
  if (whole) {
    const [start, end] = layout.span(whole);
    const all = onLine(start, end);
    return { line: all, columns: columnsOf(layout, whole, all), body: whole, isWhole: true, from: start };
  }
  if (isFlat) return { line, columns: columnsOf(layout, null, line), body: scrolled, isWhole: false, from };
  const heads = columnsOf(layout, holder, line);
  const groups = underGroups(layout, heads, holder);
  const columns = groups?.columns ?? overRows(layout, heads, holder, scrolled);
  return { line, columns, body: scrolled, isWhole: false, from: groups ? layout.span(groups.line)[1] : from };
}

/** Texts below the head, up to the next part of the page. */
function* textsUnder(layout: Layout, head: Head): Generator<void, Token[], void> {
  const { line, body, from } = head;
  const bottom = Math.max(...line.map((t) => t.box.b));
  const texts: Token[] = [];
  for (const t of layout.texts(from, layout.span(body)[1])) {
    if (t.box.t < bottom - 2) continue;
    // The same head again, or a heading: what comes now is another part of the page. Within a row it is unfolded.
    const isHead = t.label && line.some((h) => h.text === t.text) && !isWithinRow(layout, t, head);
    if (isHead || t.el.closest(HEADING)) break;
    texts.push(t);
    if (texts.length % 64 === 0) yield;
  }
  return texts;
}

/** Whether a figure of a column stands before a text in the box that is its row's. */
function isWithinRow(layout: Layout, { el, i }: Token, { body, from, columns }: Head): boolean {
  let row = el;
  for (const around of layout.ancestors(el)) {
    if (around === body) break;
    row = around;
  }
  const before = layout.list(Math.max(from, layout.span(row)[0]), i).filter((t) => t.shown);
  return columns.some(({ header, box }) => header?.label && before.some((t) => inColumn(t.box, box)));
}

/** One figure of each row, where enough of the columns are filled; else none. */
function anchorsAmong(columns: readonly Column[], cells: readonly Token[], fewest: number): readonly Token[] {
  const byColumn = columns.map(({ box }) => cells.filter((t) => t.shown && !t.trend && inColumn(t.box, box)));
  // A column twice as long as others has two figures a row: ¥99.00 and what was struck out.
  byColumn.sort((a, b) => b.length - a.length);
  const usual = (byColumn.findLast((column, k) => column.length > 0 && k <= byColumn.length / 2) ?? []).length;
  const anchors = byColumn.find((column) => column.length <= usual * 1.5) ?? [];
  const filled = byColumn.filter((column) => column.length >= anchors.length * 0.6).length;
  return filled < fewest ? [] : anchors;
}

/** The table under a line of labels, or null where what is under it is none. `alone`: see `headOf`. */
function* gridUnder(layout: Layout, labels: readonly Token[], alone = false): Generator<void, Grid | null, void> {
  const head = headOf(layout, labels, alone);
  if (!head) return null;
  const { line, columns, body, isWhole } = head;
  const texts = yield* textsUnder(layout, head);
  // Labels repeated in the rows mean cards, each with labels of its own; those of one row now and then are unfolded.
  const panels = panelsAmong(layout, texts, body);
  if (!panels) return null;
  const inPanels = panels.map((el) => layout.span(el));
  const cells = texts.filter(({ i }) => !inPanels.some(([from, to]) => i >= from && i < to));
  const known = columns.flatMap((column, index) => (column.header?.label ? [{ column, index }] : []));
  const anchors = anchorsAmong(
    known.map(({ column }) => column),
    cells,
    Math.min(2, labels.length),
  );
  const [lead] = anchors;
  if (!lead || panels.length >= anchors.length) return null;
  const isNamed = line.some((t) => !t.label && NAMES_ROWS.test(t.text)) && cells.some((t) => !t.shown && t.i < lead.i);
  const fewest = isNamed ? 1 : 2;
  if (anchors.length < fewest) return null;
  const at = anchors.map((t) => t.i);
  const lines = new Lines(cells);
  const nameAt = columns.findIndex(({ text }) => headsNames(text));
  const rows: Row[] = [];
  for (const i of at) {
    const own = rowAt(layout, i, at, body, cells, lines, columns);
    // Names may lie over the rows, in a box of their own.
    const isBare = nameAt >= 0 && !own.cells.has(nameAt);
    const row = isWhole || isBare ? withBeside(layout, own, lines, columns) : own;
    if (known.filter(({ index }) => row.cells.has(index)).length >= known.length * 0.6) rows.push(row);
    yield;
  }
  if (isWhole && hasStrays(columns[nameAt], cells, rows)) return yield* gridUnder(layout, labels, true);
  if (rows.length < fewest) return null;
  const unfolded = withUnfolded(layout, rows, panels);
  return unfolded && { columns, rows: unfolded, el: body };
}

/** Rows with what is unfolded under each; null where something else stands among them. */
function withUnfolded(layout: Layout, rows: readonly Row[], panels: readonly Element[]): Row[] | null {
  const leads = rows.map((row) => [...row.cells.values()][0]?.[0]?.i ?? 0);
  const out = [...rows];
  for (const panel of panels) {
    const [lo, hi] = layout.span(panel);
    const at = leads.findLastIndex((i) => i < lo);
    const row = out[at];
    const isWithin = row?.el.contains(panel);
    if (!row || row.unfolded || !(isWithin || row.el.nextElementSibling === panel)) return null;
    // Right under the last row another part of the page may begin.
    if (isWithin || at < rows.length - 1) out[at] = { ...row, unfolded: layout.list(lo, hi) };
  }
  return out;
}

/**
 * Columns that stay while the rest is scrolled sideways are a box beside the head's and the rows': what is around all of
 * them, where one of those columns names the rows, and nothing in the head does.
 */
function withNames(layout: Layout, scrolled: Element, line: readonly Token[]): Element | null {
  const names = ({ text }: Token): boolean => headsNames(text);
  const [first] = line;
  const [lo, hi] = layout.span(scrolled);
  const last = line.at(-1)?.i ?? lo;
  if (!first || line.some((t) => headerRole(t.text)?.kind === "day")) return null;
  // Of the fixed columns some are figures: what is around all labels is around those columns' rows too.
  if (line.some(names)) return layout.list(lo, last).some((t) => t.shown && t.box.t > first.box.b) ? scrolled : null;
  const head = holderOf(layout, line) ?? scrolled;
  let steps = 0;
  for (const around of layout.ancestors(scrolled)) {
    if (around !== scrolled && ++steps > MOST_AROUND) return null;
    const beside = layout
      .list(...layout.span(around))
      .filter(
        (t) =>
          (around === scrolled || t.i < lo || t.i >= hi) &&
          (lineOverlap(t.box, first.box) > IN_LINE || isBesideHead(layout, t, head)),
      );
    const fixed = beside.filter(
      (t) => names(t) && !isInMenu(layout, t) && line.every((h) => columnOverlap(h.box, t.box) === 0),
    );
    if (fixed.length > 0) return fixed.length === 1 ? around : null;
  }
  return null;
}

/** In a box as high as the head's, and beside it, where the print of the one is set higher. */
function isBesideHead(layout: Layout, t: Token, head: Element): boolean {
  const [own, box] = [layout.boxOf(layout.record(t.i, [t.i + 1])), layout.boxOf(head)];
  return Math.abs(own.t - box.t) < HALF_A_LINE && Math.abs(own.b - box.b) < HALF_A_LINE;
}

/** 首页, 商品, 订单, one below the other: a menu, where the word names no rows. A column begins with its head. */
function isInMenu(layout: Layout, head: Token): boolean {
  const isApart = (t: Token): boolean => lineOverlap(t.box, head.box) < 0.5;
  const list = layout.climb(head.el, (lo, hi) => layout.list(lo, hi).some(isApart));
  const others = layout.list(...layout.span(list)).filter(isApart);
  return others.some(({ text, box }) => box.b <= head.box.t || (text.length <= ENTRY && PLACE.test(text)));
}

/** Heads of one table stand in line closer than a menu's entry and a label may by chance. */
const IN_LINE = 0.8;
/** Px. */
const HALF_A_LINE = 8;
/** What an entry of a menu is called is no longer than this. */
const ENTRY = 4;

/** Texts under the head of the names that stand beside no row: the lines of a menu, or of another list. */
const hasStrays = (names: Column | undefined, cells: readonly Token[], rows: readonly Row[]): boolean => {
  const own = new Set(rows.flatMap((row) => [...row.cells.values()].flat()));
  return names?.tokens.some((head) => cells.some((t) => columnOverlap(t.box, head.box) > 0 && !own.has(t))) ?? false;
};

/** Boxes between a table's scrolled part and what is around all of it. */
const MOST_AROUND = 3;

/** A row with what stands in its line in columns that its own box has nothing in. */
function withBeside(layout: Layout, row: Row, lines: Lines, columns: readonly Column[]): Row {
  const cells = new Map(row.cells);
  const box = layout.boxOf(row.el);
  const near = lines.across(box.t, box.b).filter((t) => within(t.box, box));
  for (const [index, column] of columns.entries()) {
    const texts = cells.has(index) ? [] : near.filter((t) => inColumn(t.box, column.box));
    if (texts.length > 0) cells.set(index, texts);
  }
  return { ...row, cells };
}

/** Texts by the height at which they stand. */
class Lines {
  private readonly bands = new Map<number, Token[]>();

  constructor(tokens: readonly Token[]) {
    for (const token of tokens)
      for (let k = Math.floor(token.box.t / BAND); k <= token.box.b / BAND; k++) {
        const band = this.bands.get(k);
        if (band) band.push(token);
        else this.bands.set(k, [token]);
      }
  }

  /** In order, those that reach into a strip of the page; some beside it may be among them. */
  across(top: number, bottom: number): Token[] {
    const found = new Set<Token>();
    for (let k = Math.floor(top / BAND); k <= bottom / BAND; k++)
      for (const token of this.bands.get(k) ?? []) found.add(token);
    return [...found].sort((a, b) => a.i - b.i);
  }
}

/** Height of a strip, px. */
const BAND = 64;

function rowAt(
  layout: Layout,
  i: number,
  anchors: readonly number[],
  body: Element,
  cells: readonly Token[],
  lines: Lines,
  columns: readonly Column[],
): Row {
  const el = layout.record(i, anchors, body);
  const own = layout.at(i).box;
  const column = columns.find((c) => inColumn(own, c.box))?.box ?? own;
  const inside = between(cells, ...layout.span(el));
  const wraps = inside.some((t) => t.i !== i && !inColumn(t.box, column));
  const box = wraps ? bounds(inside) : layout.boxOf(el);
  const mine = wraps
    ? inside
    : lines
        .across(Math.min(own.t, box.t), Math.max(own.b, box.b))
        .filter((t) => lineOverlap(t.box, own) > 0.5 || within(t.box, box));
  return { cells: textsByColumn(columns, mine), el, box };
}

const within = (box: Box, outer: Box): boolean => (box.t + box.b) / 2 >= outer.t && (box.t + box.b) / 2 <= outer.b;
