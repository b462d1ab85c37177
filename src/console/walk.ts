import { type Area, areaOf } from "./area";
import { frameDocument, inSight, kidsOf, textAt } from "./children";
import { wholeOf } from "./cut-short";
import { saidIn } from "./drawing";
import { Generated, isDigits, isInLine, isPartOfFigure } from "./generated";
import { attributeOf, bodyOf, own } from "./genuine";
import { parseShown } from "./numbers";
import { parseMonth, parsePeriod } from "./periods";
import { seen } from "./plain-text";
import type { Sheet, Token } from "./tokens";
import { around, type Box, fontSize, hasMoreBelow, isColumn, Sight } from "./visible";

/** They hold no text that is on show, or show what they hold in ways of their own. */
const SKIP = /^(script|style|template|noscript|head|option|audio|video|object|embed)$/;
const BUSY_CLASS = /(^|[-_ ])(loading|spinner|skeleton|spin-spinning)$/i;
const LOGIN_FRAME = /login-for-iframe|\/qrconnect/;
/** Of what stands in fields only a picker's dates are looked at. */
const PICKED_DAY = /^20\d{2}\D(\d{1,2}|Q[1-4]|第.季)/i;
/** 下一页, of an arrow. */
const NEXT = /^(下一页|next page)$/i;

/** A user's own picture is among them. */
const FIRST_PICTURES = 8;
/** Px that a frame is larger than which shows something. */
const FRAME = 8;

/**
 * Everything visible of `doc`, with what the walk noticed on its way. A generator, so that the caller can spread a long page
 * over many short slices. `isLabel`: whether a text is a label of the dictionary.
 */
export function* walk(doc: Document, isLabel: (text: string) => boolean): Generator<void, Sheet, void> {
  const walker = new Walker(doc, isLabel);
  const { sheet } = walker;
  const body = bodyOf(doc);
  if (!body) return sheet;
  const sight = new Sight(doc, 0, 0);
  yield* walker.over(body, sight);
  yield* writeOut(sheet.tokens);
  const scroller = doc.scrollingElement;
  sheet.scrollable = sight.scrollable || (!!scroller && hasMoreBelow(scroller));
  return sheet;
}

/** Puts what is written in the place of texts that are cut short. */
function* writeOut(tokens: Token[]): Generator<void, void, void> {
  for (const [i, token] of tokens.entries()) {
    if (i % 256 === 255) yield;
    const { text, el, icon } = token;
    const whole = icon ? text : wholeOf(text, el);
    if (whole !== text) tokens[i] = { ...token, text: whole, cut: text };
  }
}

/** An element whose children are being walked. */
interface Visit {
  readonly el: Element;
  readonly kids: readonly (Node | string)[];
  /** The child that comes next. */
  at: number;
  /** The first token that may be its. */
  readonly lo: number;
  readonly sight: Sight;
  readonly area: Area;
  readonly busy: boolean;
  /** What its style writes at its text's two ends; before, until it is taken. */
  before: string;
  readonly after: string;
  /** Digits that its style writes behind all that it holds. */
  readonly tail: string;
}

class Walker {
  readonly sheet: Sheet;
  private readonly stack: Visit[] = [];
  private readonly generated = new Generated();
  /** White space stood behind the last text. */
  private spaced = false;
  /** The text just read, while nothing but text has followed it: frameworks make several nodes of one text. */
  private open: { readonly raw: string; readonly visit: Visit } | null = null;
  /** Digits that a style wrote, until what they begin is read. */
  private ahead: { readonly text: string; readonly visit: Visit } | null = null;

  constructor(
    doc: Document,
    private readonly isLabel: (text: string) => boolean,
  ) {
    this.sheet = {
      tokens: [],
      spans: new Map(),
      roots: new Set([doc]),
      busy: [],
      unfilled: false,
      canvas: 0,
      sealed: 0,
      loginForm: false,
      captcha: false,
      editor: false,
      scrollable: false,
      frames: new Map(),
      next: [],
      pictures: [],
    };
  }

