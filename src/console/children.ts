/** Children as laid out: of the open shadow root, of the slot, of the same-origin frame, else its own. */
export function kidsOf(el: Element): readonly Node[] {
  const shadow = el.shadowRoot;
  if (shadow) return [...shadow.childNodes];
  if (el.localName === "slot") {
    const assigned = (el as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return [...el.childNodes];
}

/** The document of a frame of the same origin. */
export function frameDocument(el: Element): Document | null {
  try {
    return (el as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
