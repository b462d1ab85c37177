import type { Layout } from "./layout";
import type { ObservedEntity } from "./observation";
import type { Report } from "./report";
import type { Token } from "./tokens";

/** What a talent's page tells of who follows it: 粉丝性别 女 94.1% · 年龄 50岁-59岁 32.2% · 购买力 ￥100-300 41.6%. */
const FACETS = [
  ["audience_gender", "性别"],
  ["audience_age", "年龄"],
  ["audience_region", "地域|地区|城市"],
  ["audience_crowd", "人群"],
  ["audience_preference", "购物偏好|偏好类目"],
  ["audience_spending", "购买力|消费力"],
] as const;

const facet = (words: string): RegExp => new RegExp(`^(?:粉丝|观众|受众)?(?:${words})(?:分布|占比)?(?:[:：\\s]+|$)`);
const LABELS = FACETS.map(([metric, words]) => [metric, facet(words)] as const);
/** A group and its share, as many as are said: 女 94.1% 男 5.9%. */
const SHARES = /(\S+?)[\s:：]*(\d{1,3}(?:\.\d+)?)\s*[%％]/g;

/** A facet's label as found, with what stands in the same text behind it. */
interface Facet {
  readonly token: Token;
  readonly metric: string;
  readonly rest: string;
}

/**
 * The group that leads each facet of a talent's audience, with its share, as words: `女 94.1%`. Shares of groups tell
 * of no single person. A facet without a share (年龄 alone) says nothing.
 */
export function readAudience(layout: Layout, report: Report, talent: ObservedEntity): void {
  const facets = layout.list(0, layout.tokens.length).flatMap((token) => facetOf(token) ?? []);
  for (const each of facets) {
    const leader = leading(each.rest) ?? leading(beside(layout, each, facets));
    if (leader) report.put(talent, each.metric, "text", { precision: "exact", value: leader }, each.token.i);
  }
}

function facetOf(token: Token): Facet | null {
  if (token.text.length > 60) return null;
  for (const [metric, label] of LABELS) {
    const found = label.exec(token.text);
    if (found) return { token, metric, rest: token.text.slice(found[0].length) };
  }
  return null;
}

/** The texts of the smallest frame around a label; where it holds several facets, those between this one and the next. */
function beside(layout: Layout, { token }: Facet, facets: readonly Facet[]): string {
  const frame = layout.climb(token.el, (lo, hi) => hi - lo > 1);
  if (!frame) return "";
  const [lo, hi] = layout.span(frame);
  const others = facets.filter((each) => each.token !== token && each.token.i >= lo && each.token.i < hi);
  const next = others.find((each) => each.token.i > token.i)?.token.i ?? hi;
  const from = others.length > 0 ? token.i : lo;
  return layout
    .list(from, next)
    .filter((each) => each !== token)
    .map(({ text }) => text)
    .join(" ");
}

/** The group with the largest share. */
function leading(text: string): string | null {
  let best: { readonly name: string; readonly share: string } | null = null;
  for (const [, name = "", share = ""] of text.matchAll(SHARES))
    if (Number(share) <= 100 && (best === null || Number(share) > Number(best.share))) best = { name, share };
  return best && `${best.name} ${best.share}%`;
}
