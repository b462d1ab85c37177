import { attributeOf, own, parentOf } from "./genuine";
import { SCALE_WORDS, UNIT_WORDS } from "./unit-words";
import { type WrittenAt, writtenAt } from "./writing-rules";

/** What a page writes by its style alone: `::before { content: "¥" }`, `::after { content: attr(data-label) }`. */
export interface Written {
  readonly before: string;
  readonly after: string;
  /** Instead of `before` or `after`, digits that go on in the element's own text or come from there: 215, and 880. */
  readonly head: string;
  readonly tail: string;
}

const NOTHING: Written = { before: "", after: "", head: "", tail: "" };
const STRINGS = /"((?:[^"\\]|\\.)*)"/g;
/**
 * Words, figures, units, and the hearts and thumbs that name a count; icons of a font, bullets and colons say nothing that
 * a reader needs.
 */
const SAYS = /[㐀-鿿\d%％‰¥￥▲▼△▽↑↓♡♥❤]|\ud83d\udc4d|^[+\-.,kKwW]$/;
/** A piece of a number. */
const DIGITS = new RegExp(`^[¥￥+-]?[\\d.,]+(?:${SCALE_WORDS})?(?:${UNIT_WORDS})?$`);
/** Px between two pieces of one number. */
const TOUCHING = 2;
/** What belongs to the figure it stands at. */
const PART = new RegExp(`^\\s*(?:[¥￥+\\-▲▼△▽↑↓‰kKwW]|(?:${SCALE_WORDS})?(?:${UNIT_WORDS})?)\\s*$`);
const LONGEST = 40;
/** Cards and columns told apart by their place (:nth-child) are a few; rows are many. */
const MOST_PLACES = 8;
/** More than this is not one figure with its unit, be it set digit by digit. */
const MOST_CHILDREN = 16;

export const isPartOfFigure = (text: string): boolean => PART.test(text);
export const isDigits = (text: string): boolean => DIGITS.test(text);

/**
 * Texts of pseudo-elements. Asking for their style is dear: what is of one kind with an element without any, at the same
 * place among its like, is not asked.
 */
export class Generated {
  private readonly without = new Set<string>();
  private readonly rules = new Map<Document | ShadowRoot, WrittenAt>();
  /** A root met for the first time: its sheets are to be looked through before more of its elements are. */
  unread: Document | ShadowRoot | null = null;

  *learn(): Generator<void, void, void> {
    if (this.unread) this.rules.set(this.unread, yield* writtenAt(this.unread, SAYS));
    this.unread = null;
  }

  of(el: Element): Written {
    if (!this.mayBe(el) || own(el, "childNodes").length > MOST_CHILDREN) return NOTHING;
    const around = parentOf(el);
    const kind = `${kindOf(el)}${placeOf(el)} ${around ? `${placeOf(around)}${attributeOf(around, "class") ?? ""}` : ""}`;
    if (this.without.has(kind)) return NOTHING;
    const [before, after] = [textOf(el, "::before"), textOf(el, "::after")];
    if (before === null && after === null) this.without.add(kind);
    if (!before && !after) return NOTHING;
    const head = before && runsOn(el, before, "Right") ? before.text : "";
    const tail = after && runsOn(el, after, "Left") ? after.text : "";
    return { before: head ? "" : (before?.text ?? ""), after: tail ? "" : (after?.text ?? ""), head, tail };
  }

  /** Whether a rule of the root that `el` stands in may write there. */
  private mayBe(el: Element): boolean {
    // Rules of a shadow root reach its host and what is put in its slots, and those around it its parts.
    if (own(el, "shadowRoot") || el.assignedSlot || el.hasAttribute("part")) return true;
    const root = el.getRootNode() as Document | ShadowRoot;
    const at = this.rules.get(root);
    if (at === undefined) this.unread = root;
    return at == null || (at !== "" && el.matches(at));
  }
}

function kindOf(el: Element): string {
  const column = (el as Partial<HTMLTableCellElement>).cellIndex ?? "";
  return `${el.localName} ${attributeOf(el, "class") ?? ""} ${own(el, "attributes").length} ${column} ${el.firstElementChild === null}`;
}

/** Which child of its parent an element is; further on, styles tell no more of them apart. */
function placeOf(el: Element): number {
  let place = 0;
  for (let at = own(el, "previousElementSibling"); at && place < MOST_PLACES; at = own(at, "previousElementSibling"))
    place++;
  return place;
}

interface Pseudo {
  readonly text: string;
  readonly style: CSSStyleDeclaration;
}

/** Null when there is no such pseudo-element; undefined when nothing of it that a reader needs can be seen. */
function textOf(el: Element, which: "::before" | "::after"): Pseudo | null | undefined {
  const style = getComputedStyle(el, which);
  const { content } = style;
  if (content === "none" || content === "normal") return null;
  const { display, visibility, opacity, fontSize } = style;
  const spoken = content.replace(/" \/ ".*$/, '"');
  const text = [...spoken.matchAll(STRINGS)].map(([, said = ""]) => said).join("");
  const isSeen = display !== "none" && visibility === "visible" && Number(opacity) > 0;
  return isSeen && text.length <= LONGEST && SAYS.test(text) && Number.parseFloat(fontSize) > 1
    ? { text, style }
    : undefined;
}

/** Whether digits stand in the line of the element's own, with nothing between on that `side` and in the same print. */
function runsOn(el: Element, { text, style }: Pseudo, side: "Left" | "Right"): boolean {
  if (!isDigits(text)) return false;
  const own = getComputedStyle(el);
  const inRow = isRow(own);
  const gaps = [style[`margin${side}`], style[`padding${side}`], inRow ? own.columnGap : ""];
  return (
    /static|relative/.test(style.position) &&
    style.float === "none" &&
    (inRow || /^inline/.test(style.display)) &&
    gaps.every((gap) => !(Number.parseFloat(gap) > TOUCHING)) &&
    (style.fontSize === own.fontSize || /^[.,]|[.,]$/.test(text))
  );
}

const isRow = ({ display, flexDirection }: CSSStyleDeclaration): boolean =>
  /flex$/.test(display) && flexDirection === "row";

/** No box between `el` and `around` begins a line of its own. */
export function isInLine(el: Element, around: Element): boolean {
  for (let at = el; at !== around; at = at.parentElement) {
    if (!at.parentElement) return false;
    if (!/^inline|^contents/.test(getComputedStyle(at).display) && !isRow(getComputedStyle(at.parentElement)))
      return false;
  }
  return true;
}
