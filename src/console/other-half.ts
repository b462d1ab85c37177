import { meaningFor } from "./labels";
import { HEADING, type Layout } from "./layout";
import type { EntityType, ObservedEntity } from "./observation";
import { figuresUnder } from "./others-aside";

/** Half-open token indices of a part of the page, and whom its figures are of. */
export interface OtherHalf {
  readonly entity: ObservedEntity;
  readonly lo: number;
  readonly hi: number;
}

const OF_FIGURES = "(?:的?(?:数据|概[况览]|经营|表现|交易|成交|生意|情况|总览)){1,2}";
const NAMED = "\\s*[:：·]\\s*(?<name>\\S.{1,29})$";
/** Behind the heading's own words: 账号数据 视频号 南山小院. */
const NAMES = /^(?:视频号|小店|店铺)\s*[:：·]?\s+(\S{2,30})$/;
/** On the account's own page, over figures of the shop that belongs to it: 店铺经营. And 视频号概况 on the shop's. */
const HALVES: Partial<Record<EntityType, readonly [EntityType, RegExp]>> = {
  account: ["shop", new RegExp(`^(?:我的?|本|微信)?(?:店铺?|小店)(?:${OF_FIGURES}$|${NAMED})`)],
  shop: ["account", new RegExp(`^(?:我的?|本|关联)?(?:视频号|[账帐]号)(?:${OF_FIGURES}$|${NAMED})`)],
};
const LONGEST = 40;

/**
 * A seller has an account and a shop, and the console of either may have a part with figures of the other: the first such part of
 * a page of `self`'s. Its name is known only where the heading says it.
 */
export function* otherHalf(layout: Layout, self: ObservedEntity | null): Generator<void, OtherHalf | null, void> {
  const [type, heads] = (self && HALVES[self.type]) ?? [];
  if (!type || !heads) return null;
  const heading = yield* layout.find((token) => {
    const { area, label, text, el } = token;
    if (area !== "page" || label || text.length > LONGEST || el.closest("a,button") || layout.isOption(token))
      return false;
    const said = heads.exec(text);
    // 视频号：南山小院 in a bar is whose console it is.
    return said !== null && (!said.groups?.name || el.closest(HEADING) !== null);
  });
  const part = heading ? figuresUnder(layout, heading) : [];
  const [first, last] = [part[0], part.at(-1)];
  // 账号概况 over 成交金额 is what the shop's page calls its own.
  const speaksOf = (owner: EntityType): boolean => part.some(({ label }) => label && meaningFor(label, owner));
  if (!self || !heading || !first || !last || !speaksOf(type) || speaksOf(self.type)) return null;
  const beside = layout.list(...layout.span(heading.el.closest(HEADING)));
  const name = [heads.exec(heading.text)?.groups?.name, ...beside.map(({ text }) => NAMES.exec(text)?.[1])];
  return { entity: { type, id: null, name: name.find((each) => each) ?? null }, lo: first.i, hi: last.i + 1 };
}