  *over(body: Element, sight: Sight): Generator<void, void, void> {
    this.stack.push(this.enter(body, sight, "page"));
    let steps = 0;
    for (let top = this.stack.at(-1); top; top = this.stack.at(-1)) {
      if (this.generated.unread) yield* this.generated.learn();
      const kid = top.kids[top.at++];
      if (kid === undefined) {
        this.stack.pop();
        this.leave(top);
        continue;
      }
      if (++steps % 64 === 0) yield;
      const written = textAt(kid);
      if (written !== null) this.readText(kid, written, top);
      else if (own(kid as Element, "nodeType") === Node.ELEMENT_NODE) this.visit(kid as Element, top);
    }
  }

  private enter(el: Element, sight: Sight, area: Area): Visit {
    const { sheet } = this;
    const shadow = own(el, "shadowRoot");
    if (shadow) sheet.roots.add(shadow);
    const busy =
      attributeOf(el, "aria-busy") === "true" ||
      attributeOf(el, "role") === "progressbar" ||
      BUSY_CLASS.test(attributeOf(el, "class") ?? "");
    const { head, before, after, tail } = this.generated.of(el);
    const kids = inSight(el, kidsOf(el));
    const visit = { el, kids, at: 0, lo: sheet.tokens.length, sight, area, busy, before, after, tail };
    if (head) this.ahead = { text: this.begun(head, el) + head, visit };
    // A unit goes to the text that begins with it; a word stands before what the element holds.
    if (before && !(/\S/.test(textAt(kids[0]) ?? "") && isPartOfFigure(before))) {
      this.write(before, visit, null, "::before");
      visit.before = "";
    }
    return visit;
  }

  private visit(el: Element, parent: Visit): void {
    const { sheet } = this;
    this.open = null;
    if (el.localName === "br") this.spaced = true;
    if (this.showsByItself(el, parent)) return;
    const { sight } = parent;
    const visit = this.enter(el, sight, areaOf(el, parent.area));
    // An element of the page's own making that shows something and holds nothing: its shadow root is closed.
    if (visit.kids.length === 0 && el.localName.includes("-") && (el.shadowRoot || !el.hasChildNodes())) {
      const box = sight.boxOf(el);
      if (box) sheet.sealed += sizeOf(box);
    }
    this.readName(el, visit);
    if (el.localName === "svg") this.stack.push({ ...visit, kids: saidIn(el, this.isLabel) });
    else if (el.localName !== "img") this.stack.push(visit);
  }

  private leave(visit: Visit): void {
    const { sheet, open } = this;
    const { el, lo, after, busy, sight } = visit;
    this.writeTail(visit);
    const last = sheet.tokens.at(-1);
    if (after && open?.visit === visit && last && isPartOfFigure(after))
      sheet.tokens[last.i] = { ...last, text: seen(open.raw + after) };
    else if (after) this.write(after, visit, last && last.i >= lo ? last : null);
    this.open = null;
    const hi = sheet.tokens.length;
    if (hi > lo) {
      sheet.spans.set(el, [lo, hi]);
      const frame = sheet.frames.get(el.ownerDocument);
      if (frame && el === bodyOf(el.ownerDocument)) sheet.spans.set(frame, [lo, hi]);
    }
    const box = busy && hi - lo <= 1 ? sight.boxOf(el) : null;
    if (!box) return;
    sheet.busy.push(box);
    if (/skeleton$/i.test(attributeOf(el, "class") ?? "")) sheet.unfilled = true;
  }

