import type { Layout } from "./layout";
import type { Token } from "./tokens";

/** Boxes looked through for a ground. */
const DEEPEST = 16;
/** Paints nothing. */
export const CLEAR = /^transparent$|^rgba\(.*, 0\)$/;

/**
 * Printed in no colour, or in that of its ground: nobody sees it. A ground that is a picture, or a box behind it that is
 * not around it, may make it seen.
 */
export function isInkless(layout: Layout, { el, box }: Token): boolean {
  const style = getComputedStyle(el);
  const ink = style.webkitTextFillColor || style.color;
  if (CLEAR.test(ink)) return !/text/.test(style.backgroundClip);
  let depth = 0;
  for (const at of layout.ancestors(el)) {
    if (++depth > DEEPEST) return false;
    const { backgroundColor, backgroundImage, position } = at === el ? style : getComputedStyle(at);
    if (backgroundImage !== "none" || (position === "absolute" && CLEAR.test(backgroundColor))) return false;
    if (!CLEAR.test(backgroundColor)) return backgroundColor === ink && !isOverOther(el, box);
  }
  return ink === "rgb(255, 255, 255)" && !isOverOther(el, box);
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
