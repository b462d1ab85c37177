import { walkerOf } from "./draft-dom";
import { type FieldText, Lines } from "./text-lines";

/**
 * The text of a contenteditable as the user sees it: lines by <br> and blocks, collapsed spaces once, hidden parts not at
 * all, zero-width characters kept. Walks without recursion, so depth is no limit.
 */
export function readEditable(host: HTMLElement): FieldText {
  const lines = new Lines();
  const walker = walkerOf(host, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const styles = [styleOf(host)];
  let node: Node = host;
  for (;;) {
    let inside = node === host;
    if (node.nodeType === Node.TEXT_NODE) {
      lines.add(node as Text, styles.at(-1)?.preserve === true);
    } else if (node !== host) {
      inside = enter(node as Element, lines, styles);
    }
    const child = inside ? walker.firstChild() : null;
    if (child) {
      node = child;
      continue;
    }
    if (inside && leave(node, host, lines, styles)) return lines.done();
    let next = walker.nextSibling();
    while (!next) {
      const parent = walker.parentNode();
      if (!parent || leave(parent, host, lines, styles)) return lines.done();
      next = walker.nextSibling();
    }
    node = next;
  }
}

// No editor nests so far; asking the style of ever deeper elements would cost the square of the depth.
const DEEPEST = 256;
const DEEP: Style = { hidden: false, block: false, preserve: false };

interface Style {
  readonly hidden: boolean;
  readonly block: boolean;
  readonly preserve: boolean;
}

/** True when the element's children are to be read. */
function enter(element: Element, lines: Lines, styles: Style[]): boolean {
  if (element.localName === "br") {
    lines.lineBreak();
    return false;
  }
  const style = styles.length < DEEPEST ? styleOf(element) : DEEP;
  if (style.hidden) return false;
  if (element.localName === "img") {
    lines.addUnmapped(element.getAttribute("alt") ?? "");
    return false;
  }
  if (style.block) lines.boundary();
  styles.push(style);
  return true;
}

/** True at the end of the host. */
function leave(node: Node, host: Node, lines: Lines, styles: Style[]): boolean {
  if (node === host) return true;
  if (styles.pop()?.block) lines.boundary();
  return false;
}

function styleOf(element: Element): Style {
  const { display, visibility, whiteSpace } = getComputedStyle(element);
  return {
    hidden: display === "none" || visibility === "hidden",
    block: !display.startsWith("inline") && display !== "contents",
    preserve: /^(?:pre|break-spaces)/.test(whiteSpace),
  };
}