  /** A text node, or a text in place of one: a token of its own, or what goes on with the one before. */
  private readText(node: Node | string, written: string, visit: Visit): void {
    const { el, sight, area } = visit;
    const { tokens } = this.sheet;
    const rolled = isColumn(written) ? sight.letterInSight(el) : null;
    const raw = rolled?.letter ?? written;
    const whole = typeof node === "string" ? el : node;
    const drawn = rolled?.box ?? (/\S/.test(raw) ? sight.boxOfText(whole, el) : null);
    // On its way from one digit to the next it is no number.
    const isMoving = drawn && !rolled && isColumn(raw) && drawn.b - drawn.t > drawn.r - drawn.l;
    const box = isMoving ? null : drawn;
    const last = tokens.at(-1);
    if (this.open?.visit === visit && last) {
      this.open = { raw: this.open.raw + raw, visit };
      tokens[last.i] = { ...last, text: seen(this.open.raw), box: box ? around(last.box, box) : last.box };
    } else if (box && seen(raw) !== "") {
      this.spaced ||= /^\s/.test(raw);
      const text = this.begun(raw, el) + visit.before + raw;
      visit.before = "";
      this.push(seen(text), el, box, false, area);
      this.open = { raw: text, visit };
    } else this.spaced ||= raw !== "" && !/\S/.test(raw);
    if (this.open) this.spaced = /\s$/.test(raw);
  }

  private push(text: string, el: Element, box: Box, icon: boolean, area: Area): void {
    this.begun("", el);
    const { tokens } = this.sheet;
    const { spaced } = this;
    this.spaced = false;
    const i = tokens.length;
    tokens.push({ i, text, el, box, spaced, icon, area, label: null, shown: null, trend: false, partOf: null });
  }

  /** What a style wrote before `raw`, a text of `el`, where that goes on with it; else it stands for itself. */
  private begun(raw: string, el: Element): string {
    const before = this.ahead;
    this.ahead = null;
    if (before && /^\p{Cf}*[\p{Nd}.,]/u.test(raw) && isInLine(el, before.visit.el)) return before.text;
    if (before) this.write(before.text, before.visit, null);
    return "";
  }

  private writeTail(visit: Visit): void {
    const { el, lo, tail } = visit;
    const { tokens } = this.sheet;
    const last = tokens.at(-1);
    const isOwn = last && last.i >= lo;
    if (this.ahead?.visit === visit) {
      const whole = this.ahead.text + tail;
      this.ahead = null;
      this.write(whole, visit, null);
    } else if (tail && isOwn && /[\p{Nd}.,]$/u.test(last.text) && !this.spaced && isInLine(last.el, el)) {
      const box = { ...last.box, r: last.box.r + widthOf(tail, el) };
      if (/\d/.test(tail)) tokens[last.i] = { ...last, box, text: last.text + tail };
      else this.write(tail, visit, last);
    } else if (/\d/.test(tail)) this.write(tail, visit, isOwn ? last : null);
  }

  /** A text that the style of an element writes, behind `last` or at the element's beginning. */
  private write(text: string, { el, sight, area }: Visit, last: Token | null, which = last ? "::after" : ""): void {
    const isFigure =
      isPartOfFigure(text) || (isDigits(text) && (/\d/.test(text) || last !== null)) || parseShown(text) !== null;
    const whole = isFigure || this.isLabel(text) ? sight.boxOf(el) : null;
    if (!whole) return;
    const width = widthOf(text, el);
    const { t, b } = last?.box ?? whole;
    const l = last?.box.r ?? whole.l;
    // Smaller print than the element's own: what was before, 万.
    const less = which ? (b - t) * Math.max(0, 1 - fontSize(el, which) / fontSize(el)) : 0;
    const box = { l, t: t + less, r: last ? l + width : Math.min(whole.r, l + width), b };
    this.push(seen(text), el, box, !isFigure, area);
  }

  /** Whether an element shows something without holding text, or nothing at all: there is nothing to go into. */
  private showsByItself(el: Element, { sight, area }: Visit): boolean {
    const { sheet } = this;
    switch (el.localName) {
      case "select":
        this.readSelect(el as HTMLSelectElement, sight, area);
        return true;
      case "input":
        this.readInput(el as HTMLInputElement, sight, area);
        return true;
      case "textarea":
        if (sight.boxOf(el)) sheet.editor = true;
        return true;
      case "canvas": {
        const box = sight.boxOf(el);
        if (box) sheet.canvas += sizeOf(box);
        return true;
      }
      case "iframe":
        this.enterFrame(el, sight, area);
        return true;
    }
    if (SKIP.test(el.localName)) return true;
    const editable = attributeOf(el, "contenteditable");
    if (editable === null || editable === "false" || isFigureInCell(el, el.textContent)) return false;
    if (sight.isShown(el)) sheet.editor = true;
    return true;
  }

