import { isOfOneMake } from "./breakdowns";
import type { Column } from "./grid";
import { between, type Layout } from "./layout";
import { parsePeriod } from "./periods";
import type { Token } from "./tokens";
import { around, type Box, columnOverlap } from "./visible";

/** Columns reach half way to their neighbours, so that a number set right falls under a header set left. */
export function columnsOf(layout: Layout, row: Element | null, line: readonly Token[]): Column[] {
  const indices = line.map((t) => t.i);
  const cells = new Map<Element, Token[]>();
  for (const token of line) {
    const cell = row ? layout.record(token.i, indices, row) : token.el;
    cells.set(cell, [...(cells.get(cell) ?? []), token]);
  }
  const boxes = [...cells].map(([, tokens]) => ({
    tokens,
    box: bounds(tokens),
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
      tokens,
      header: tokens.find((t) => t.label) ?? (tokens[0] as Token),
      box: { ...box, l, r },
    };
  });
}

/**
 * Columns where the rows have them: a table whose rows have as many boxes as its head may draw the two in widths of their
 * own, and a short figure then stands under the head before.
 */
export function overRows(layout: Layout, columns: readonly Column[], head: Element, body: Element): readonly Column[] {
  const first = rowUnder(layout, head, body);
  if (!first) return columns;
  const [heads, boxes] = [boxesIn(layout, head), boxesIn(layout, first)];
  const next = first.nextElementSibling;
  const below = next?.childElementCount === boxes.length ? boxesIn(layout, next) : boxes;
  if (!below.every(({ box }, k) => Math.abs(box.l - (boxes[k] as Placed).box.l) < 2)) return columns;
  const moved = columns.map((column) => {
    const k = heads.findIndex(({ el }) => between(column.tokens, ...layout.span(el)).length > 0);
    const [own, under] = [heads[k], boxes[k]];
    return own && under && columnOverlap(own.box, under.box) > UNDER
      ? { ...column, box: { ...column.box, l: under.box.l, r: under.box.r } }
      : null;
  });
  const isEach = new Set(moved.map((column) => column?.box.l)).size === columns.length;
  return isEach && moved.every((column) => column !== null) ? moved : columns;
}

/**
 * 成交金额 | 成交件数 in a second line of the head, under 近7天: the columns of a group, and the box of that line. Null where what
 * is under the head is none.
 */
export function underGroups(
  layout: Layout,
  columns: readonly Column[],
  head: Element,
): { columns: readonly Column[]; line: Element } | null {
  const line = head.nextElementSibling;
  const labels = line ? layout.list(...layout.span(line)) : [];
  if (!line || !isOfOneMake(line, head) || labels.length === 0 || labels.some((t) => !t.label || t.shown)) return null;
  const groupOf = (t: Token): Column | undefined =>
    columns.find((column) => !column.header?.label && inColumn(t.box, column.box));
  if (!labels.every(groupOf)) return null;
  const split = columns.flatMap((column): Column[] => {
    const own = labels.filter((t) => groupOf(t) === column).sort((a, b) => a.box.l - b.box.l);
    const period = parsePeriod(column.text);
    const edge = (k: number): number => ((own[k - 1] as Token).box.r + (own[k] as Token).box.l) / 2;
    const parts = own.map((header, k) => ({
      text: header.text,
      tokens: k === 0 ? [...column.tokens, header] : [header],
      header,
      box: {
        ...column.box,
        l: k === 0 ? column.box.l : edge(k),
        r: k === own.length - 1 ? column.box.r : edge(k + 1),
      },
      ...(period ? { period } : {}),
    }));
    return parts.length > 0 ? parts : [column];
  });
  return { columns: split, line };
}

/** How much of a box stands under its own head, of 1, at the least. */
const UNDER = 0.3;

/** The first box behind the head with figures and as many boxes as the head has. */
function rowUnder(layout: Layout, head: Element, body: Element): Element | null {
  for (const t of layout.texts(layout.span(head)[1], layout.span(body)[1])) {
    if (!t.shown) continue;
    for (const el of layout.ancestors(t.el)) {
      if (el === body) return null;
      if (el.childElementCount === head.childElementCount && layout.span(el)[1] > t.i + 1) return el;
    }
  }
  return null;
}

interface Placed {
  readonly el: Element;
  readonly box: Box;
}

/** The boxes in another, left to right. */
const boxesIn = (layout: Layout, { children }: Element): readonly Placed[] =>
  [...children].map((el) => ({ el, box: layout.boxOf(el) })).sort((a, b) => a.box.l - b.box.l);

/** The box of the header that `tokens` are the texts of. */
function widthOf(layout: Layout, cells: ReadonlyMap<Element, Token[]>, tokens: readonly Token[]): Box | null {
  for (const [el, own] of cells) if (own[0] === tokens[0]) return layout.boxOf(el);
  return null;
}

const disjoint = (boxes: readonly Box[]): boolean => {
  const sorted = [...boxes].sort((a, b) => a.l - b.l);
  return sorted.every((box, k) => k === 0 || box.l >= (sorted[k - 1] as Box).r - 2);
};

/** Whether a box stands in a column: by its middle, or by most of its width. */
export const inColumn = (box: Box, column: Box): boolean => {
  const x = (box.l + box.r) / 2;
  return (x >= column.l && x <= column.r) || columnOverlap(box, column) > 0.6;
};

/** The texts of a line by the column that they stand in. */
export function textsByColumn(columns: readonly Column[], line: readonly Token[]): Map<number, Token[]> {
  const cells = new Map<number, Token[]>();
  for (const token of line) {
    const at = columns.findIndex((column) => inColumn(token.box, column.box));
    if (at >= 0) cells.set(at, [...(cells.get(at) ?? []), token]);
  }
  return cells;
}

export const bounds = (tokens: readonly Token[]): Box => tokens.map(({ box }) => box).reduce(around);
