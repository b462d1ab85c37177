/** The shadow root of an element, one closed to the page's own scripts too; null where there is none. */
export function closedRootOf(host: Element): ShadowRoot | null {
  const isHtml = host.namespaceURI === document.documentElement.namespaceURI;
  // Gone once the extension is updated under the page.
  const { dom } = chrome as Partial<Pick<typeof chrome, "dom">>;
  return isHtml && dom ? dom.openOrClosedShadowRoot(host as HTMLElement) : null;
}
