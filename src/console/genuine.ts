/**
 * A property of an element as every other has it: <input name="parentElement"> stands for its form's, and <form name="body">
 * for its document's.
 */
export function own<T extends Node, K extends keyof T>(node: T, key: K): T[K] {
  if ((node as Partial<Element>).localName === "form") return Reflect.get(HTMLElement.prototype, key, node);
  return node.nodeType === Node.DOCUMENT_NODE ? Reflect.get(Document.prototype, key, node) : node[key];
}

export const bodyOf = (doc: Document): HTMLElement | null => own(doc, "body");
export const parentOf = (el: Element): Element | null => own(el, "parentElement");
/** The attribute `name` of an element. */
export const attributeOf = (el: Element, name: string): string | null => own(el, "getAttribute").call(el, name);
