import { frameDocument, isInside, isMatch, isSeen, type Root, shadowOf, viewOf, walkerOf } from "./draft-dom";
import { judgeHint, judgeHints } from "./draft-hints";
import { labelBefore, ownHints } from "./draft-label";

/** A field in which copy is written. `editable`: a contenteditable; `control`: an input or textarea. */
export interface DraftField {
  readonly kind: "editable" | "control";
  readonly element: HTMLElement;
}

export interface DraftScope {
  /** In the order the user sees them. */
  readonly fields: readonly DraftField[];
  /** The document, its open shadow roots and the documents of its visible same-origin iframes. */
  readonly roots: readonly Root[];
}

// The attribute is the empty string in the console's own editor, and a later "false" turns a field off.
const EDITABLE = '[contenteditable]:not([contenteditable="false" i], form)';
const CONTROL = 'textarea, input:not([type]), input[type="text" i], input[type=""]';
export const CANDIDATE = `${EDITABLE}, ${CONTROL}`;
const BARRED = [
  "[readonly], [disabled], [aria-readonly=true], [aria-disabled=true]",
  "[role=searchbox], [role=combobox], [role=spinbutton], [inputmode=numeric], [inputmode=decimal], [inputmode=tel]",
  "[inputmode=search], [inputmode=email], [inputmode=url], [autocomplete^=cc-], [autocomplete=one-time-code]",
].join();
const BARRED_AROUND = "[aria-hidden=true], [inert], [role=search], [role=log], search";
const MAX_ROOTS = 500;

/** Finds every draft field of a document, wherever its frameworks put it. */
export function scanDraft(document: Document): DraftScope {
  const fields: DraftField[] = [];
  const roots: Root[] = [];
  const visit = (root: Root): void => {
    if (roots.length >= MAX_ROOTS) return;
    roots.push(root);
    const walker = walkerOf(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node as HTMLElement;
      const inner = shadowOf(element) ?? frameDocument(element);
      if (inner) visit(inner);
      if (isMatch(element, CANDIDATE) && isDraftField(element)) {
        fields.push({ kind: isMatch(element, EDITABLE) ? "editable" : "control", element });
      }
    }
  };
  visit(document);
  return { fields, roots };
}

/** Whether an added subtree can change what {@link scanDraft} finds: a candidate, an iframe, a host or host to be. */
export function mayHoldField(added: Element): boolean {
  const walker = walkerOf(added, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = added; node; node = walker.nextNode()) {
    const element = node as Element;
    const name = element.localName;
    if (name === "iframe" || String(name).includes("-") || shadowOf(element) || isMatch(element, CANDIDATE))
      return true;
  }
  return false;
}

/** Whether a candidate is there for copy, by what a person reads at it. */
function isDraftField(element: HTMLElement): boolean {
  if (isMatch(element, BARRED) || isInside(element, BARRED_AROUND)) return false;
  if (element.parentElement && isInside(element.parentElement, EDITABLE)) return false;
  const verdict = judgeHints(ownHints(element));
  return verdict === "copy" || (verdict === "unclear" && judgeHint(labelBefore(element)) === "copy");
}

/** Only what the user sees: a field of a hidden tab or a library's hidden twin is not part of the draft. */
export function isFieldSeen({ element }: DraftField): boolean {
  const view = viewOf(element.ownerDocument);
  if (!view || !isSeen(element)) return false;
  return !view.frameElement || isSeen(view.frameElement);
}
