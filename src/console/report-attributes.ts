import type { Disguise } from "./disguise";

const ROLES =
  /^(alert|alertdialog|article|banner|button|cell|checkbox|columnheader|combobox|complementary|contentinfo|dialog|document|feed|figure|form|grid|gridcell|group|heading|img|link|list|listbox|listitem|log|main|menu|menubar|menuitem|menuitemradio|navigation|none|option|presentation|progressbar|radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|spinbutton|status|switch|tab|table|tablist|tabpanel|term|textbox|toolbar|tooltip|tree|treegrid|treeitem)$/;
const SAID =
  /^(aria-(hidden|selected|checked|pressed|expanded|disabled|current|sort|busy|modal|orientation|haspopup)|data-(state|active)|contenteditable|dir|disabled|open|checked)$/;
const SAYINGS =
  /^(true|false|mixed|page|step|date|time|ascending|descending|none|horizontal|vertical|menu|listbox|tree|grid|dialog|active|inactive|ltr|rtl|auto|)$/;
const PLACES = /^(colspan|rowspan|aria-(level|colindex|colspan|rowspan))$/;
const TYPES = /^(text|password|radio|checkbox|button|submit|search|number|date|tel|email|hidden)$/;
const TEXTS = /^(aria-label|title|alt|placeholder)$/;
const REFERENCES = /^(id|for|headers|slot|aria-(labelledby|describedby|controls|owns))$/;
/** What the parts of a class say of a part's place on the page; everything else of a class goes. */
const BOUNDED =
  /(?<=^|[-_])(tabs?|menu|menubar|sidebar|breadcrumb|dialog|modal|drawer|tooltip|popover|popper|dropdown|toast|loading|spinner|skeleton|spin-spinning)(?=[-_]|$)/gi;
const ANYWHERE = /pag|avatar|active|selected|checked|current|disabled/gi;

/** The attributes of an element that a report keeps, disguised; names and values not known to be harmless are left out. */
export function attributesOf(el: Element, disguise: Disguise): string {
  const out: string[] = [];
  for (const { name, value } of el.attributes) {
    const kept = keptOf(el, name, value.trim(), disguise);
    if (kept !== null) out.push(` ${name}="${escaped(kept)}"`);
  }
  return out.join("");
}

function keptOf(el: Element, name: string, value: string, disguise: Disguise): string | null {
  if (name === "class")
    return value
      .split(/\s+/)
      .map((each) => classOf(each, disguise))
      .join(" ");
  if (name === "href") return el.localName === "a" ? "#" : null;
  if (TEXTS.test(name)) return disguise.text(value);
  if (REFERENCES.test(name))
    return value
      .split(/\s+/)
      .map((each) => disguise.token(each))
      .join(" ");
  const harmless =
    (name === "role" && ROLES.test(value)) ||
    (name === "type" && TYPES.test(value)) ||
    (SAID.test(name) && SAYINGS.test(value)) ||
    (PLACES.test(name) && /^\d{1,2}$/.test(value));
  return harmless ? value : null;
}

function classOf(name: string, disguise: Disguise): string {
  const hints = [...(name.match(ANYWHERE) ?? []), ...(name.match(BOUNDED) ?? [])];
  return [disguise.token(name), ...hints.map((hint) => hint.toLowerCase())].join("-");
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
