import type { Layout } from "./layout";
import type { Report } from "./report";
import type { Token } from "./tokens";

/** Boxes looked through for a ground. */
const DEEPEST = 16;
/** Paints nothing. */
export const CLEAR = /^transparent$|^rgba\(.*, 0\)$/;
/** Less than this, of 1, is no ink to the eye. */
const FAINT = 0.05;
/** Colours no further apart than this, of 255, are one. */
const ALIKE = 8;
/** Px of blur that leave nothing to be read. */
const BLURRED = 6;

/** What a box paints, how it is laid out, and how much of what it holds it lets be seen, of 1. */
interface Ground extends Pick<CSSStyleDeclaration, "backgroundColor" | "backgroundImage" | "position"> {
  readonly sheer: number;
  /** Its back is not shown. */
  readonly backless: boolean;
}

/** Figures of a page have most of the boxes around them in common. */
type Grounds = Map<Element, Ground>;

/** Takes back the readings that nobody sees. */
export function* dropInkless(layout: Layout, report: Report): Generator<void, void, void> {
  const grounds: Grounds = new Map();
  const unseen = new Set<number>();
  for (const { token } of report.drafts) {
    yield;
    const figure = layout.at(token);
    if (isVeiled(layout, figure, grounds) || isInkless(layout, figure, grounds) || isCovered(figure)) unseen.add(token);
  }
  report.drop(({ token }) => unseen.has(token));
}

/** The boxes around it leave next to nothing of it to be seen, or show their back. */
function isVeiled(layout: Layout, { el }: Token, grounds: Grounds): boolean {
  let sheer = 1;
  for (const at of layout.ancestors(el)) {
    const ground = groundOf(at, grounds);
    sheer *= ground.sheer;
    if (sheer < FAINT || (ground.backless && isTurned(at))) return true;
  }
  return false;
}

/** Turned round by itself or by those it is turned with. */
function isTurned(el: Element): boolean {
  let turned = false;
  for (let at: Element | null = el; at; at = at.parentElement) {
    const { transform, transformStyle } = getComputedStyle(at);
    if (at !== el && transformStyle !== "preserve-3d") break;
    if (transform !== "none" && new DOMMatrix(transform).m33 < 0) turned = !turned;
  }
  return turned;
}

/**
 * Printed in no colour, or in that of its ground: nobody sees it. A ground that is a picture, or a box behind it that is
 * not around it, may make it seen.
 */
function isInkless(layout: Layout, { el, box }: Token, grounds: Grounds): boolean {
  const ink = inkOf(el);
  if (ink === null) return false;
  if (densityOf(ink) < FAINT) return true;
  let depth = 0;
  for (const at of layout.ancestors(el)) {
    if (++depth > DEEPEST) return false;
    const { backgroundColor, backgroundImage, position } = groundOf(at, grounds);
    if (backgroundImage !== "none" || (position === "absolute" && CLEAR.test(backgroundColor))) return false;
    if (!CLEAR.test(backgroundColor)) return isAlike(backgroundColor, ink) && !isOverOther(el, box);
  }
  return isAlike(WHITE, ink) && !isOverOther(el, box);
}

/** The colour of an element's text; null where a picture shines through it. */
function inkOf(el: Element): string | null {
  const style = getComputedStyle(el);
  if ("ownerSVGElement" in el) {
    const drawn = style.fill === "none" || Number(style.fillOpacity) < FAINT ? style.stroke : style.fill;
    return drawn === "none" ? "transparent" : null;
  }
  const ink = style.webkitTextFillColor || style.color;
  const { backgroundClip, backgroundColor, backgroundImage } = style;
  const shines = backgroundImage !== "none" || !(CLEAR.test(backgroundColor) || isAlike(backgroundColor, WHITE));
  return CLEAR.test(ink) && /text/.test(backgroundClip) && shines ? null : ink;
}

const WHITE = "rgb(255, 255, 255)";

/** How much of what is under it a colour covers, of 1. */
const densityOf = (colour: string): number =>
  colour === "transparent" ? 0 : Number(/(?:^rgba.*,|\/)\s*([\d.]+)\)$/.exec(colour)?.[1] ?? 1);

function isAlike(a: string, b: string): boolean {
  const [one, two] = [a, b].map((colour) => (/^rgb/.test(colour) ? colour.match(/\d+/g) : null));
  return [0, 1, 2].every((k) => Math.abs(Number(one?.[k]) - Number(two?.[k])) <= ALIKE);
}

function groundOf(el: Element, grounds: Grounds): Ground {
  const known = grounds.get(el);
  if (known) return known;
  const { backgroundColor, backgroundImage, position, opacity, filter, maskImage, backfaceVisibility } =
    getComputedStyle(el);
  const blur = Number(/blur\(([\d.]+)px/.exec(filter)?.[1] ?? 0);
  const inks = maskImage.match(/rgba?\([^)]*\)/g) ?? [];
  const masked = /^linear|^radial/.test(maskImage) && inks.length > 0 && inks.every((ink) => CLEAR.test(ink));
  const sheer = blur > BLURRED || masked ? 0 : Number(opacity) * Number(/opacity\(([\d.]+)/.exec(filter)?.[1] ?? 1);
  const ground = { backgroundColor, backgroundImage, position, sheer, backless: backfaceVisibility === "hidden" };
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

/** A box of its own card that lets nothing through lies over it; what is over the page or stays while it is scrolled is not. */
function isCovered({ el, box: { l, t, r, b } }: Token): boolean {
  if (el.ownerDocument !== document || !el.isConnected) return false;
  const root = el.getRootNode() as Document | ShadowRoot;
  const [x, y] = [(l + r) / 2, (t + b) / 2];
  const card = el.parentElement?.parentElement;
  const isOver = (at: Element | null): boolean => !!at && !at.contains(el) && !el.contains(at) && !!card?.contains(at);
  const stays = (at: Element | null): boolean =>
    !!at && at !== card && (/sticky|fixed/.test(getComputedStyle(at).position) || stays(at.parentElement));
  if (!isOver(root.elementFromPoint(x, y))) return false;
  const there = root.elementsFromPoint(x, y);
  return there.slice(0, Math.max(0, there.indexOf(el))).some((over) => {
    if (!isOver(over)) return false;
    const { backgroundColor, opacity } = getComputedStyle(over);
    return densityOf(backgroundColor) === 1 && Number(opacity) === 1 && !stays(over);
  });
}
