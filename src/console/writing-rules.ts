/**
 * Which rules of a page's sheets write words or figures by `::before` and `::after`, so that the many elements that none
 * of them is for need not be asked for a style. Icons of a font write nothing that a reader needs.
 */

/** Selectors, by comma, of the elements that a root's sheets write at; empty: of none; null: it cannot be told. */
export type WrittenAt = string | null;

const PSEUDO = /::?(before|after)$/i;
const ENDS = /:(before|after)/i;
/** Taken from elsewhere: attr(data-label), counters, variables. */
const TAKEN = /(attr|counters?|var)\(/;

const known = new WeakMap<CSSStyleSheet, { readonly length: number; readonly at: WrittenAt }>();

/** Rules looked at in a step: a console's sheets hold thousands. */
const STEP = 64;

/** `says`: whether a text of a sheet is one that a reader needs. */
export function* writtenAt(root: Document | ShadowRoot, says: RegExp): Generator<void, WrittenAt, void> {
  const all: string[] = [];
  for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
    const at = yield* ofSheet(sheet, says);
    if (at === null) return null;
    if (at) all.push(at);
  }
  return all.join();
}

function* ofSheet(sheet: CSSStyleSheet, says: RegExp): Generator<void, WrittenAt, void> {
  try {
    const { length } = sheet.cssRules;
    let told = known.get(sheet);
    if (told?.length !== length) {
      const out: string[] = [];
      told = { length, at: (yield* collect(sheet.cssRules, says, out)) ? out.join() : null };
      known.set(sheet, told);
    }
    return told.at;
  } catch {
    // Of another site.
    return null;
  }
}

/** False where a rule's elements cannot be told: it is nested in another's, or no selector once its end is taken off. */
function* collect(rules: CSSRuleList, says: RegExp, out: string[]): Generator<void, boolean, void> {
  let steps = 0;
  for (const rule of rules) {
    if (++steps % STEP === 0) yield;
    // Their styles are dear to ask for: only of those with such an end.
    const { selectorText, cssRules } = rule as CSSStyleRule;
    if (selectorText === undefined) {
      const inner = (rule as CSSImportRule).styleSheet?.cssRules ?? cssRules;
      if (inner && !(yield* collect(inner, says, out))) return false;
    } else if (ENDS.test(selectorText) && writes(rule as CSSStyleRule, says) && !take(selectorText, out)) return false;
    else if (cssRules?.length && [...cssRules].some((inner) => writes(inner as CSSStyleRule, says))) return false;
  }
  return true;
}

function writes({ style }: Partial<CSSStyleRule>, says: RegExp): boolean {
  const content = style?.content;
  return (
    !!content &&
    content !== "none" &&
    content !== "normal" &&
    (TAKEN.test(content) || says.test(content.replace(/^"|"$/g, "")))
  );
}

/** Each selector of a rule without its pseudo-element; those that have none write nothing. */
function take(selectorText: string, out: string[]): boolean {
  if (/[&(]/.test(selectorText)) return false;
  for (const selector of selectorText.split(",")) {
    if (!PSEUDO.test(selector.trim())) continue;
    out.push(selector.trim().replace(PSEUDO, "") || "*");
  }
  return true;
}
