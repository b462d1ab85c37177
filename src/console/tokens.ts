import { type Area, areaOf } from "./area";
import { frameDocument, inSight, kidsOf, textAt } from "./children";
import { wholeOf } from "./cut-short";
import { saidIn } from "./drawing";
import { Generated, isDigits, isInLine, isPartOfFigure } from "./generated";
import { attributeOf, bodyOf, own } from "./genuine";
import type { LabelHit } from "./labels";
import { parseShown, type Shown } from "./numbers";
import { parseMonth, parsePeriod } from "./periods";
import { seen } from "./plain-text";
import { around, type Box, fontSize, isColumn, Sight } from "./visible";

/** One text a person sees, in reading order. */
export interface Token {
  readonly i: number;
  readonly text: string;
  /** What is written of it, where that was cut short. */
  readonly cut?: string;
  readonly el: Element;
  readonly box: Box;
  /** White space stood between this text and the one before. */
  readonly spaced: boolean;
  /** From aria-label, title or alt of an icon rather than from text. */
  readonly icon: boolean;
  /** A tab turns out to be a card by what it says. */
  area: Area;
  // Filled by understand(): what the text means.
  label: LabelHit | null;
  shown: Shown | null;
  /** What a text that is label and value in one says in words. */
  words?: string;
  /** A change against another period (较前日 +12%), never a value of its own. */
  trend: boolean;
  /** Index of the token that this one was read together with (1.2 | 万), when it is not that one. */
  partOf: number | null;
}

/** Everything visible, with what the walk noticed on its way. */
export interface Sheet {
  readonly tokens: Token[];
  /** Half-open token range of each element that holds any. */
  readonly spans: Map<Element, readonly [number, number]>;
  readonly roots: Set<Node>;
  readonly busy: Box[];
  /** Boxes hold the place of what is to come. */
  unfilled: boolean;
  /** Square pixels of canvas. */
  canvas: number;
  /** Square pixels of what no script can look into: frames of other sites, closed shadow roots. */
  sealed: number;
  /** A password field or a log-in frame is on show. */
  loginForm: boolean;
  /** The frame of a captcha is on show. */
  captcha: boolean;
  /** A text field to write in is on show. */
  editor: boolean;
  /** Something on the page can be scrolled further down. */
  scrollable: boolean;
  readonly frames: Map<Document, Element>;
  /** Signs that lead to a next page. */
  readonly next: Element[];
  /** The page's first pictures that are called something. */
  readonly pictures: Element[];
}

const SKIP = /^(script|style|template|noscript|head|option|select|textarea|audio|video|object|embed)$/;
const BUSY_CLASS = /(^|[-_ ])(loading|spinner|skeleton|spin-spinning)$/i;

/** A user's own picture is among them. */
const FIRST_PICTURES = 8;
/** 下一页, of an arrow. */
const NEXT = /^(下一页|next page)$/i;

interface Frame {
  readonly el: Element;
  readonly kids: readonly (Node | string)[];
  at: number;
  readonly lo: number;
  readonly sight: Sight;
  readonly area: Area;
  readonly busy: boolean;
  /** What its style writes at its text's two ends; before, until it is taken. */
  before: string;
  readonly after: string;
  readonly tail: string;
}

