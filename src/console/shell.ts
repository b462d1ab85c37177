import { LOGO, PLACE } from "./account-names";
import { isOfOneMake } from "./breakdowns";
import { attributeOf, own } from "./genuine";
import { CLEAR } from "./ink";
import { isInitial, type Layout } from "./layout";
import type { Token } from "./tokens";
import { type Box, lineOverlap } from "./visible";

/** Where a console names its user, whoever the page is about. */
const BAR = "header,nav,aside,[role=banner],[role=navigation]";

/** The console's own frame around every page: the bar on top and the strip at the left, by element or by place. */
export class Shell {
  private readonly inBar = new Map<Element, boolean>();
  private readonly inStrip = new Map<Element, boolean>();
  private logoBar: readonly Element[] | null = null;
  /** Where the page says the console's own name. */
  readonly logo: Token | undefined;

  /** `byPlace`: what stands on top is the console's own, not the heading of what the page is about. */
  constructor(
    private readonly layout: Layout,
    readonly byPlace: boolean,
  ) {
    this.logo = layout.tokens.slice(0, FIRST_TEXTS).find((t) => LOGO.test(t.text));
  }

  holds(el: Element): boolean {
    const bar = el.closest(BAR);
    // An aside of the page itself is a card beside the others.
    const isOfPage =
      bar?.localName === "aside" ? !this.holdsAside(bar) && !this.startsInMenu(bar) : bar && isOfCard(bar);
    if (bar && !isOfPage) return true;
    if (this.byPlace ? this.within(el, this.inBar, isBar) || this.holdsAside(el) : this.isInMenu(el)) return true;
    this.logoBar ??= this.barOfLogo();
    return this.logoBar.some((of) => of.contains(el));
  }

  /** The bar on top that says the console's own name: no heading of what the page is about. */
  private barOfLogo(): Element[] {
    const view = document.documentElement;
    return this.logo ? [...this.layout.ancestors(this.logo.el)].filter((el) => isBar(this.layout.boxOf(el), view)) : [];
  }

  private startsInMenu(aside: Element): boolean {
    return this.layout.at(this.layout.span(aside)[0])?.area === "nav";
  }

  /** In a strip at the left that leads to other parts of the console. */
  private isInMenu(el: Element): boolean {
    for (const at of this.layout.ancestors(el))
      if (isStrip(this.layout.boxOf(at), at.ownerDocument.documentElement))
        return this.layout.tokens.slice(...this.layout.span(at)).filter(({ text }) => PLACE.test(text)).length > 1;
    return false;
  }

  /** In the bar on top. */
  holdsOnTop(el: Element): boolean {
    const head = el.closest("header,[role=banner]");
    return (head !== null && !isOfCard(head)) || this.within(el, this.inBar, isBar);
  }

  /** In the strip at the left. */
  holdsAside(el: Element): boolean {
    return this.within(el, this.inStrip, isStrip);
  }

  /** Whether `el` or what it stands in passes; each element is asked once. */
  private within(el: Element, known: Map<Element, boolean>, passes: (box: Box, view: Element) => boolean): boolean {
    const path: Element[] = [];
    let found = false;
    for (const at of this.layout.ancestors(el)) {
      const said = known.get(at);
      if (said === undefined) path.push(at);
      found = said ?? passes(this.layout.boxOf(at), at.ownerDocument.documentElement);
      if (found || said !== undefined) break;
    }
    for (const at of path) known.set(at, found);
    return found;
  }
}

/** The head of one of several cards. Asked of every name in one: the first card beside it is enough. */
function isOfCard(head: Element): boolean {
  const card = head.localName === "header" ? head.parentElement : null;
  for (const el of card?.parentElement?.children ?? [])
    if (card && el !== card && isOfOneMake(el, card) && el.querySelector(":scope > header")) return true;
  return false;
}

const isBar = ({ l, t, r, b }: Box, view: Element): boolean =>
  t <= EDGE && b - t >= 28 && b - t <= 100 && r - l >= view.clientWidth * 0.9;

const isStrip = ({ l, t, r, b }: Box, view: Element): boolean =>
  l <= EDGE && r - l >= 48 && r - l <= 300 && b - t >= view.clientHeight * 0.6;

/** Among how many texts a page says whose console it is. */
export const FIRST_TEXTS = 12;

/** Px from the window's edge. */
const EDGE = 8;

/**
 * A round or square picture of a person's size stands right before a text: an avatar, whatever it is made of. `tiles`: so
 * is any painted square, as in a shell, where there are no covers.
 */
export function besideAvatar(layout: Layout, token: Token, tiles = false): boolean {
  const before = layout.tokens[token.i - 1];
  const inside = own(token.el, "firstElementChild");
  if (inside && layout.span(token.el)[0] === token.i && isAvatar(inside, tiles)) return true;
  // The letter in a circle, and the name loose behind it.
  if (before && isInitial(layout, before) && isAvatar(before.el, tiles) && lineOverlap(before.box, token.box) > 0.5)
    return true;
  for (const el of layout.ancestors(token.el)) {
    if (layout.span(el)[0] < token.i) return false;
    const sibling = el.previousElementSibling;
    if (sibling) return isAvatar(sibling.querySelector("img") ?? sibling, tiles);
  }
  return false;
}

/** Whether `el` is such a picture. */
export function isAvatar(el: Element, tiles: boolean): boolean {
  if ((el.textContent ?? "").trim().length > 2) return false;
  const called = ["alt", "aria-label", "class"].map((attribute) => attributeOf(el, attribute)).join(" ");
  if (/头像|avatar/i.test(called)) return el.checkVisibility();
  const { width, height } = el.getBoundingClientRect();
  const square = width >= 18 && width <= 96 && Math.abs(width - height) <= 4;
  if (!square || el.localName === "img") return square;
  const { borderRadius, backgroundColor } = getComputedStyle(el);
  const isTile = tiles && !CLEAR.test(backgroundColor);
  return isTile || Number.parseFloat(borderRadius) >= Math.min(width / 2, 50) - 1;
}
