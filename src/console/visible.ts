import { bodyOf, own, parentOf } from "./genuine";

/** What a person can see. Boxes are in the top page's coordinates. */
export interface Box {
  readonly l: number;
  readonly t: number;
  readonly r: number;
  readonly b: number;
}

/** A visitor keeps one of these per read: layout does not change while a slice runs. */
export class Sight {
  private readonly clips = new Map<Element, Box>();
  private readonly shown = new Map<Element, boolean>();
  private readonly range: Range;
  /** A box inside the page can be scrolled further down. */
  scrollable = false;

  /** `dx`, `dy`: where this document's viewport lies on the top page. */
  constructor(
    private readonly doc: Document,
    readonly dx: number,
    readonly dy: number,
  ) {
    this.range = doc.createRange();
  }

  /** Not display:none, visibility:hidden, opacity:0 or in a closed <details>, by its own or an ancestor's style. */
  isShown(el: Element): boolean {
    let known = this.shown.get(el);
    if (known === undefined) {
      known = el.checkVisibility(SEEN) || this.isSeenThrough(el);
      if (isAsked(el)) this.shown.set(el, known);
    }
    return known;
  }

  /** display:contents has no box of its own to be seen; what is in it has. */
  private isSeenThrough(el: Element): boolean {
    const style = this.doc.defaultView?.getComputedStyle(el);
    if (style?.display !== "contents" || style.visibility !== "visible") return false;
    const around = el.assignedSlot ?? outerOf(el);
    return around ? this.isShown(around) : false;
  }

  /** The box of a text node of `parent`, or of all its text; null when nothing of it can be seen or scrolled to. */
  boxOfText(node: Node, parent: Element): Box | null {
    if (!this.isShown(parent)) return null;
    this.range.selectNodeContents(node);
    const rect = this.range.getBoundingClientRect();
    return rect.height < SMALLEST ? null : this.seenBox(rect, parent);
  }

  /**
   * The one character of a text of `parent` that its box leaves to be seen: the digit that stands in the window of a counter
   * that rolls. Null where several are seen, or none.
   */
  letterInSight(parent: Element): { readonly letter: string; readonly box: Box } | null {
    if (!this.isShown(parent)) return null;
    let seen: { letter: string; box: Box } | null = null;
    for (let node = own(parent, "firstChild"); node; node = own(node, "nextSibling")) {
      const text = node.nodeType === Node.TEXT_NODE ? (node as Text).data : "";
      for (let at = 0; at < text.length; at++) {
        if (!/\S/.test(text.charAt(at))) continue;
        this.range.setStart(node, at);
        this.range.setEnd(node, at + 1);
        const box = this.seenBox(this.range.getBoundingClientRect(), parent);
        if (box && seen) return null;
        if (box) seen = { letter: text.charAt(at), box };
      }
    }
    return seen;
  }

  boxOf(el: Element): Box | null {
    return this.isShown(el) ? this.seenBox(el.getBoundingClientRect(), el.parentElement ?? el) : null;
  }

  private seenBox(rect: DOMRect, holder: Element): Box | null {
    if (rect.width < 1 || rect.height < 1) return null;
    const box = { l: rect.left + this.dx, t: rect.top + this.dy, r: rect.right + this.dx, b: rect.bottom + this.dy };
    const clip = this.clipOf(holder);
    const width = Math.min(box.r, clip.r) - Math.max(box.l, clip.l);
    const height = Math.min(box.b, clip.b) - Math.max(box.t, clip.t);
    return width >= 1 && height >= Math.min(LEGIBLE, (box.b - box.t) * 0.4) ? box : null;
  }

  /**
   * What the ancestors leave to be seen of `el`'s content. A box that hides its overflow cuts; one that scrolls lets
   * everything be reached, if it can be seen itself. Nothing can be scrolled to left of or above the page.
   */
  private clipOf(el: Element): Box {
    // From the nearest whose clip is known inwards, one by one: pages nest deeper than calls may.
    const path: Element[] = [];
    let at: Element | null = el;
    let clip: Box | undefined;
    for (; at && !clip; at = outerOf(at)) {
      clip = this.clips.get(at);
      if (!clip) path.push(at);
    }
    for (let k = path.length - 1; k >= 0; k--) clip = this.clipWithin(path[k] as Element, clip);
    return clip as Box;
  }

