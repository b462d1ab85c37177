import { attributeOf, own, parentOf } from "./genuine";
import { seen } from "./plain-text";

/** 在云南山里种咖啡的阿依…: dots for the part of a text that there was no room for. */
const CUT = /^(.*?)(?:…|⋯|\.{3})(.*)$/;
/** Where pages say of an element in whole what is written in it. */
const SAID_IN = ["title", "data-title", "data-original-title", "data-tooltip", "aria-label"];
const SEEN = { opacityProperty: true, visibilityProperty: true };
const BADGE = 8;
/** Elements of what holds one text. */
const MOST_PARTS = 12;
/** Longer than what is called so. */
const LONGEST = 160;

/**
 * The whole of a text that was cut short: what the page says of its element, or of one that only wraps it, or keeps beside
 * it for a tip, and that begins and ends as the text does. Any other text as it is.
 */
export function wholeOf(text: string, el: Element): string {
  const [, head = "", tail = ""] = CUT.exec(text) ?? [];
  if (!/[a-z㐀-鿿]/i.test(head)) return text;
  const isWhole = (said: string): boolean =>
    said !== text &&
    said.length >= text.length &&
    said.length <= LONGEST &&
    said.startsWith(head) &&
    said.endsWith(tail);
  for (let at: Element | null = el; at && (at === el || wraps(at, text)); at = parentOf(at)) {
    const whole = [...SAID_IN.map((name) => seen(attributeOf(at as Element, name) ?? "")), ...tipsOf(at)].find(isWhole);
    if (whole !== undefined) return whole;
  }
  return text;
}

/**
 * It holds the text and nothing else, but for a badge before or behind it. What holds a list does not, and its text is not
 * put together anew for each of its entries.
 */
function wraps(el: Element, text: string): boolean {
  if (own(el, "children").length > MOST_PARTS) return false;
  const all = textOf(el);
  return all.length <= text.length + BADGE && (all.startsWith(text) || all.endsWith(text));
}

const textOf = (el: Element): string => seen(own(el, "textContent") ?? "");

/** What is not on show in or behind `el`, and what describes it. */
function tipsOf(el: Element): string[] {
  const root = own(el, "getRootNode").call(el) as Partial<Document>;
  const described = root.getElementById?.(attributeOf(el, "aria-describedby") ?? "");
  const beside = [el.nextElementSibling, ...own(el, "children")].filter((tip) => tip && !tip.checkVisibility(SEEN));
  return [described, ...beside].map((tip) => (tip ? textOf(tip) : ""));
}
