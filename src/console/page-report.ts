import { Disguise } from "./disguise";
import type { Dictionary } from "./labels";
import { TOTALS } from "./no-things";
import { parseShown } from "./numbers";
import { attributesOf, escaped } from "./report-attributes";
import { styleOf } from "./report-style";
import { ReportWords } from "./report-words";

const VOID = /^(area|br|col|hr|img|input|wbr)$/;
/** Not shown, not text, or somebody's own: left out with all that is in them. */
const DROPPED =
  /^(script|style|template|noscript|head|link|meta|base|object|embed|audio|source|track|param|progress|meter|option|optgroup|datalist|map|math)$/;
/** Shown as an empty box. */
const EMPTIED = /^(canvas|video|select|textarea|img|input|picture)$/;
/** Enough for any page a person looks at; a report is sent as one message. */
const MOST_ELEMENTS = 40_000;
/** A report is drawn anew so often at most. */
const MOST_DRAWN = 8;
const RUN = /\d[\d,.]*\d/g;
const DAY = /20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/g;
/** Where ids stand that nobody reads on the page. */
const ID_HOLDER = /^(id|href|data-.*)$/;
/** A row of sums: of other figures they would be none. */
const SUMS = "tr,[role=row]";
const ROLLED = /^[\d０-９.,]{2,16}$/;

/**
 * The page as a person sees it, with nothing of what it says: one HTML text that opens as a page alike. Elements,
 * roles, places and the console's own words stay; every digit is another, every other word filler of its length, ids and classes
 * are drawn anew; values, links, pictures, scripts and comments are left out. What is not understood is filled or left out.
 * `address` is the page's own, whose numbers are none of the report's either.
 */
export function pageReport(doc: Document, address: string, dictionary: Dictionary): string {
  const words = new ReportWords(dictionary);
  const originals = digitsOf(doc, address);
  const drawn = (): string => new ReportWriter(words, new Disguise(words, originals)).page(doc);
  let html = drawn();
  for (let tries = 1; tries < MOST_DRAWN && tells(html, words, originals); tries++) html = drawn();
  return html;
}

/** Whether pieces that were drawn apart happen to stand together as a number of the page. */
function tells(html: string, words: ReportWords, originals: ReadonlySet<string>): boolean {
  const texts = html.split(/<[^>]*>/).filter((text) => /\d/.test(text) && !words.isKnown(text));
  return texts.some((text) =>
    text
      .replace(DAY, " ")
      .match(RUN)
      ?.some((run) => originals.has(run)),
  );
}

class ReportWriter {
  private left = MOST_ELEMENTS;

  constructor(
    private readonly words: ReportWords,
    private readonly disguise: Disguise,
  ) {}

  page(doc: Document): string {
    const body = doc.body ? this.element(doc.body, null) : "";
    return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title></title></head>${body || "<body></body>"}</html>\n`;
  }

  private inside(parent: Element | ShadowRoot, style: CSSStyleDeclaration): string {
    let out = "";
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) out += this.text(node as Text);
      else if (node.nodeType === Node.ELEMENT_NODE) out += this.element(node as Element, style);
    }
    return out;
  }

  private element(el: Element, around: CSSStyleDeclaration | null): string {
    const tag = el.localName;
    const style = el.ownerDocument.defaultView?.getComputedStyle(el);
    if (DROPPED.test(tag) || !/^[a-z][a-z0-9-]*$/.test(tag) || !style || style.display === "none" || this.left-- <= 0)
      return "";
    const open = `<${tag}${attributesOf(el, this.disguise)} style="${styleOf(el, style, around)}"`;
    if (VOID.test(tag)) return `${open}>`;
    if (EMPTIED.test(tag)) return `${open}></${tag}>`;
    if (tag === "iframe") return `${open} srcdoc="${escaped(this.frame(el as HTMLIFrameElement))}"></iframe>`;
    if (tag === "svg") return `${open}>${this.picture(el)}</svg>`;
    const shadow = el.shadowRoot
      ? `<template shadowrootmode="open">${this.inside(el.shadowRoot, style)}</template>`
      : "";
    return `${open}>${shadow}${this.inside(el, style)}</${tag}>`;
  }

  private frame(el: HTMLIFrameElement): string {
    const inner = el.contentDocument;
    return inner ? this.page(inner) : "";
  }

  private picture(svg: Element): string {
    const title = svg.querySelector("title")?.textContent;
    return title ? `<title>${escaped(this.disguise.text(title))}</title>` : "";
  }

  /** A label in pieces (成交 | 金额) is one, and so is a number whose digits stand in an element each. */
  private text(node: Text): string {
    const text = node.data;
    const sums = TOTALS.test(
      /^\s*\p{Script=Han}+/u.exec(node.parentElement?.closest(SUMS)?.textContent ?? "")?.[0].trim() ?? "",
    );
    if (sums && parseShown(text)) return "-";
    const holders = [node.parentElement, node.parentElement?.parentElement];
    const said = holders.map((el) => el?.textContent ?? "").filter((each) => each.length <= 40);
    if (text.trim() !== "" && !/\d/.test(text) && said.some((each) => this.words.isKnown(each))) return escaped(text);
    const rolled = said.find((each) => ROLLED.test(each.trim()) && each.trim() !== text.trim());
    return escaped(
      this.disguise.text(
        text,
        rolled ? `${rolled} ${[...(holders[1]?.children ?? [])].indexOf(holders[0] as Element)}` : "",
      ),
    );
  }
}

/**
 * Every run of two digits and more in what the page says, with the marks between thousands, also over several elements,
 * and in its address, its links and its ids.
 */
function digitsOf(doc: Document, address: string): ReadonlySet<string> {
  const runs = new Set<string>();
  const add = (text: string | null | undefined): void => {
    for (const run of (text ?? "").match(RUN) ?? []) runs.add(run);
  };
  const look = (root: Document | ShadowRoot): void => {
    add(("documentElement" in root ? root.documentElement : root)?.textContent);
    const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) add(walker.currentNode.nodeValue);
    for (const el of root.querySelectorAll("*")) {
      for (const { name, value } of el.attributes) if (ID_HOLDER.test(name)) add(value);
      if (el.shadowRoot) look(el.shadowRoot);
      const inner = el.localName === "iframe" ? (el as HTMLIFrameElement).contentDocument : null;
      if (inner) look(inner);
    }
  };
  add(address);
  look(doc);
  return runs;
}
