import { HEADING, type Layout } from "./layout";
import { idAmong, nameAmong } from "./names";
import type { EntityType, ObservedEntity } from "./observation";
import { idIn } from "./page";
import { nameOfPage } from "./page-name";
import { isOfPage } from "./page-words";
import type { Token } from "./tokens";
import { fontSize } from "./visible";

/** The part of a page of the owner's that is about one thing: half-open token indices. */
export interface Panel {
  readonly entity: ObservedEntity;
  readonly lo: number;
  readonly hi: number;
}

/** What pages call the things of each kind, and what addresses do: in a path, and before the id in a query. */
export const KINDS = [
  ["product", "商品|单品|宝贝|货品|SPU", "product|goods|spu"],
  ["video", "短?视频|作品", "feed|video|export"],
  ["live", "直播|场次", "live(?:Object)?"],
] as const;

/**
 * What a page of the shop's or account's own figures shows of one of its goods, videos or lives alone: the address names
 * it, or its id stands over figures. Null where there is no such part, or several. `user`: whose console it is.
 */
export function panelOn(layout: Layout, url: URL, user: string | null): Panel | null {
  const labels = layout.list(0, layout.tokens.length).filter((t) => t.label);
  const said = panelBySaying(layout, labels);
  if (said) return said;
  const [first] = labels;
  const [type, id] = thingIn(url);
  const name = first && type ? nameOfPage(layout, first, user) : null;
  return type && name ? { entity: { type, id, name }, lo: 0, hi: layout.tokens.length } : null;
}

/** What an address is of, of those. */
export function thingIn(url: URL): readonly [EntityType, string | null] | readonly [null, null] {
  for (const [type, , route] of KINDS) {
    const id = idIn(url.href, new RegExp(`^(${route})_?id$`, "i"));
    if (id) return [type, id];
  }
  const type = KINDS.find(([, , route]) => new RegExp(`/(${route})/detail$`, "i").test(url.pathname))?.[0];
  return type ? [type, idIn(url.href, /^id$/)] : [null, null];
}

/** 商品ID, and the id itself in the same text or behind it. */
const SAYS_ID = KINDS.map(
  ([type, called]) => [new RegExp(`^(${called})\\s*ID\\s*[:：]?\\s*([\\w-]{3,})?$`, "i"), type] as const,
);

function panelBySaying(layout: Layout, labels: readonly Token[]): Panel | null {
  const ids = layout.list(0, layout.tokens.length).flatMap((token) => {
    const type = layout.claimed.has(token.i) ? null : SAYS_ID.find(([word]) => word.test(token.text))?.[1];
    return type ? [{ token, type }] : [];
  });
  const panels = ids.flatMap(({ token, type }) => {
    const frame = layout.climb(token.el, (lo, hi) => labels.some(({ i }) => i >= lo && i < hi));
    const [lo, hi] = layout.span(frame);
    const first = labels.find(({ i }) => i >= lo && i < hi);
    const alone = ids.every((other) => other.token === token || other.token.i < lo || other.token.i >= hi);
    const entity = first && alone && token.i < first.i ? thingBy(layout, token, type, lo, first) : null;
    return entity ? [{ entity, lo, hi }] : [];
  });
  return panels.length === 1 ? (panels[0] ?? null) : null;
}

/** Named nearest before its id, or behind it; null where the figures are under a heading of another part. */
function thingBy(layout: Layout, said: Token, type: EntityType, lo: number, first: Token): ObservedEntity | null {
  const behind = layout.list(said.i, first.i);
  const id = idAmong(behind, null, type);
  let near: readonly Token[] = [];
  layout.climb(said.el, (from) => {
    near = layout.list(Math.max(from, lo), said.i).filter(({ text }) => !isOfPage(text));
    return from <= lo || nameAmong(layout, near, type) !== null;
  });
  const own = behind.filter(({ text }) => !isOfPage(text));
  const name = nameAmong(layout, near, type) ?? nameAmong(layout, own, type);
  const print = Math.max(...near.map(({ el }) => fontSize(el)));
  const isUnderOther = behind.some((t) => t.text !== name && t.el.closest(HEADING) && fontSize(t.el) >= print);
  return id === null || name === null || isUnderOther ? null : { type, id, name };
}
