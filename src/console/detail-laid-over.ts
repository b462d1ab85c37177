import type { Grid } from "./grid";
import type { Layout } from "./layout";
import type { EntityType } from "./observation";
import { parseMoment } from "./periods";
import { drawerAround } from "./read-drawer";
import { headerRole } from "./subject";
import type { Token } from "./tokens";

/** Labels and figures of what tells of a thing; one may be of what is on offer. */
const FEWEST = 2;

const tells = (texts: readonly Token[]): boolean =>
  texts.filter((t) => t.label).length >= FEWEST && texts.filter((t) => t.shown).length >= FEWEST;

/** The dialogs and drawers on show that tell figures. */
function drawersOn(layout: Layout): (readonly Token[])[] {
  const said = layout.tokens.filter(({ area }) => area === "dialog");
  const drawers = [...new Set(said.map((token) => drawerAround(layout, token)))];
  return drawers.map((el) => layout.tokens.slice(...layout.span(el))).filter(tells);
}

/** 直播时间：2026-11-18 12:00 至 13:02 */
const SAYS_WHEN = /^(发[布表]|开播|直播)(时间|于)?\s*[:：]?\s*20\d{2}\D\d{1,2}\D\d{1,2}/;

/**
 * On the address of one video or live, where nothing else tells figures: the one dialog that says when its thing was is the
 * page itself; on that of a talent, who never was, the only one.
 */
export function openDetail(layout: Layout, type: EntityType | null): void {
  const [drawer, another] = drawersOn(layout).filter((texts) => {
    if (type === "talent") return true;
    const first = texts.find((t) => t.label);
    return texts.some((t) => t.i < (first?.i ?? 0) && (parseMoment(t.text) !== null || SAYS_WHEN.test(t.text)));
  });
  if (!drawer || another || layout.tokens.some((t) => t.area === "page" && t.label)) return;
  for (const token of drawer) token.area = "page";
}

/** 商品明细, 短视频列表: a drawer called so lists the user's own things. */
const LISTS = /^(?:我的|本店|全部)?(?:商品|单品|短?视频|作品|直播|场次)(?:数据)?(?:明细|列表|清单)$/;

/** A list that a page of the user's own figures opens over them is a part of the page, where it is the only thing laid over it. */
export function openList(layout: Layout): void {
  const [drawer, another] = drawersOn(layout);
  const first = drawer?.find(({ icon }) => !icon);
  if (drawer && !another && first && LISTS.test(first.text)) for (const token of drawer) token.area = "page";
}

/**
 * Whether the address of one video or live shows it in a drawer over the list of them: what the page itself tells is that
 * list alone, a table or cards that each say when their thing was.
 */
export function* isOverList(layout: Layout, type: EntityType, grids: readonly Grid[]): Generator<void, boolean, void> {
  if (drawersOn(layout).length === 0) return false;
  const labels = yield* layout.free((t) => t.label && !layout.isOption(t));
  const saysWhen = (lo: number, hi: number): number =>
    layout.list(lo, hi).filter(({ text }) => parseMoment(text)).length;
  const cards = new Set(labels.map(({ el }) => layout.climb(el, (lo, hi) => saysWhen(lo, hi) > 0)));
  const isCard = (card: Element | null): boolean => card !== null && saysWhen(...layout.span(card)) === 1;
  return cards.size === 0 ? grids.some((grid) => isListOf(grid, type)) : cards.size > 1 && [...cards].every(isCard);
}

const isListOf = ({ columns, rows }: Grid, type: EntityType): boolean =>
  rows.length > 0 &&
  columns.some(({ text }) => {
    const says = headerRole(text);
    return says?.kind === "name" && (says.type ?? type) === type;
  });
