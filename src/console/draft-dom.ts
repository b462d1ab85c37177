/**
 * DOM access that a page cannot bend by naming its own elements: `<img name="defaultView">` hides a property of its
 * document and `<input name="shadowRoot">` one of its form, in every world. What the prototypes hold stays whole.
 */
const { createTreeWalker } = Document.prototype;
const { matches, closest, checkVisibility } = Element.prototype;
const { contains, getRootNode } = Node.prototype;
const { addEventListener } = EventTarget.prototype;
const viewGetter = Object.getOwnPropertyDescriptor(Document.prototype, "defaultView")?.get;

export type Root = Document | ShadowRoot;
export type View = Window & typeof globalThis;

/** All nodes of the kinds `show` (NodeFilter bits) below `node`. */
export const walkerOf = (node: Node, show: number): TreeWalker => createTreeWalker.call(document, node, show);
export const isMatch = (element: Element, selector: string): boolean => matches.call(element, selector);
export const isInside = (element: Element, selector: string): boolean => closest.call(element, selector) !== null;
export const holds = (outer: Node, inner: Node): boolean => contains.call(outer, inner);
export const rootOf = (node: Node): Root => getRootNode.call(node) as Root;
/** Null for a document whose frame is gone. */
export const viewOf = (document: Document): View | null => viewGetter?.call(document) ?? null;
export const listen = (target: EventTarget, type: string, listener: EventListener, signal: AbortSignal): void =>
  addEventListener.call(target, type, listener, { capture: true, passive: true, signal });

/** The open shadow root of an element. */
export function shadowOf(element: Element): ShadowRoot | null {
  const root = element.shadowRoot;
  return root?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root : null;
}

/** The document of a same-origin iframe that the user can see. Hidden ones are sandboxes of the page's own scripts. */
export function frameDocument(element: Element): Document | null {
  return element.localName === "iframe" && isSeen(element) ? (element as HTMLIFrameElement).contentDocument : null;
}

/** Rendered and not hidden by style, in its own document; size and scroll position do not matter. */
export const isSeen = (element: Element): boolean => checkVisibility.call(element, { checkVisibilityCSS: true });
