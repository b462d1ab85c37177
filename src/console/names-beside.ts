import type { Layout } from "./layout";
import type { EntityType } from "./observation";
import { mayBeOf } from "./page-name";
import { isOfPage } from "./page-words";
import { parseMoment } from "./periods";
import type { Token } from "./tokens";
import { columnOverlap, fontSize, lineOverlap } from "./visible";

/** What is said of a person beside the name. */
const OF_PERSON = /^(常驻|地区|城市|性别|简介|MCN|\S{0,3}(等级|ID|机构|地)|粉丝\S{0,4})[:：]/i;
/** When a post or live was, in its own card. */
const OF_POST = /发[布表]|开播|直播时间/;
/** Of others, and of what one may compare with or aim at. */
export const SAYS_OTHERS = /[相类]似|相关|同[类行城款]|竞|行业|平台|市场|推荐|参考|对标|其[他它]|热门|优秀/;
/** Beside the page's own there is what is sold, offered and explained. */
const OFFERS = /[上下]一|客服|顾问|须知|¥/;

/** Texts of a card about one. */
const CARD = 16;
/** Px from the top of the figures. */
const NEAR_TOP = 60;

/**
 * The name of what the page is of, in a card that stands beside its figures, or is drawn over them, and comes after them:
 * the first and biggest print there, over what is said of people or posts. Null where two cards have one.
 */
export function headingBeside(layout: Layout, type: EntityType, first: Token, user: string | null): string | null {
  const behind = layout.list(first.i + 1, layout.tokens.length);
  const [name, another] = behind.filter((t) => headsCard(layout, type, t, first) && mayBeOf(layout, t, user));
  return name && !another ? name.text : null;
}

/** Whether a text begins the largest box around it without the page's first figure, and that box is about one such thing. */
function headsCard(layout: Layout, type: EntityType, token: Token, first: Token): boolean {
  if (layout.claimed.has(token.i)) return false;
  const card = layout.record(token.i, [first.i]);
  const [lo, hi] = layout.span(card);
  if (hi - lo > CARD) return false;
  const [name, ...texts] = layout.list(lo, hi).filter(({ text }) => !isOfPage(text));
  const own = layout.boxOf(card);
  const figures = layout.boxOf(layout.record(first.i, [token.i]));
  const beside = lineOverlap(own, figures) > 0 && columnOverlap(own, figures) < 0.05 && own.t <= figures.t + NEAR_TOP;
  const says = type === "talent" ? OF_PERSON : OF_POST;
  return (
    name === token &&
    (beside || own.b <= figures.t + 2) &&
    layout.list(lo, hi).every(({ text }) => !SAYS_OTHERS.test(text) && !OFFERS.test(text)) &&
    texts.some(({ text }) => parseMoment(text)) === (type !== "talent") &&
    texts.some(({ text }) => says.test(text)) &&
    texts.every(({ el }) => fontSize(el) < fontSize(token.el))
  );
}
