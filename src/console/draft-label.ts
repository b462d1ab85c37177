import { isMatch, rootOf } from "./draft-dom";

/** The words a person reads at a field: what it says itself, and the label beside or above it. */

const OWN = ["data-placeholder", "placeholder", "aria-placeholder", "aria-label"];
const CLIMB = 5;
const LABEL_LENGTH = 24;
const FIELDS = 'input:not([type="hidden"]), textarea, select, [contenteditable]';

/** Placeholder, accessible name, bound labels. */
export function ownHints(element: HTMLElement): string[] {
  const hints = OWN.map((name) => element.getAttribute(name) ?? "");
  const root = rootOf(element);
  for (const id of (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)) {
    if (id) hints.push(textOf(root.querySelector(`#${CSS.escape(id)}`)));
  }
  for (const label of (element as HTMLInputElement).labels ?? []) hints.push(textOf(label));
  return hints.filter(Boolean);
}

/** The nearest short text before the field, climbing while the field is the only one: 短标题 [        ] 0/16. */
export function labelBefore(element: HTMLElement): string {
  let node: Element | null = element;
  for (let step = 0; node && step < CLIMB; step += 1) {
    for (let before = node.previousElementSibling; before; before = before.previousElementSibling) {
      if (isMatch(before, FIELDS) || before.querySelector?.(FIELDS)) return "";
      const text = textOf(before);
      if (/[\p{Script=Han}A-Za-z]/u.test(text)) return text;
    }
    node = node.parentElement;
  }
  return "";
}

function textOf(element: Element | null): string {
  if (!element || element.childElementCount > 8) return "";
  const text = element.textContent;
  return typeof text === "string" && text.length < 400 ? text.replace(/\s+/g, " ").trim().slice(0, LABEL_LENGTH) : "";
}
