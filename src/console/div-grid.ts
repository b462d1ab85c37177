import type { Column, Grid, Row } from "./grid";
import type { Layout } from "./layout";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";
import { type Box, columnOverlap, lineOverlap } from "./visible";

/**
 * Tables drawn without table elements: a line of headers, and under it lines whose numbers stand in the headers'
 * columns. Labels over single numbers (a row of cards) are left to the card reader: two lines of values at least, or
 * a header that names what the line is about.
 */
export function findDivGrids(layout: Layout, own: Pairs): Grid[] {
  const grids: Grid[] = [];
  const heads = [...layout.texts(0, layout.tokens.length)].filter(
    (t) => t.label && !own.has(t.i) && !layout.claimed.has(t.i),
  );
  for (let i = 0; i < heads.length; ) {
    const first = heads[i] as Token;
    const line = heads
      .slice(i)
      .filter((_, k, rest) => rest.slice(0, k + 1).every((u) => lineOverlap(u.box, first.box) > 0.5));
    i += Math.max(1, line.length);
    if (line.length < 2) continue;
    const grid = gridUnder(layout, line);
    if (grid) grids.push(grid);
  }
  return grids;
}

const NAMES_ROWS = /标题|视频|作品|商品|名称|直播|昵称|达人|账号|主播|店铺|描述|内容|日期|时间|单号|状态/;

function gridUnder(layout: Layout, labels: readonly Token[]): Grid | null {
  const holder = layout.climb((labels[0] as Token).el, (lo, hi) => labels.every((t) => t.i >= lo && t.i < hi));
  if (!holder) return null;
  const [lo, hi] = layout.span(holder);
  const last = labels[labels.length - 1] as Token;
  const flat = [...layout.texts(lo, hi)].some((t) => t.shown && t.i > last.i);
  // Everything on the headers' line is a header, known or not.
  const line = [...layout.texts(lo, flat ? last.i + 1 : hi)].filter(
    (t) => !t.shown && lineOverlap(t.box, last.box) > 0.5,
  );
  const body = flat
    ? holder
    : layout.climb(holder, (a, b) => b > hi && [...layout.texts(hi, b)].some((t) => t.shown) && a <= lo);
  if (!body) return null;
  const columns = columnsOf(layout, flat ? null : holder, line);
  const bottom = Math.max(...line.map((t) => t.box.b));
  const below = [...layout.texts(flat ? last.i + 1 : hi, layout.span(body)[1])].filter((t) => t.box.t >= bottom - 2);
  const again = below.find((t) => t.label && line.some((h) => h.text === t.text));
  const heading = below.find((t) => t.el.closest("h1,h2,h3,h4,h5,h6"));
  const cells = below.filter((t) => (!again || t.i < again.i) && (!heading || t.i < heading.i));
  const known = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.header?.label);
  const byColumn = known.map(({ column }) => cells.filter((t) => t.shown && !t.trend && inColumn(t.box, column.box)));
  const anchors = [...byColumn].sort((a, b) => b.length - a.length)[0] ?? [];
  const filled = byColumn.filter((column) => column.length >= anchors.length * 0.6).length;
  if (anchors.length === 0 || filled < 2) return null;
  const named =
    line.some((t) => !t.label && NAMES_ROWS.test(t.text)) &&
    cells.some((t) => !t.shown && t.i < (anchors[0] as Token).i);
  if (anchors.length < 2 && !named) return null;
  // Labels repeated in the rows mean cards, each with labels of its own.
  if (cells.some((t) => t.label?.meanings.some((m) => m.unit !== "text"))) return null;
  const at = anchors.map((t) => t.i);
  const rows = at
    .map((i) => rowAt(layout, i, at, body, cells, columns))
    .filter((row) => known.filter(({ index }) => row.cells.has(index)).length >= known.length * 0.6);
  return rows.length > 1 || (named && rows.length > 0) ? { columns, rows, el: body } : null;
}

