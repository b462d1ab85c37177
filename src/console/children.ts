let closedRootOf: (host: Element) => ShadowRoot | null = () => null;

/** What is drawn in a closed shadow root is seen like the rest of the page, where there is a way to look into one. */
export function lookIntoClosed(rootOf: typeof closedRootOf): void {
  closedRootOf = rootOf;
}

/** Elements other than the page's own that can have a shadow root. */
const HOST = /^(div|section|main|article|aside|span|p)$/;

/** The shadow root of an element. Of ordinary elements only one that holds nothing itself is asked for a closed one. */
export const shadowOf = (el: Element): ShadowRoot | null =>
  el.shadowRoot ??
  (el.localName.includes("-") || (el.firstChild === null && HOST.test(el.localName)) ? closedRootOf(el) : null);

/** Children as laid out: of its shadow root, of the slot, else its own. */
export function kidsOf(el: Element, shadow: ShadowRoot | null): readonly Node[] {
  if (shadow) return childrenOf(shadow);
  if (el.localName === "slot") {
    const assigned = (el as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return childrenOf(el);
}

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
