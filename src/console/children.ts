/**
 * Children as laid out: of the open shadow root, of the slot, of the same-origin frame, else its own. The text of an
 * element that holds nothing else stands for its nodes: those of a long table would be thousands of objects to clear away.
 */
export function kidsOf(el: Element): readonly (Node | string)[] {
  const shadow = el.shadowRoot;
  if (shadow) return childrenOf(shadow);
  if (el.localName === "slot") {
    const assigned = (el as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  if (el.childElementCount > 0) return childrenOf(el);
  const text = el.textContent;
  return text ? [text] : NONE;
}

const NONE: readonly string[] = [];

/** Of every element of a page: step by step is quicker than by the list's iterator. */
function childrenOf(around: Node): readonly Node[] {
  const out: Node[] = [];
  for (let node = around.firstChild; node; node = node.nextSibling) out.push(node);
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
