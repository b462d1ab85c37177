import { rootOf, type View, viewOf, walkerOf } from "./draft-dom";

const { getBoundingClientRect } = Element.prototype;
const scrollBy: (this: Element, by: ScrollToOptions) => void = Element.prototype.scrollBy;

/**
 * Scrolls everything around a range, frames too, so that it stands in the middle of each. The browser itself scrolls to
 * elements only, and a long draft may be a single one. Nothing is drawn out: at once, whatever the page's style says.
 */
export function revealRange(range: Range): void {
  const element = range.startContainer.parentElement as Element;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  let top = (): number => range.getBoundingClientRect().top;
  const { height } = range.getBoundingClientRect();
  for (let inner: Element | null = element; inner; ) {
    const view = viewOf(inner.ownerDocument);
    if (!view) return;
    for (const box of scrollersAround(inner)) {
      const isPage = box === view.document.scrollingElement;
      const from = isPage ? 0 : getBoundingClientRect.call(box).top + box.clientTop;
      const room = isPage ? view.innerHeight : box.clientHeight;
      scrollBy.call(box, { top: top() + height / 2 - from - room / 2, behavior: "instant" });
    }
    const frame: Element | null = view.frameElement;
    const within = top;
    if (frame) top = () => within() + getBoundingClientRect.call(frame).top + frame.clientTop;
    inner = frame;
  }
}

/** Innermost first, out of every shadow tree up to the document's own. */
function* scrollersAround(element: Element): Generator<Element> {
  for (let inner: Element | undefined = element; inner; ) {
    const root = rootOf(inner);
    const walker = walkerOf(root, NodeFilter.SHOW_ELEMENT);
    walker.currentNode = inner;
    for (let node: Element | null = inner; node; node = walker.parentNode() as Element | null) {
      if (node.scrollHeight > node.clientHeight && scrolls(node)) yield node;
    }
    inner = (root as Partial<ShadowRoot>).host;
  }
}

/** The page itself scrolls unless its style says otherwise; a box only where its style says so. */
function scrolls(node: Element): boolean {
  const view = viewOf(node.ownerDocument) as View;
  return node === view.document.scrollingElement || /auto|scroll|hidden/.test(view.getComputedStyle(node).overflowY);
}