/** Walks everything visible. A generator, so that the caller can spread a long page over many short slices. */
export function* walk(doc: Document, isLabel: (text: string) => boolean): Generator<void, Sheet, void> {
  const sheet: Sheet = {
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
  const body = bodyOf(doc);
  if (!body) return sheet;
  const sights = [new Sight(doc, 0, 0)];
  const generated = new Generated();
  const stack: Frame[] = [enter(body, sights[0] as Sight, "page")];
  let spaced = false;
  let steps = 0;
  /** The text just read, while nothing but text has followed it: frameworks make several nodes of one text. */
  let open = null as { readonly raw: string; readonly frame: Frame } | null;
  /** Digits that a style wrote, until what they begin is read. */
  let ahead = null as { readonly text: string; readonly frame: Frame } | null;

  function enter(el: Element, sight: Sight, area: Area): Frame {
    const shadow = own(el, "shadowRoot");
    if (shadow) sheet.roots.add(shadow);
    const busy =
      attributeOf(el, "aria-busy") === "true" ||
      attributeOf(el, "role") === "progressbar" ||
      BUSY_CLASS.test(attributeOf(el, "class") ?? "");
    const { head, before, after, tail } = generated.of(el);
    const kids = inSight(el, kidsOf(el));
    const frame = { el, kids, at: 0, lo: sheet.tokens.length, sight, area, busy, before, after, tail };
    if (head) ahead = { text: begun(head, el) + head, frame };
    // A unit goes to the text that begins with it; a word stands before what the element holds.
    if (before && !(/\S/.test(textAt(kids[0]) ?? "") && isPartOfFigure(before))) {
      write(before, frame, null, "::before");
      frame.before = "";
    }
    return frame;
  }

  /** What a style wrote before `raw`, a text of `el`, where that goes on with it; else it stands for itself. */
  function begun(raw: string, el: Element): string {
    const before = ahead;
    ahead = null;
    if (before && /^\p{Cf}*[\p{Nd}.,]/u.test(raw) && isInLine(el, before.frame.el)) return before.text;
    if (before) write(before.text, before.frame, null);
    return "";
  }

  /** Digits that the style of `frame`'s element writes behind all that it holds. */
  function end(frame: Frame): void {
    const { el, lo, tail } = frame;
    const last = sheet.tokens.at(-1);
    if (ahead?.frame === frame) {
      const whole = ahead.text + tail;
      ahead = null;
      write(whole, frame, null);
    } else if (tail && last && last.i >= lo && /[\p{Nd}.,]$/u.test(last.text) && !spaced && isInLine(last.el, el)) {
      const box = { ...last.box, r: last.box.r + widthOf(tail, el) };
      if (/\d/.test(tail)) sheet.tokens[last.i] = { ...last, box, text: last.text + tail };
      else write(tail, frame, last);
    } else if (/\d/.test(tail)) write(tail, frame, last && last.i >= lo ? last : null);
  }

  /** A text that the style of `frame`'s element writes, behind `last` or at the element's beginning. */
  function write(text: string, { el, sight, area }: Frame, last: Token | null, which = last ? "::after" : ""): void {
    const isFigure =
      isPartOfFigure(text) || (isDigits(text) && (/\d/.test(text) || last !== null)) || parseShown(text) !== null;
    const around = isFigure || isLabel(text) ? sight.boxOf(el) : null;
    if (!around) return;
    const width = widthOf(text, el);
    const { t, b } = last?.box ?? around;
    const l = last?.box.r ?? around.l;
    // Smaller print than the element's own: what was before, 万.
    const less = which ? (b - t) * Math.max(0, 1 - fontSize(el, which) / fontSize(el)) : 0;
    push(seen(text), el, { l, t: t + less, r: last ? l + width : Math.min(around.r, l + width), b }, !isFigure, area);
  }

  function push(text: string, el: Element, box: Box, icon: boolean, area: Area): void {
    begun("", el);
    sheet.tokens.push({
      i: sheet.tokens.length,
      text,
      el,
      box,
      spaced,
      icon,
      area,
      label: null,
      shown: null,
      trend: false,
      partOf: null,
    });
    spaced = false;
  }

  /** Things that show something without holding text. True when there is nothing to go into. */
  function leaf(el: Element, sight: Sight, area: Area): boolean {
    const tag = el.localName;
    if (SKIP.test(tag)) {
      if (tag === "textarea" && sight.boxOf(el)) sheet.editor = true;
      if (tag === "select") {
        const chosen = seen((el as HTMLSelectElement).selectedOptions[0]?.text ?? "");
        const box = chosen ? sight.boxOf(el) : null;
        // A period is said of the figures; anything else is chosen, as an entry of a menu is.
        const isSaid = area !== "page" || parsePeriod(chosen) || parseMonth(chosen);
        if (box) push(chosen, el, box, false, isSaid ? area : "nav");
      }
      return true;
    }
    if (tag === "input") {
      const input = el as HTMLInputElement;
      if (input.type === "password" && sight.boxOf(el)) sheet.loginForm = true;
      else if (/^(text|number)$/.test(input.type) && sight.boxOf(el)) {
        // Of what stands in fields only a picker's dates and periods are looked at, and a list's figures that can be changed.
        if (
          isFigureInCell(el, input.value) ||
          /^20\d{2}\D(\d{1,2}|Q[1-4]|第.季)/i.test(input.value) ||
          parsePeriod(input.value)
        )
          push(seen(input.value), el, sight.boxOf(el) as Box, false, area);
        else if (input.placeholder) sheet.editor = true;
      }
      return true;
    }
    if (tag === "canvas") {
      const box = sight.boxOf(el);
      if (box) sheet.canvas += sizeOf(box);
      return true;
    }
    if (tag === "iframe") {
      const box = sight.boxOf(el);
      if (box && box.r - box.l > 8 && box.b - box.t > 8) {
        const source = el.getAttribute("src") ?? "";
        if (/login-for-iframe|\/qrconnect/.test(source)) sheet.loginForm = true;
        if (/captcha/i.test(source)) sheet.captcha = true;
        const inner = frameDocument(el);
        if (!inner) sheet.sealed += sizeOf(box);
        const page = inner && bodyOf(inner);
        if (page) {
          sheet.roots.add(inner);
          sheet.frames.set(inner, el);
          const rect = el.getBoundingClientRect();
          stack.push(
            enter(
              page,
              new Sight(inner, sight.dx + rect.left + el.clientLeft, sight.dy + rect.top + el.clientTop),
              area,
            ),
          );
        }
      }
      return true;
    }
    if (
      el.hasAttribute("contenteditable") &&
      el.getAttribute("contenteditable") !== "false" &&
      !isFigureInCell(el, el.textContent)
    ) {
      if (sight.isShown(el)) sheet.editor = true;
      return true;
    }
    return false;
  }

  /** The name of an icon, or of a box around a bare number, when that name is a label. */
  function named(el: Element, sight: Sight, area: Area): void {
    const [label, title] = [attributeOf(el, "aria-label"), attributeOf(el, "title")];
    if ((label && NEXT.test(label)) || (title && NEXT.test(title))) sheet.next.push(el);
    if (el.localName === "img" && sheet.pictures.length < FIRST_PICTURES && attributeOf(el, "alt"))
      sheet.pictures.push(el);
    const name = label ?? title ?? attributeOf(el, "alt") ?? svgTitle(el);
    if (!name || !isLabel(name)) return;
    if (seen(own(el, "textContent") ?? "").includes(seen(name)) && el.localName !== "svg") return;
    const box =
      sight.boxOf(el) ?? (sight.isShown(el) && el.textContent === "" ? sight.boxOf(el.parentElement ?? el) : null);
    if (box) push(seen(name), el, box, true, area);
  }

  while (stack.length > 0) {
    if (generated.unread) yield* generated.learn();
    const top = stack[stack.length - 1] as Frame;
    const node = top.kids[top.at++];
    if (node === undefined) {
      stack.pop();
      end(top);
      const text = sheet.tokens.at(-1);
      if (top.after && open?.frame === top && text && isPartOfFigure(top.after))
        sheet.tokens[text.i] = { ...text, text: seen(open.raw + top.after) };
      else if (top.after) write(top.after, top, text && text.i >= top.lo ? text : null);
      open = null;
      const hi = sheet.tokens.length;
      if (hi > top.lo) {
        sheet.spans.set(top.el, [top.lo, hi]);
        const frame = sheet.frames.get(top.el.ownerDocument);
        if (frame && top.el === bodyOf(top.el.ownerDocument)) sheet.spans.set(frame, [top.lo, hi]);
      }
      if (top.busy && hi - top.lo <= 1) {
        const box = top.sight.boxOf(top.el);
        if (box) sheet.busy.push(box);
        if (box && /skeleton$/i.test(attributeOf(top.el, "class") ?? "")) sheet.unfilled = true;
      }
      continue;
    }
    if (++steps % 64 === 0) yield;
    const written = textAt(node);
    if (written !== null) {
      const whole = typeof node === "string" ? top.el : node;
      const rolled = isColumn(written) ? top.sight.letterInSight(top.el) : null;
      const raw = rolled?.letter ?? written;
      const drawn = rolled?.box ?? (/\S/.test(raw) ? top.sight.boxOfText(whole as Node, top.el) : null);
      // On its way from one digit to the next it is no number.
      const isMoving = drawn && !rolled && isColumn(raw) && drawn.b - drawn.t > drawn.r - drawn.l;
      const box = isMoving ? null : drawn;
      const last = sheet.tokens.at(-1);
      if (open?.frame === top && last) {
        open = { raw: open.raw + raw, frame: top };
        sheet.tokens[last.i] = { ...last, text: seen(open.raw), box: box ? around(last.box, box) : last.box };
      } else if (box && seen(raw) !== "") {
        spaced ||= /^\s/.test(raw);
        const text = begun(raw, top.el) + top.before + raw;
        top.before = "";
        push(seen(text), top.el, box, false, top.area);
        open = { raw: text, frame: top };
      } else spaced ||= raw !== "" && !/\S/.test(raw);
      if (open) spaced = /\s$/.test(raw);
      continue;
    }
    const el = node as Element;
    if (own(el, "nodeType") !== Node.ELEMENT_NODE) continue;
    open = null;
    if (el.localName === "br") spaced = true;
    if (leaf(el, top.sight, top.area)) continue;
    const frame = enter(el, top.sight, areaOf(el, top.area));
    // An element of the page's own making that shows something and holds nothing: its shadow root is closed.
    if (frame.kids.length === 0 && el.localName.includes("-") && (el.shadowRoot || !el.hasChildNodes())) {
      const box = top.sight.boxOf(el);
      if (box) sheet.sealed += sizeOf(box);
    }
    named(el, top.sight, frame.area);
    if (el.localName === "svg") stack.push({ ...frame, kids: saidIn(el, isLabel) });
    else if (el.localName !== "img") stack.push(frame);
  }
  for (const [i, token] of sheet.tokens.entries()) {
    if (i % 256 === 255) yield;
    const { text, el, icon } = token;
    const whole = icon ? text : wholeOf(text, el);
    if (whole !== text) sheet.tokens[i] = { ...token, text: whole, cut: text };
  }
  const scroller = doc.scrollingElement;
  sheet.scrollable =
    sights.some((sight) => sight.scrollable) || (!!scroller && scroller.scrollHeight > scroller.clientHeight + 40);
  return sheet;
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

const sizeOf = ({ l, t, r, b }: Box): number => (r - l) * (b - t);

const svgTitle = (el: Element): string | null =>
  el.localName === "svg" ? (el.querySelector("title")?.textContent ?? null) : null;
