import { isInPassing, isName } from "./account-names";
import { isOfOneMake } from "./breakdowns";
import { HEADING, type Layout } from "./layout";
import { isProduct } from "./product-words";
import { besideAvatar } from "./shell";
import type { Token } from "./tokens";

/** What stands over other people's names: 同领域优秀账号, 合作达人, 带货榜, 最新评论. */
const CAPTION =
  /(优秀|优质|推荐|热门|相[似近关]|类似|同[类行城领]\S{0,3}|对标|竞品|竞争|合作|带货|附近|感兴趣|可能认识|最[近新])\S{0,2}(视频号|账号|达人|创作者|作者|主播|商家|店铺|小店|对手|团长|访客|粉丝|好友|伙伴|的人)$|(榜单?|排行|排名)$|^(最新|最近|全部|热门|精选)?(评论|留言|互动|弹幕)$|^(我)?关注的(人|账号)$|^(本[周月期]|优秀|成功|热门|达人)\S{0,2}(案例|故事|榜样)$|^(连麦|合作|带货)邀请$|(账号|达人|创作者|主播|店铺)推荐$/;
/** What a console offers to do with somebody else. */
const ACTION_ON_OTHERS =
  /^[+＋]?\s*(关注|已关注|回关|互相关注|取消关注|邀约|邀请(带货|合作)?|接受|拒绝|(申请|发起)?合作|回复|去看看|查看主页|进店)$/;

/** What pages call their parts. */
export const SECTION =
  /数据|概览|概况|总览|首页|主页|管理|中心|助手|[昨今本][日天周月年]|账号|关注|粉丝|小店|我|用户|观众|内容|作品|资料|信息|趋势|增长|规模|互动|基础|实时|经营|生意|商家|运营|交易|流量|商品|订单|客户|营销|推广|平台|系统|报表|功能|自营|带货|视角|渠道|类目|维护|离线|罗盘|创作|累[计积]|[总合]计|汇总|整体|核心|指标|统计|表现/;

export const saysFollowers = ({ area, label }: Token): boolean =>
  area === "page" &&
  !!label?.meanings.some(({ metric, entities }) => metric === "follower_count" && entities.includes("account"));

/** The heading, or the name beside a face, right over one of a part's figures; null where it is the part's own. */
export function overOne(layout: Layout, figure: Token): Token | null {
  let inPart = true;
  for (let i = figure.i - 1; i >= Math.max(0, figure.i - CARD); i--) {
    const token = layout.at(i);
    if (token.label || token.area !== "page") return null;
    if (token.icon || token.shown || token.text.length > LONGEST) continue;
    const isHeading = token.el.closest(HEADING) !== null;
    if (SECTION.test(token.text) || isProduct(token.text)) inPart &&= !isHeading;
    else if (isHeading || (inPart && isName(token) && besideAvatar(layout, token))) return token;
  }
  return null;
}

/** No name is longer. */
const LONGEST = 40;

/**
 * A part of the page under a name that is not `name`, with a number of followers: what it says is of whom it names. What
 * the page says first is its own.
 */
export function* excludeOthers(layout: Layout, name: string | null): Generator<void, void, void> {
  for (const token of layout.texts(0, layout.tokens.length))
    for (const { i } of cardToSwitchTo(layout, token, name)) layout.claimed.add(i);
  let isFirst = true;
  for (const figure of layout.texts(0, layout.tokens.length)) {
    if (figure.i % 256 === 0) yield;
    if (!figure.label || layout.claimed.has(figure.i)) continue;
    const head = isFirst || !saysFollowers(figure) ? null : overOne(layout, figure);
    isFirst = false;
    if (!head || head.text === name || !isName(head)) continue;
    const card = layout.climb(figure.el, (lo) => lo <= head.i);
    for (const token of layout.texts(head.i, card ? layout.span(card)[1] : figure.i)) {
      if (token !== head && token.i > figure.i && token.el.closest(HEADING)) break;
      layout.claimed.add(token.i);
    }
  }
}

/** 北山小院 切换, 关注者 120: the card of another account that one may go on with. */
function cardToSwitchTo(layout: Layout, { el, text, i }: Token, name: string | null): readonly Token[] {
  const before = layout.tokens[i - 1];
  if (!TO_SWITCH.test(text) || !before || !isName(before) || name === null || before.text === name) return [];
  const card = layout.climb(el, (lo, hi) => lo < i && layout.list(lo, hi).some(saysFollowers));
  const texts = layout.list(...layout.span(card));
  return texts.length <= CARD && !texts.some((t) => t.text === name) ? texts : [];
}

const TO_SWITCH = /^(切换|进入|使用|登录)(到?(该|此)?(账号|店铺|视频号|小店))?$/;

/** Texts of a card about one person, and of a part of the page with several. */
const CARD = 8;
const PART = 40;

/**
 * Whether the name or id in `el` is somebody else's: one of several cards of one make that each name somebody, with
 * something to do with whom it names, or under a heading such as others stand under. `byWord`: a word says what it is.
 */
export function isOfOthers(layout: Layout, el: Element, byWord: boolean): boolean {
  const named = layout.at(layout.span(el)[0]);
  const before = layout.tokens.slice(Math.max(0, named.i - 2), named.i).findLast(({ text }) => text.length > 1);
  if (!byWord && before && isOver(before, named)) return true;
  for (const card of layout.ancestors(el)) {
    const [lo, hi] = layout.span(card);
    if (hi - lo > PART) break;
    if (lo < named.i && isOver(layout.at(lo), named)) return true;
    if (hi - lo > CARD) continue;
    if (layout.tokens.slice(lo, hi).some((t) => isActionOnOthers(layout, t))) return true;
    if (hi - lo > 1 && kin(card).some((other) => namesAlike(layout, other, named, byWord))) return true;
  }
  return false;
}

/** A heading of others stands over it; in one line with a name it is a place to go to. */
const isOver = ({ text, label, box }: Token, named: Token): boolean =>
  !label && text.length <= 12 && CAPTION.test(text) && box.b <= named.box.t + 4;

/** 关注 with a number beside it is a count. */
const isActionOnOthers = (layout: Layout, { i, el, text }: Token): boolean =>
  ACTION_ON_OTHERS.test(text) &&
  (el.closest("button,a,[role=button]") !== null || ![i - 1, i + 1].some((k) => layout.tokens[k]?.shown));

/** Those beside it of one make, in themselves too. */
const kin = (card: Element): Element[] =>
  [...(card.parentElement?.children ?? [])].filter(
    (other) => other !== card && isOfOneMake(other, card) && madeOf(other) === madeOf(card),
  );

const madeOf = (card: Element): string => [...card.children].map((el) => el.localName).join();

/** In the same place it names somebody else, or says the same word before a name or id. */
const namesAlike = (layout: Layout, card: Element, named: Token, byWord: boolean): boolean =>
  layout.tokens
    .slice(...layout.span(card))
    .some(
      (t) => isOfOneMake(t.el, named.el) && (byWord ? wordOf(t) === wordOf(named) : isName(t) && !isInPassing(t.text)),
    );

const wordOf = ({ text }: Token): string | undefined => text.split(/[:：]/)[0];