  /** What is left of `around`, the clip of what holds `el` (none: of the page), by `el` itself. */
  private clipWithin(el: Element, around: Box | undefined): Box {
    let clip = around ?? this.pageClip();
    const style = this.doc.defaultView?.getComputedStyle(el);
    const position = style?.position;
    // What stays where it is in the window is not scrolled to.
    if (position === "fixed") clip = { ...clip, l: Math.max(clip.l, this.dx), t: Math.max(clip.t, this.dy) };
    const isOff = /fixed|absolute/.test(position ?? "") && this.isBeside(el, position === "fixed");
    if (isOff || style?.contentVisibility === "hidden") clip = NOWHERE;
    // The root's and the body's overflow belong to the viewport.
    if (style && around && el.localName !== "body") {
      const { overflowX, overflowY } = style;
      const slides = scrolls(overflowX) || (cuts(overflowX) && this.slidesWithNeighbour(el));
      const shut = /paint|content|strict/.test(style.contain);
      const hidden = style.clipPath !== "none" || (/fixed|absolute/.test(position ?? "") && style.clip !== "auto");
      const cutsX = (cuts(overflowX) && !slides) || shut || hidden;
      const cutsY = cuts(overflowY) || shut || hidden || (scrolls(overflowY) && isRolled(el));
      if ((cutsX || cutsY || hidden || slides || scrolls(overflowY)) && style.display !== "contents") {
        const rect = el.getBoundingClientRect();
        const { l, t, r, b } = hidden ? shapeOf(style, rect) : { l: 0, t: 0, r: rect.width, b: rect.height };
        const [left, top] = [rect.left + this.dx, rect.top + this.dy];
        const box = { l: left + l, t: top + t, r: left + r, b: top + b };
        const empty = (cutsX && r - l <= (hidden ? 2 : 1)) || (cutsY && b - t <= (hidden ? 2 : 1));
        const reach = overlap(clip, box);
        if (scrolls(overflowY) && hasMoreBelow(el)) this.scrollable = true;
        if (empty || reach === null) clip = NOWHERE;
        else
          clip = {
            l: cutsX ? reach.l : clip.l,
            r: cutsX ? reach.r : clip.r,
            t: cutsY ? reach.t : clip.t,
            b: cutsY ? reach.b : clip.b,
          };
        // Of what begins at the other end all may be scrolled to.
        const turned =
          /reverse/.test(style.flexDirection) || style.direction === "rtl" || style.writingMode !== FORWARD;
        if (clip !== NOWHERE && slides)
          clip = { ...clip, l: turned || !scrolls(overflowX) ? -1e7 : box.l - el.scrollLeft, r: 1e7 };
        if (clip !== NOWHERE && scrolls(overflowY) && !cutsY)
          clip = { ...clip, t: turned ? -1e7 : box.t - el.scrollTop, b: 1e7 };
      }
    }
    if (isAsked(el)) this.clips.set(el, clip);
    return clip;
  }

  /** A table's header or totals in a box of their own, or around the body too, hide what is too wide, and move along when the body is scrolled. */
  private slidesWithNeighbour(el: Element): boolean {
    if (el.scrollWidth <= el.clientWidth) return false;
    return [...(el.parentElement?.children ?? []), ...el.children].some((neighbour) => {
      if (neighbour === el || Math.abs(neighbour.scrollWidth - el.scrollWidth) > SCROLLBAR) return false;
      return scrolls(this.doc.defaultView?.getComputedStyle(neighbour).overflowX ?? "");
    });
  }

  /** Wholly off the window, where nothing can be scrolled to: below or beside it where it stays in its place, beside it where the page does not scroll that way. */
  private isBeside(el: Element, fixed: boolean): boolean {
    const view = this.doc.defaultView;
    const { left, right, top, bottom } = el.getBoundingClientRect();
    if (!view || right <= left || bottom <= top) return false;
    const below = fixed && (top >= view.innerHeight || bottom <= 0);
    if (left < view.innerWidth && right > 0 && !below) return false;
    // In a box that is moved or filtered, what is fixed moves along with it.
    if (fixed) return (el as HTMLElement).offsetParent === null;
    const body = bodyOf(this.doc);
    for (let at = outerOf(el); at; at = outerOf(at)) {
      const { overflowX } = view.getComputedStyle(at);
      if (at === body || at === this.doc.documentElement ? cuts(overflowX) : scrolls(overflowX))
        return left >= view.innerWidth && cuts(overflowX);
    }
    return false;
  }

  private pageClip(): Box {
    const view = this.doc.defaultView;
    return { l: this.dx - (view?.scrollX ?? 0), t: this.dy - (view?.scrollY ?? 0), r: 1e7, b: 1e7 };
  }
}

/** 0 to 9 one under the other, from whichever on: a column of a counter, of which one is in its window. */
export const isColumn = (text: string): boolean =>
  text.length < LONGEST_COLUMN &&
  /^\s*\d/.test(text) &&
  /^\d*(0123456789|1234567890|9876543210|0987654321)\d*$/.test(text.replace(/\s+/g, ""));
