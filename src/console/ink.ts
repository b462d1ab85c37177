import type { Layout } from "./layout";
import type { Report } from "./report";
import type { Token } from "./tokens";

/** Boxes looked through for a ground. */
const DEEPEST = 16;
/** Paints nothing. */
export const CLEAR = /^transparent$|^rgba\(.*, 0\)$/;

/** What a box paints, and where it lies; figures of a page have most of the boxes around them in common. */
type Grounds = Map<Element, Pick<CSSStyleDeclaration, "backgroundColor" | "backgroundImage" | "position">>;

/** Takes back the readings that nobody sees. */
export function* dropInkless(layout: Layout, report: Report): Generator<void, void, void> {
  const grounds: Grounds = new Map();
  const unseen = new Set<number>();
  for (const { token } of report.drafts) {
    yield;
    if (isInkless(layout, layout.at(token), grounds)) unseen.add(token);
  }
  report.drop(({ token }) => unseen.has(token));
}

/**
 * Printed in no colour, or in that of its ground: nobody sees it. A ground that is a picture, or a box behind it that is
 * not around it, may make it seen.
 */
function isInkless(layout: Layout, { el, box }: Token, grounds: Grounds): boolean {
  const style = getComputedStyle(el);
  const ink = style.webkitTextFillColor || style.color;
  if (CLEAR.test(ink)) return !/text/.test(style.backgroundClip);
  let depth = 0;
  for (const at of layout.ancestors(el)) {
    if (++depth > DEEPEST) return false;
    const { backgroundColor, backgroundImage, position } = grounds.get(at) ?? groundOf(at, grounds);
    if (backgroundImage !== "none" || (position === "absolute" && CLEAR.test(backgroundColor))) return false;
    if (!CLEAR.test(backgroundColor)) return backgroundColor === ink && !isOverOther(el, box);
  }
  return ink === "rgb(255, 255, 255)" && !isOverOther(el, box);
}

function groundOf(el: Element, grounds: Grounds) {
  const { backgroundColor, backgroundImage, position } = getComputedStyle(el);
  const ground = { backgroundColor, backgroundImage, position };
  grounds.set(el, ground);
  return ground;
}

/** Something else is drawn there, under it. */
function isOverOther(el: Element, { l, t, r, b }: Token["box"]): boolean {
  const [x, y] = [(l + r) / 2, (t + b) / 2];
  const under = el.ownerDocument.elementsFromPoint(x, y);
  // Off the window, or in a frame of its own: it cannot be told.
  return (
    under.length === 0 || under.some((at) => !at.contains(el) && !el.contains(at) && !(at.shadowRoot && at === el))
  );
}
