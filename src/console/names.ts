import type { Layout } from "./layout";
import type { EntityType } from "./observation";
import { idIn } from "./page";
import { parseMoment, parsePeriod } from "./periods";
import { ID_KEYS } from "./subject";
import type { Token } from "./tokens";

const ID_TEXT = /^(?:商品|视频|作品|直播|达人|视频号|SPU|SKU|货号)?\s*(?:ID|id|编号|编码)\s*[:：]?\s*([\w-]{3,})$/;
const TAG =
  /^(置顶|原创|审核中|已发布|公开|私密|仅自己可见|合集|定时|草稿|回放|直播回放|自营|精选|新品|热销|推荐|爆款|预售|new|hot|\d{1,2}:\d{2}(:\d{2})?|[\p{P}\p{S}]+|\d+)$/iu;
const STARS = /^(有认证|可开发票|回复率高|已认证|.{0,6}(认证|发票|回复率).{0,3})$/;

/** True for a text that can name something: not a number, date, id, badge or label. */
const canName = (token: Token): boolean =>
  !token.icon &&
  token.label === null &&
  token.shown === null &&
  !parseMoment(token.text) &&
  !parsePeriod(token.text) &&
  !ID_TEXT.test(token.text) &&
  !TAG.test(token.text) &&
  !STARS.test(token.text);

/** The name among a cell's or card's texts: the biggest print, then the first. Null when nothing there can be a name. */
export function nameAmong(layout: Layout, tokens: readonly Token[]): string | null {
  const able = tokens.filter((token) => canName(token) && !layout.isOption(token));
  const height = (t: Token): number => Math.round((t.box.b - t.box.t) / Math.max(1, linesOf(t)));
  const first = [...able].sort((a, b) => height(b) - height(a) || a.i - b.i)[0];
  return first
    ? blockText(layout, first, tokens)
    : (tokens.find((t) => TAG.test(t.text) && !/^[\d:]+$/.test(t.text))?.text ?? null);
}

/** A wrapped text is as tall as its lines. */
function linesOf(token: Token): number {
  const size = Number.parseFloat(getComputedStyle(token.el).fontSize) || 14;
  return Math.max(1, Math.round((token.box.b - token.box.t) / (size * 1.5)));
}

/** A title is often several inline pieces (text, #话题 links): all of the line they flow in. */
function blockText(layout: Layout, token: Token, tokens: readonly Token[]): string {
  let el = token.el;
  while (el.parentElement && getComputedStyle(el).display === "inline") el = el.parentElement;
  const [lo, hi] = layout.span(el);
  const inside = tokens.filter((t) => t.i >= lo && t.i < hi && !t.icon && (t === token || !TAG.test(t.text)));
  if (inside.some((t) => t.label || t.shown) || inside.length === 0) return token.text;
  return inside.map((t, k) => (k > 0 && t.spaced ? " " : "") + t.text).join("");
}

/** An id that the texts show (商品ID：…), or that a link of the element carries. */
export function idAmong(tokens: readonly Token[], el: Element | null, type: EntityType): string | null {
  for (const [k, token] of tokens.entries()) {
    const m = ID_TEXT.exec(token.text);
    if (m?.[1]) return m[1];
    if (/^(?:商品|视频|作品|直播|达人|视频号|SPU)?\s*(ID|编号|编码)\s*[:：]?$/i.test(token.text)) {
      const next = tokens[k + 1]?.text;
      if (next && /^[\w-]{3,}$/.test(next)) return next;
    }
  }
  return linkOf(el, type)?.id ?? null;
}

/** The link to an entity's own page among the links in `el`. */
export function linkOf(el: Element | null, type: EntityType): { id: string; href: string } | null {
  if (!el) return null;
  const own = el.closest("a[href]");
  for (const link of own ? [own, ...el.querySelectorAll("a[href]")] : el.querySelectorAll("a[href]")) {
    const href = (link as HTMLAnchorElement).href;
    const id = /^https:/.test(href) ? idIn(href, ID_KEYS[type]) : null;
    if (id) return { id, href };
  }
  return null;
}

/** The heading of what a page is about: nearest before its first figure and printed bigger than the labels. */
export function headingBefore(layout: Layout, first: Token): string | null {
  const size = (t: Token): number => Number.parseFloat(getComputedStyle(t.el).fontSize) || 0;
  const plain = size(first);
  let found: string | null = null;
  layout.climb(first.el, (lo) => {
    const before = [...layout.texts(lo, first.i)].filter(
      (t) => canName(t) && !layout.isOption(t) && size(t) > plain * 1.1,
    );
    const best = before.sort((a, b) => size(b) - size(a) || a.i - b.i)[0];
    found = best ? blockText(layout, best, layout.tokens) : null;
    return found !== null;
  });
  return found;
}
