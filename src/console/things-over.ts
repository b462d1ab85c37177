import { isOfOneMake } from "./breakdowns";
import type { Grid } from "./grid";
import { idAmong, linkOf, nameAmong } from "./names";
import type { ObservedEntity } from "./observation";
import type { PageContext } from "./page-context";
import { isOfPage } from "./page-words";
import { typeOfCards } from "./read-thing-cards";
import { thingOf } from "./report";

/**
 * Tables of which each stands in a card that begins with a name of its own, side by side on a page about something else:
 * 凤凰单丛 125g over its 昨日 | 近7天. Null is one of a thing whose kind cannot be told.
 */
export function thingsOver({ layout, grids, url }: PageContext): ReadonlyMap<Grid, ObservedEntity | null> {
  const over = new Map<Grid, ObservedEntity | null>();
  const firsts = grids.map(({ columns }) => Math.min(...columns.flatMap(({ tokens }) => tokens.map(({ i }) => i))));
  const anchors = firsts.filter(Number.isFinite).sort((a, b) => a - b);
  if (anchors.length < 2) return over;
  const cards = grids.flatMap((grid, k) => {
    const first = firsts[k] ?? Number.POSITIVE_INFINITY;
    if (!Number.isFinite(first)) return [];
    const el = layout.record(first, anchors);
    const head = layout.list(layout.span(el)[0], first);
    const name = nameAmong(layout, head);
    return name === null || isOfPage(name) ? [] : [{ grid, el, head, name }];
  });
  for (const { grid, el, head, name } of cards) {
    const like = cards.filter(
      (card) =>
        card.el.parentNode === el.parentNode && isOfOneMake(card.el, el) && headsOf(card.grid) === headsOf(grid),
    );
    if (like.length < 2 || new Set(like.map((card) => card.name)).size < like.length) continue;
    const type = typeOfCards(
      layout,
      like.map((card) => card.el),
      url.pathname,
    );
    over.set(grid, type && thingOf({ type, id: idAmong(head, el, type), name }, linkOf(el, type), null));
  }
  return over;
}

/** Tables of one list have one head. */
const headsOf = ({ columns }: Grid): string => columns.map(({ text }) => text).join();
