import { holds, isMatch, listen, type Root } from "./draft-dom";
import { CANDIDATE, type DraftScope, isFieldSeen, mayHoldField, scanDraft } from "./draft-fields";
import { type Draft, readDraft } from "./draft-text";

export interface DraftEvents {
  /** A field's text has just changed; runs before the change is painted. */
  touched(): void;
  /** The draft as it stands in the next animation frame after anything that may have changed it. */
  settled(draft: Draft): void;
}

const PLACE_ATTRIBUTES = ["contenteditable", "placeholder", "data-placeholder", "aria-label", "readonly", "disabled"];
/** `mounted` is how micro-app says that its content is in; `load` is an iframe's. */
const EVENTS = ["input", "change", "focusin", "focusout", "load", "mounted"];

/**
 * Follows the draft of an editor page until `signal` aborts. Idle while nothing moves: no timer, no polling. Waits while
 * an input method composes, so that half-typed pinyin is neither read nor sent.
 */
export function watchDraft(document: Document, events: DraftEvents, signal: AbortSignal): void {
  let scope: DraftScope = { fields: [], roots: [] };
  let moved = true;
  let frame = 0;
  let typing = false;
  let composing: Node | null = null;
  const heard = new WeakSet<Root>();

  const soon = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  // What the user types is read as soon as the page has handled the key, so that the mark can come with the character;
  // what scripts do waits for the frame, however often they do it.
  const atOnce = (): void => {
    if (typing) return;
    typing = true;
    postTask(look, signal);
  };
  const look = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    typing = false;
    if (moved) rescan();
    if (composing?.isConnected) return;
    events.settled(readDraft(scope.fields.filter(isFieldSeen)));
  };
  const inField = (node: Node): boolean => scope.fields.some(({ element }) => holds(element, node));

  const places = new MutationObserver((records) => {
    const lost = scope.fields.some(({ element }) => !element.isConnected);
    if (!lost && !records.some((record) => !inField(record.target) && mayMoveFields(record))) return;
    moved = true;
    soon();
  });
  const texts = new MutationObserver(() => {
    events.touched();
    soon();
  });

  const hear = (event: Event): void => {
    const path = event.composedPath();
    const target = path[0] as Node;
    if (event.type === "compositionstart") composing = target;
    else if (event.type === "compositionend" || event.type === "focusout") composing = null;
    // A focused field whose shadow root was attached unseen is found by the event's way up.
    if (path.some((node) => node instanceof ShadowRoot && !heard.has(node)) || event.type === "mounted") moved = true;
    if (event.type === "load" && (target as Element).localName !== "iframe") return;
    if (event.type === "load") moved = true;
    if (event.isTrusted && (event.type === "input" || event.type === "compositionend")) atOnce();
    else soon();
  };

  const rescan = (): void => {
    moved = false;
    scope = scanDraft(document);
    places.disconnect();
    texts.disconnect();
    for (const root of scope.roots) {
      places.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: PLACE_ATTRIBUTES });
      if (heard.has(root)) continue;
      heard.add(root);
      for (const type of [...EVENTS, "compositionstart", "compositionend"]) {
        listen(root, type, hear, signal);
      }
    }
    for (const { kind, element } of scope.fields) {
      if (kind === "editable") texts.observe(element, { childList: true, characterData: true, subtree: true });
      else texts.observe(element, { attributes: true, attributeFilter: ["value"] });
    }
  };

  signal.addEventListener("abort", () => {
    cancelAnimationFrame(frame);
    places.disconnect();
    texts.disconnect();
  });
  soon();
}

/** The next task, before other work of the page. */
function postTask(task: () => void, signal: AbortSignal): void {
  type Scheduler = { postTask(task: () => void, options: object): Promise<void> };
  const { scheduler } = globalThis as unknown as { readonly scheduler: Scheduler };
  // Rejects only when aborted.
  scheduler.postTask(task, { priority: "user-blocking", signal }).catch(() => undefined);
}

/** Whether a change outside the fields may add a field, or make one of an element. */
function mayMoveFields(record: MutationRecord): boolean {
  if (record.type === "attributes") return isMatch(record.target as Element, CANDIDATE);
  for (const node of record.addedNodes) {
    if (node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.COMMENT_NODE && mayHoldField(node as Element))
      return true;
  }
  return false;
}