/** Columns reach half way to their neighbours, so that a number set right falls under a header set left. */
function columnsOf(layout: Layout, row: Element | null, line: readonly Token[]): Column[] {
  const indices = line.map((t) => t.i);
  const cells = new Map<Element, Token[]>();
  for (const token of line) {
    const cell = row ? layout.record(token.i, indices, row) : token.el;
    cells.set(cell, [...(cells.get(cell) ?? []), token]);
  }
  const boxes = [...cells].map(([, tokens]) => ({
    tokens,
    box: tokens.reduce(
      (box, t) => ({
        l: Math.min(box.l, t.box.l),
        t: Math.min(box.t, t.box.t),
        r: Math.max(box.r, t.box.r),
        b: Math.max(box.b, t.box.b),
      }),
      (tokens[0] as Token).box,
    ),
  }));
  boxes.sort((a, b) => a.box.l - b.box.l);
  const widened = [...cells].map(([el]) => layout.boxOf(el));
  const drawn = widened.length > 1 && widened.every((box) => box.r > box.l) && disjoint(widened);
  return boxes.map(({ tokens, box }, k) => {
    const before = boxes[k - 1]?.box.r ?? Number.NEGATIVE_INFINITY;
    const after = boxes[k + 1]?.box.l ?? Number.POSITIVE_INFINITY;
    const own = drawn && row ? widthOf(layout, cells, tokens) : null;
    const l = own?.l ?? (before === Number.NEGATIVE_INFINITY ? box.l - 400 : (before + box.l) / 2);
    const r = own?.r ?? (after === Number.POSITIVE_INFINITY ? box.r + 400 : (after + box.r) / 2);
    return {
      text: tokens.map((t) => t.text).join(""),
      header: tokens.find((t) => t.label) ?? (tokens[0] as Token),
      box: { ...box, l, r },
    };
  });
}

/** The box of the header that `tokens` are the texts of. */
function widthOf(layout: Layout, cells: ReadonlyMap<Element, Token[]>, tokens: readonly Token[]): Box | null {
  for (const [el, own] of cells) if (own[0] === tokens[0]) return layout.boxOf(el);
  return null;
}

const disjoint = (boxes: readonly Box[]): boolean => {
  const sorted = [...boxes].sort((a, b) => a.l - b.l);
  return sorted.every((box, k) => k === 0 || box.l >= (sorted[k - 1] as Box).r - 2);
};

const inColumn = (box: Box, column: Box): boolean => {
  const x = (box.l + box.r) / 2;
  return (x >= column.l && x <= column.r) || columnOverlap(box, column) > 0.6;
};

function rowAt(
  layout: Layout,
  i: number,
  anchors: readonly number[],
  body: Element,
  cells: readonly Token[],
  columns: readonly Column[],
): Row {
  const el = layout.record(i, anchors, body);
  const [lo, hi] = layout.span(el);
  const wraps = cells.some(
    (t) =>
      t.i >= lo &&
      t.i < hi &&
      t.i !== i &&
      !inColumn(t.box, columns.find((c) => inColumn(layout.at(i).box, c.box))?.box ?? layout.at(i).box),
  );
  const own = layout.at(i).box;
  const box = wraps ? bounds(cells.filter((t) => t.i >= lo && t.i < hi)) : layout.boxOf(el);
  const mine = wraps
    ? cells.filter((t) => t.i >= lo && t.i < hi)
    : cells.filter((t) => lineOverlap(t.box, own) > 0.5 || within(t.box, box));
  const map = new Map<number, Token[]>();
  for (const token of mine) {
    const at = columns.findIndex((column) => inColumn(token.box, column.box));
    if (at >= 0) map.set(at, [...(map.get(at) ?? []), token]);
  }
  return { cells: map, el, box };
}

const within = (box: Box, outer: Box): boolean => (box.t + box.b) / 2 >= outer.t && (box.t + box.b) / 2 <= outer.b;

const bounds = (tokens: readonly Token[]): Box =>
  tokens.reduce<Box>(
    (box, t) => ({
      l: Math.min(box.l, t.box.l),
      t: Math.min(box.t, t.box.t),
      r: Math.max(box.r, t.box.r),
      b: Math.max(box.b, t.box.b),
    }),
    {
      l: 1e9,
      t: 1e9,
      r: -1e9,
      b: -1e9,
    },
  );
