import { pairCards } from "./cards";
import type { Grid, Row } from "./grid";
import { meaningFor } from "./labels";
import { HEADING, type Layout } from "./layout";
import { ACTIONS } from "./names";
import type { ObservedEntity, StatedPeriod } from "./observation";
import { isOfPage } from "./page-words";
import { parsePeriod } from "./periods";
import type { Report } from "./report";
import { A_SIGN } from "./signs";
import { COMPARED } from "./sub-figures";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** Of a line that has one cell, how much of the table's width it takes at least. */
const WIDE = 0.6;

/**
 * Boxes among the lines of a table without elements of a table's that begin with labels of their own: what is unfolded
 * under some of its rows. Null where labels stand before or over no figure, as on cards.
 */
export function panelsAmong(layout: Layout, cells: readonly Token[], body: Element): readonly Element[] | null {
  const [first] = cells;
  const panels = new Set<Element>();
  for (const label of cells.filter((t) => t.label?.meanings.some((m) => m.unit !== "text"))) {
    let panel: Element | null = null;
    for (const el of layout.ancestors(label.el)) {
      const texts = layout.list(...layout.span(el));
      const lead = texts.find((t) => t.label || t.shown);
      if (el === body || !first || (texts[0]?.i ?? 0) < first.i || !lead?.label) break;
      if (texts.some((t) => t.shown)) panel = el;
    }
    if (!panel) return null;
    panels.add(panel);
  }
  return [...panels];
}

/** What a line under a thing's row shows of that thing, unfolded: one cell over the columns, with labels of its own; else null. */
export function unfoldedIn(layout: Layout, grid: Grid, row: Row): readonly Token[] | null {
  const texts = [...row.cells.values()].flat();
  const [first] = texts;
  if (row.cells.size !== 1 || !first?.el || !texts.some((t) => t.label) || !texts.some((t) => t.shown)) return null;
  let cell = first.el;
  while (cell.parentElement && cell.parentElement !== row.el) cell = cell.parentElement;
  const [box, whole] = [layout.boxOf(cell), layout.boxOf(grid.el)];
  return box.r - box.l > (whole.r - whole.l) * WIDE ? texts : null;
}

/**
 * Reads what is unfolded under the row of `entity`: figures that the row itself does not show. Nothing, where it names
 * something else, or says a thing twice: goods of a live, where its viewers came from, how others do.
 */
export function* readUnfolded(
  layout: Layout,
  report: Report,
  entity: ObservedEntity,
  texts: readonly Token[],
  own: Pairs,
  day: StatedPeriod | null | undefined,
): Generator<void, void, void> {
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return;
  for (const { i } of texts) layout.claimed.delete(i);
  const { pairs, unknown } = yield* pairCards(layout, first.i, last.i + 1, own);
  for (const { i } of texts) layout.claimed.add(i);
  const used = new Set(pairs.flatMap(({ label, value }) => [label, value]));
  const isTold = (t: Token): boolean => used.has(t) || unknown.includes(t.text) || t.shown !== null || isInPassing(t);
  const said = pairs.map(({ hit }) => meaningFor(hit, entity.type)?.metric);
  if (!texts.every(isTold) || new Set(said).size < said.length) return;
  const at = report.entity(entity);
  const known = new Set(report.drafts.filter((draft) => draft.entity === at).map(({ metric }) => metric));
  for (const { hit, shown, value, period = day } of pairs)
    if (!known.has(meaningFor(hit, entity.type)?.metric ?? "")) report.add(entity, hit, shown, value.i, period);
}

/** 上一场 00:01:50, 较上场 +12 */
const BEFORE = /^[(（]?(较|比上|[环同]比|上一?[场期条周月]|前一)/;

/** 备注：库存低于安全线，请及时补货 */
const NOTE = /^(备注|说明|提示|注)\s*[:：]/;

/** Tells of the figures beside it, or leads elsewhere, and names nothing. */
const isInPassing = ({ el, text, trend, icon }: Token): boolean =>
  trend ||
  icon ||
  A_SIGN.test(text) ||
  COMPARED.test(text) ||
  BEFORE.test(text) ||
  ACTIONS.test(text) ||
  parsePeriod(text) !== null ||
  NOTE.test(text) ||
  // 规格 中度烘焙: each of its words is explained.
  el.closest("dt,dd") !== null ||
  el.closest("a,button,[role=button]") !== null ||
  (el.closest(HEADING) !== null && isOfPage(text));
