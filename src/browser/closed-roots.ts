/** The shadow root of an element, one closed to the page's own scripts too; null where there is none. */
export function closedRootOf(host: Element): ShadowRoot | null {
  const isHtml = host.namespaceURI === document.documentElement.namespaceURI;
  return isHtml ? chrome.dom.openOrClosedShadowRoot(host as HTMLElement) : null;
}