const LONGEST_COLUMN = 200;
/** Px: a counter's window is no higher. */
const WINDOW = 120;

/** A column that is turned by scrolling it. */
const isRolled = (el: Element): boolean => el.clientHeight <= WINDOW && isColumn(own(el, "textContent") ?? "");

/** The element around, over a shadow root. */
const outerOf = (el: Element): Element | null => parentOf(el) ?? (el.getRootNode() as Partial<ShadowRoot>).host ?? null;

const SEEN = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
/** Of what holds no element it is asked once, and there are thousands in a table. */
const isAsked = (el: Element): boolean => own(el, "childElementCount") > 0 || el.localName === "slot";
/** Less of a line's height than this, px, is no text to the eye: what looks in from above and below in a box for one line. */
const LEGIBLE = 12;
/** Print that is no higher than this, px, is not read. */
const SMALLEST = 4;
/** The most that a scroll bar adds to a header over it, px. */
const SCROLLBAR = 24;
const FORWARD = "horizontal-tb";
const NOWHERE: Box = { l: 0, t: 0, r: 0, b: 0 };
const cuts = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
/** Px that a page's own padding may be longer than its window. */
const SLACK = 40;
export const hasMoreBelow = (el: Element): boolean => el.scrollHeight > el.clientHeight + SLACK;

const scrolls = (overflow: string): boolean => overflow === "auto" || overflow === "scroll" || overflow === "overlay";

function overlap(a: Box, b: Box): Box | null {
  const box = { l: Math.max(a.l, b.l), t: Math.max(a.t, b.t), r: Math.min(a.r, b.r), b: Math.min(a.b, b.b) };
  return box.r > box.l && box.b > box.t ? box : null;
}

/** What `clip` or `clip-path` leaves of a box, px from its corner: the box around a polygon, nothing of a circle without a radius. */
function shapeOf({ clip, clipPath }: CSSStyleDeclaration, { width, height }: DOMRect): Box {
  const [, shape = "", said = ""] = /(\w+)\(([^)]*?)(?: round .*)?\)/.exec(clipPath === "none" ? clip : clipPath) ?? [];
  const px = (part: string | undefined, whole: number): number =>
    (Number.parseFloat(part ?? "") || 0) * (part?.endsWith("%") ? whole / 100 : 1);
  const sides = said.split(/[,\s]+/);
  if (shape === "inset") {
    const [t, r = t, b = t, l = r] = sides;
    return { l: px(l, width), t: px(t, height), r: width - px(r, width), b: height - px(b, height) };
  }
  if (shape === "rect") {
    const end = (part: string | undefined, whole: number): number => (part === "auto" ? whole : px(part, whole));
    return { t: px(sides[0], height), r: end(sides[1], width), b: end(sides[2], height), l: px(sides[3], width) };
  }
  if (shape === "polygon") {
    const points = said
      .replace(/^\w+,/, "")
      .split(",")
      .map((point) => point.trim().split(" "));
    const [xs, ys] = [points.map(([x]) => px(x, width)), points.map(([, y]) => px(y, height))];
    return { l: Math.min(...xs), t: Math.min(...ys), r: Math.max(...xs), b: Math.max(...ys) };
  }
  const none =
    /^(circle|ellipse)$/.test(shape) &&
    sides.slice(0, shape === "circle" ? 1 : 2).some((each) => /^0(px|%)?$/.test(each));
  return none ? NOWHERE : { l: 0, t: 0, r: width, b: height };
}

/** The smallest box around both. */
export const around = (a: Box, b: Box): Box => ({
  l: Math.min(a.l, b.l),
  t: Math.min(a.t, b.t),
  r: Math.max(a.r, b.r),
  b: Math.max(a.b, b.b),
});

/** Share of the lower one's height that two boxes have in common, 0 to 1. */
export const lineOverlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.b, b.b) - Math.max(a.t, b.t)) / Math.max(1, Math.min(a.b - a.t, b.b - b.t));

/** Two texts of one line share more than half of their height. */
export const areInLine = (a: { readonly box: Box }, b: { readonly box: Box }): boolean =>
  lineOverlap(a.box, b.box) > 0.5;

/** Share of the narrower one's width that two boxes have in common. */
export const columnOverlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.r, b.r) - Math.max(a.l, b.l)) / Math.max(1, Math.min(a.r - a.l, b.r - b.l));

/** The print of an element, or of a text that its style writes, px. */
export const fontSize = (el: Element, which?: string): number =>
  Number.parseFloat(getComputedStyle(el, which).fontSize) || 14;

/** Size, weight and colour of what is written in an element. */
export const printOf = (el: Element): string => {
  const { fontSize, fontWeight, color } = getComputedStyle(el);
  return `${fontSize} ${fontWeight} ${color}`;
};
