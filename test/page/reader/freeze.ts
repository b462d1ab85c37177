/** A page as it stands, without its scripts: light DOM, open shadow roots, same-origin frames, styles and typed values. */
export interface Frozen {
  readonly address: string;
  readonly html: string;
  readonly frames: readonly string[];
}

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const DROPPED = /^(script|noscript|template|link|base)$/;

export function freeze(address: string): Frozen {
  const frames: string[] = [];
  const html = insideOf(document.documentElement, frames);
  return { address, html, frames };
}

/** Puts the page in this document's place, with room for nothing of what was there before. */
export function plant({ address, html, frames }: Frozen): void {
  place(document, `<base href="${escaped(address)}">${html}`);
  for (const root of roots(document))
    for (const frame of root.querySelectorAll("iframe[data-frozen]")) {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      if (!inner) continue;
      inner.open();
      inner.write("<!doctype html>");
      inner.close();
      place(inner, frames[Number(frame.getAttribute("data-frozen"))] ?? "");
    }
}

type Parses = Element & { setHTMLUnsafe(html: string): void };

function place(target: Document, html: string): void {
  (target.documentElement as unknown as Parses).setHTMLUnsafe(html);
}

/** The document and every open shadow root and same-origin frame in it. */
export function* roots(root: Document | ShadowRoot): Generator<Document | ShadowRoot, void, void> {
  yield root;
  for (const el of root.querySelectorAll("*")) {
    if (el.shadowRoot) yield* roots(el.shadowRoot);
    if (el.localName === "iframe") {
      const inner = (el as HTMLIFrameElement).contentDocument;
      if (inner) yield* roots(inner);
    }
  }
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function insideOf(parent: Element | ShadowRoot, frames: string[]): string {
  return [...parent.childNodes].map((node) => htmlOf(node, frames)).join("");
}

const rulesOf = (sheet: CSSStyleSheet | null): string => {
  try {
    return [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText).join("\n");
  } catch {
    return "";
  }
};

function htmlOf(node: Node, frames: string[]): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.nodeValue ?? "");
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const el = node as Element;
  const tag = el.localName;
  if (tag === "style" || (tag === "link" && (el as HTMLLinkElement).sheet))
    return `<style>${rulesOf((el as HTMLStyleElement).sheet)}</style>`;
  if (DROPPED.test(tag)) return "";
  const attributes = [...el.attributes]
    .filter(({ name }) => !/^(on|src$|srcset$|srcdoc$|value$|checked$)/.test(name))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  if (tag === "img") attributes.push(' src="data:,"');
  if (tag === "input") {
    const { value, checked } = el as HTMLInputElement;
    attributes.push(` value="${escaped(value)}"`, checked ? " checked" : "");
  }
  let inside = "";
  if (tag === "iframe") {
    const inner = (el as HTMLIFrameElement).contentDocument;
    if (inner?.documentElement) {
      attributes.push(` data-frozen="${frames.length}"`);
      frames.push("");
      frames[frames.length - 1] = insideOf(inner.documentElement, frames);
    }
  } else if (el.shadowRoot) {
    const adopted = el.shadowRoot.adoptedStyleSheets.map((sheet) => `<style>${rulesOf(sheet)}</style>`).join("");
    inside = `<template shadowrootmode="open">${adopted}${insideOf(el.shadowRoot, frames)}</template>`;
  }
  inside += tag === "iframe" ? "" : insideOf(el, frames);
  return `<${tag}${attributes.join("")}>${VOID.test(tag) ? "" : `${inside}</${tag}>`}`;
}