  private readSelect(el: HTMLSelectElement, sight: Sight, area: Area): void {
    const chosen = seen(el.selectedOptions[0]?.text ?? "");
    const box = chosen ? sight.boxOf(el) : null;
    // A period is said of the figures; anything else is chosen, as an entry of a menu is.
    const isSaid = area !== "page" || parsePeriod(chosen) || parseMonth(chosen);
    if (box) this.push(chosen, el, box, false, isSaid ? area : "nav");
  }

  /** A picker's dates and periods, and a list's figures that can be changed; nothing else that stands in fields. */
  private readInput(el: HTMLInputElement, sight: Sight, area: Area): void {
    const { type, value, placeholder } = el;
    const box = /^(password|text|number)$/.test(type) ? sight.boxOf(el) : null;
    if (!box) return;
    if (type === "password") this.sheet.loginForm = true;
    else if (isFigureInCell(el, value) || PICKED_DAY.test(value) || parsePeriod(value))
      this.push(seen(value), el, box, false, area);
    else if (placeholder) this.sheet.editor = true;
  }

  private enterFrame(el: Element, sight: Sight, area: Area): void {
    const { sheet } = this;
    const box = sight.boxOf(el);
    if (!box || box.r - box.l <= FRAME || box.b - box.t <= FRAME) return;
    const source = attributeOf(el, "src") ?? "";
    if (LOGIN_FRAME.test(source)) sheet.loginForm = true;
    if (/captcha/i.test(source)) sheet.captcha = true;
    const inner = frameDocument(el);
    if (!inner) sheet.sealed += sizeOf(box);
    const body = inner && bodyOf(inner);
    if (!body) return;
    sheet.roots.add(inner);
    sheet.frames.set(inner, el);
    const { left, top } = el.getBoundingClientRect();
    const within = new Sight(inner, sight.dx + left + el.clientLeft, sight.dy + top + el.clientTop);
    this.stack.push(this.enter(body, within, area));
  }

  /** The name of an icon, or of a box around a bare number, when that name is a label. */
  private readName(el: Element, { sight, area }: Visit): void {
    const { sheet } = this;
    const [label, title] = [attributeOf(el, "aria-label"), attributeOf(el, "title")];
    if ((label && NEXT.test(label)) || (title && NEXT.test(title))) sheet.next.push(el);
    if (el.localName === "img" && sheet.pictures.length < FIRST_PICTURES && attributeOf(el, "alt"))
      sheet.pictures.push(el);
    const name = label ?? title ?? attributeOf(el, "alt") ?? svgTitle(el);
    if (!name || !this.isLabel(name)) return;
    if (seen(own(el, "textContent") ?? "").includes(seen(name)) && el.localName !== "svg") return;
    const box =
      sight.boxOf(el) ?? (sight.isShown(el) && el.textContent === "" ? sight.boxOf(el.parentElement ?? el) : null);
    if (box) this.push(seen(name), el, box, true, area);
  }
}

/** A table's figure that can be changed where it stands. */
const isFigureInCell = (el: Element, text: string | null): boolean =>
  el.closest("td,[role=cell],[role=gridcell]") !== null &&
  el.closest("thead") === null &&
  parseShown(text ?? "")?.kind === "number";

/** About how wide a text of `el` is, px. */
function widthOf(text: string, el: Element): number {
  const print = fontSize(el);
  return [...text].reduce((sum, each) => sum + (/[.,]/.test(each) ? 0.3 : /[\d+\-%]/.test(each) ? 0.6 : 1) * print, 0);
}

/** Square px. */
const sizeOf = ({ l, t, r, b }: Box): number => (r - l) * (b - t);

const svgTitle = (el: Element): string | null =>
  el.localName === "svg" ? (el.querySelector("title")?.textContent ?? null) : null;
