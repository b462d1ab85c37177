import { own } from "./genuine";

/**
 * Children as laid out: of the open shadow root, of the slot, of the same-origin frame, else its own. The text of an
 * element that holds nothing else stands for its nodes: those of a long table would be thousands of objects to clear away.
 */
export function kidsOf(el: Element): readonly (Node | string)[] {
  const shadow = own(el, "shadowRoot");
  if (shadow) return childrenOf(shadow);
  if (el.localName === "slot") {
    const assigned = (el as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  if (own(el, "childElementCount") > 0) return childrenOf(el);
  const text = own(el, "textContent");
  return text ? [text] : NONE;
}

const NONE: readonly string[] = [];

/**
 * Those of a row, column or grid in the order that its style gives them: turned round, or by `order`. Where text stands
 * among them they stay as they are.
 */
export function inSight(el: Element, kids: readonly (Node | string)[]): readonly (Node | string)[] {
  if (kids.length < 2) return kids;
  const { display, flexDirection } = getComputedStyle(el);
  if (!/flex|grid/.test(display) || kids.some(saysText)) return kids;
  const placed = kids.flatMap((kid) => {
    const isElement = typeof kid !== "string" && own(kid, "nodeType") === Node.ELEMENT_NODE;
    return isElement ? { kid, order: Number(getComputedStyle(kid as Element).order) } : [];
  });
  if (/flex/.test(display) && flexDirection.endsWith("reverse")) placed.reverse();
  return placed.sort((a, b) => a.order - b.order).map(({ kid }) => kid);
}

const saysText = (kid: Node | string): boolean => /\S/.test(textAt(kid) ?? "");

/** Null for what is no text. */
export const textAt = (node: Node | string | undefined): string | null =>
  typeof node === "string" ? node : node?.nodeType === Node.TEXT_NODE ? (node as Text).data : null;

/** Of every element of a page: step by step is quicker than by the list's iterator. */
function childrenOf(around: Node): readonly Node[] {
  const out: Node[] = [];
  for (let node = own(around, "firstChild"); node; node = own(node, "nextSibling")) out.push(node);
  return out;
}

/** The document of a frame of the same origin. */
export function frameDocument(el: Element): Document | null {
  try {
    return (el as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
