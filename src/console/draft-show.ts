import { rootOf, viewOf } from "./draft-dom";
import { revealRange } from "./draft-reveal";
import { type Draft, type DraftPart, placeOf, rangeOf } from "./draft-text";

/**
 * Selects words of a draft where they stand in the page and scrolls to them: the caret moves, nothing is typed and no
 * element changes. Words that have moved are found by their nearest occurrence; false when they are no longer there.
 */
export function showSlice(draft: Draft, wanted: { start: number; end: number; text: string }): boolean {
  const start = nearest(draft.text, wanted.text, wanted.start);
  if (start < 0 || wanted.text === "") return false;
  const end = start + wanted.text.length;
  const part = draft.parts.findLast(({ at }) => at <= start);
  if (!part) return false;
  if (part.field.kind === "control") selectInControl(part, start, end);
  else selectInEditable(draft, part, start, end);
  return true;
}

function nearest(text: string, words: string, at: number): number {
  if (text.startsWith(words, at)) return at;
  const before = text.lastIndexOf(words, at);
  const after = text.indexOf(words, at);
  if (before < 0 || after < 0) return Math.max(before, after);
  return at - before <= after - at ? before : after;
}

function selectInControl({ field, at }: DraftPart, start: number, end: number): void {
  const control = field.element as HTMLInputElement;
  // A field scrolls to a caret only, and only when it is focused anew.
  if ((rootOf(control) as DocumentOrShadowRoot).activeElement === control) control.blur();
  control.setSelectionRange(start - at, start - at);
  control.focus();
  control.setSelectionRange(start - at, end - at);
  control.scrollIntoView({ block: "center" });
}

function selectInEditable(draft: Draft, { field }: DraftPart, start: number, end: number): void {
  const { element } = field;
  element.focus({ preventScroll: true });
  const place = placeOf(draft, start, end);
  const selection = selectionOf(element);
  if (!place || !selection) element.scrollIntoView({ block: "center" });
  else {
    selection.setBaseAndExtent(place.startNode, place.startOffset, place.endNode, place.endOffset);
    revealRange(rangeOf(place));
  }
}

/** Chrome keeps one selection for each shadow tree, and gives it on the tree's own root. */
function selectionOf(element: HTMLElement): Selection | null {
  const root = rootOf(element) as Partial<{ getSelection(): Selection | null }>;
  return root.getSelection?.() ?? viewOf(element.ownerDocument)?.getSelection() ?? null;
}
