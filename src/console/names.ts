import { saysDays } from "./days-alone";
import { attributeOf } from "./genuine";
import { CLEAR } from "./ink";
import { HEADING, isInitial, type Layout } from "./layout";
import type { EntityType } from "./observation";
import { idIn } from "./page";
import { isOfPage } from "./page-words";
import { parseMoment, periodOver } from "./periods";
import { SIGNS } from "./signs";
import { isAside, noted, OF_DAYS } from "./sub-figures";
import { ID_KEYS } from "./subject";
import type { Token } from "./tokens";
import { areInLine, fontSize, lineOverlap } from "./visible";

const ID_TEXT = /^(?:商品|视频|作品|直播|达人|视频号|SPU)?\s*ID\s*[:：]?\s*([\w-]{3,})(?=\s|$)/i;
/** Whether texts say more ids than one: they are of several things. */
export const saysIds = (tokens: readonly Token[]): boolean =>
  new Set(tokens.flatMap(({ text }) => ID_TEXT.exec(text)?.[1] ?? [])).size > 1;
/** The seller's own codes and particulars: no name, and no id of the platform's. */
export const CODE =
  /^(商品|商家|货|视频|作品|直播|SPU)?\s*(编码|编号|货号|条码|规格|型号|类目|SKU|ID)\s*(?:[:：]|$|(?<=\s)\S|[\w-]+$)/i;
/** What a page writes before a name: 直播标题：, 视频描述：. */
export const CALLED = /^(直播|视频|作品|商品|宝贝|达人|账号)?(标题|主题|名称|描述|昵称)\s*[:：]\s*(?=\S)/;
const TAG =
  /^(封面|图片|头像|主图|缩略图|预览|暂无封面|置顶|原创|审核中|已发布|公开|私密|仅自己可见|合集|定时|草稿|回放|直播回放|自营|([本今上昨当][周月日天季]|店铺|全店|近期)?(精选|新品|热销|热门|推荐|爆款|主推|热卖|人气)(商品|单品|款|王|冠军)?|预售|\d+号(链接)?|[待已]?讲解中?|(?:最近|最新|近期|上|前|当前)的?[一1]?[场条个篇次款]?的?(?:直播|场次|短?视频|作品|动态|商品|单品)|new|hot|\d{1,2}:\d{2}[\d:至~–—-]*|(?:[㐀-鿿]{0,4}榜|第|no\.?|top|lv\.?|#)?\s*(?:top|no\.?|第)?\s*\d+(?:\s*[名位])?|[¥￥]\s*\d[\d.,]*\S{0,2})$/i;
/** What a table or line calls the name that is in its place: 商品名称. */
const CALLS_NAME = /^(商品|货品|宝贝|直播|视频|短视频|作品|达人|店铺|账号)(名称|标题|昵称|信息)\s*[:：]?$/;
const SIGNS_ALONE = new RegExp(`^[${SIGNS}]+$`);
const WORD = /^[a-z㐀-鿿]+$/i;
/** 视频 (24), 共 2 件: a list's own count. */
const COUNTED = /^\S{1,6}\s*[(（]\s*[\d,]+\s*[)）]$|^共\s*[\d,]+/;
const STARS = /^(有认证|可开发票|回复率高|已认证|.{0,6}(认证|发票|回复率).{0,3})$/;

const ONE_ACTION =
  "(?:(?:弹幕|评论)管理|删除|置顶|编辑|隐藏|分享|下载|推广|更多|数据|修改\\S{0,3}|设置\\S{0,4}|查看\\S{0,4})";
/** 弹幕管理 评论管理 删除: several of what one may do with a thing, in one text. */
export const ACTIONS = new RegExp(`^(?:弹幕管理|评论管理|${ONE_ACTION}(?:[\\s|·/、]+${ONE_ACTION})+)$`);

/** 查看详情, 进入主页 >, 邀请带货: what one may do with a thing, and what a link to it says. */
export const ACTION =
  /^(?:(?:点击|立即|去|马上)?(?:(?:查看|看看|进入|前往|打开|访问|浏览|联系|邀约|邀请|发起)(?:(?:直播|视频|作品|商品|达人|店铺|账号)?(?:详情|主页|更多|全部|数据|资料|名片|橱窗|链接|回放|报告|合作|带货|邀约)|达人|商品|店铺|TA|他|她)?|(?:申请|加入|收藏|关注|取消|复制|分享|下载|导出|编辑|修改|删除|管理|设置|预览|对比)(?:链接|数据|合作|样品|选品|对比|收藏|关注)?)|了解更多|更多|详情|展开(?:全部)?|收起|进店|去看看)\s*[>›»→…]*$/i;

/** What stands where a list ends. */
export const END_OF_LIST =
  /^[-—–·\s]*(?:没有更多(?:了|啦|数据|内容|商品|视频)?|(?:已经?|都)?到底(?:了|啦)?|已(?:加载|显示)(?:全部|完毕)|暂无更多\S{0,4}|我(?:也)?是有底线的)[-—–·~～!！。\s]*$/;

/** 11-18 20:00: when something was, in a year that is not said. */
const MOMENT = /^\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(:\d{2})?$/;

/** True for a text that can name something: not a number, date, id, badge or label. */
const isWordy = (token: Token): boolean =>
  !token.icon &&
  token.label === null &&
  token.shown === null &&
  !parseMoment(token.text) &&
  !MOMENT.test(token.text) &&
  !CODE.test(token.text) &&
  !OF_DAYS.test(token.text) &&
  !TAG.test(token.text) &&
  !CALLS_NAME.test(token.text) &&
  !ACTIONS.test(token.text) &&
  !ACTION.test(token.text) &&
  !END_OF_LIST.test(token.text) &&
  !SIGNS_ALONE.test(token.text) &&
  !isAside(token.text) &&
  !STARS.test(token.text);

/** The same where it stands: what reads as days may be a title, or what somebody is called. */
export const canName = (layout: Layout, token: Token): boolean =>
  isWordy(token) &&
  !COUNTED.test(token.text) &&
  (periodOver(token.text, null) === null ||
    CALLED.test(token.text) ||
    isTitled(layout, token) ||
    (!saysDays(token.text) && standsAsName(token)));

/** Whether a text that reads as days may name something, where something else tells that it does. */
export const mayBeCalled = (token: Token): boolean => isWordy(token) && mayBeTitle(token.text);

/** The same where a word before it, a trail or a heading tells that. */
export const mayBeName = (layout: Layout, token: Token): boolean => canName(layout, token) || mayBeCalled(token);

/** The page says that it is a name: in its title, as its main heading, or by what it calls the text's place. */
function standsAsName(token: Token): boolean {
  const { el, text } = token;
  return (
    el.closest("h1") !== null ||
    attributeOf(el, "title") === text ||
    isPlaced(token, /(?<!(card|section|panel|module|block|chart|tab)[-_]*)(name|nick|title)/i) ||
    el.ownerDocument.title.split(PARTS_OF_TITLE).includes(text)
  );
}

const PARTS_OF_TITLE = /\s+[-–—|｜_·]\s+|[|｜_]/;

/** Whether the page's own classes call a text's place so. */
export const isPlaced = ({ el, text, cut = text }: Token, place: RegExp): boolean =>
  [el, el.parentElement].some(
    (at) => at?.textContent?.trim() === cut && [...at.classList, at.id].some((name) => place.test(name)),
  );

/** 商品状态 and, in smaller print beside or under it, Status. */
export const isGloss = (of: Token, { text, el }: Token): boolean =>
  /^[a-z][a-z .,&'’/-]+$/i.test(text) &&
  /[㐀-鿿]/.test(of.text) &&
  fontSize(el) < fontSize(of.el) &&
  (of.el.contains(el) || of.el.parentElement === el.parentElement);

/** When figures were made, which stands behind the days that they are of. */
const RENEWED = /更新|统计|截[至止]|同步|数据|刷新/;

/** 昨天去赶海了, and right behind it the hour at which it was published or began. */
function isTitled({ tokens }: Layout, { i, text }: Token): boolean {
  const next = tokens[i + 1]?.text ?? "";
  return mayBeTitle(text) && !RENEWED.test(next) && parseMoment(next)?.includes("T") === true;
}

/** A list's count of itself, before what is no word of a page's: 共3件小事. */
const COUNT_FIRST = /^共\s*[\d,]+\s*[个件条款场位名单笔篇种](?=.{2})/;

/** Whether what reads as days, or begins as a count does, says more than that: 昨日咖啡, 近30天瘦十斤. */
export function mayBeTitle(text: string): boolean {
  const rest = text.replace(COUNT_FIRST, "");
  return rest === text ? periodOver(text, null) !== null && !saysDays(text) : !isOfPage(rest);
}

/**
 * The name among a cell's or card's texts: what leads to the thing's own page, else what is no tag; of those the
 * biggest print, then the boldest, then the first. What reads as days or a count is one where nothing else is. Null when nothing
 * there can be a name.
 */
export function nameAmong(layout: Layout, tokens: readonly Token[], type?: EntityType): string | null {
  const isFree = (t: Token): boolean => !layout.isOption(t) && !isInitial(layout, t) && noted(layout, t) === null;
  // 近30天有开播 in small print is no name where something else is.
  const standsOut = (t: Token): boolean =>
    isBold(t) || t.el.closest(HEADING) !== null || (type !== undefined && isLinked(t, type));
  const asDays = tokens.filter((t) => mayBeCalled(t) && isFree(t) && !isBadge(t));
  const named = tokens.filter((t) => (canName(layout, t) || (asDays.includes(t) && standsOut(t))) && isFree(t));
  const plain = named.filter((token) => !isBadge(token));
  const own = plain.filter((token) => !isTag(layout, token));
  const linked = type ? own.filter((token) => isLinked(token, type)) : [];
  const able = [linked, own, plain, asDays, named].find((some) => some.length > 0) ?? [];
  const height = (t: Token): number => Math.round((t.box.b - t.box.t) / Math.max(1, linesOf(t)));
  const first = [...able].sort(
    (a, b) => height(b) - height(a) || Number(isBold(b)) - Number(isBold(a)) || a.i - b.i,
  )[0];
  return first ? flowing(layout, first, tokens) : null;
}

/** In a link to the thing's own page that is about its name alone, not around the whole card. */
function isLinked(token: Token, type: EntityType): boolean {
  const link = token.el.closest("a[href]");
  return (
    !!link && !/\d/.test(link.textContent?.replace(token.cut ?? token.text, "") ?? "") && linkOf(link, type) !== null
  );
}

/** A few words that come back in the list (优质达人), or stand in a row of their like (秒杀 | 包邮). */
function isTag(layout: Layout, token: Token): boolean {
  if (token.text.length > 8 || token.el.closest(HEADING)) return false;
  if (layout.timesSaid(token.text) > 1) return true;
  const beside = [token.el.previousElementSibling, token.el.nextElementSibling];
  return beside.some(
    (el) =>
      el?.localName === token.el.localName &&
      el.className === token.el.className &&
      el.childElementCount === 0 &&
      /^\S{1,8}$/.test(el.textContent?.trim() ?? "") &&
      // A name beside a badge is no badge: its like looks like it.
      getComputedStyle(el).backgroundColor === getComputedStyle(token.el).backgroundColor &&
      /^(em|i|span|b|small|label|sup)$/.test(el.localName),
  );
}

/** A wrapped text is as tall as its lines. */
function linesOf(token: Token): number {
  const size = fontSize(token.el);
  return Math.max(1, Math.round((token.box.b - token.box.t) / (size * 1.5)));
}

/** #话题, @小助手 behind a title; @远山客：雪线之上 is what another said. */
const ADDED = /^(?:[#＃]|@[^:：]*$)/;

/** A title is often several pieces in one print (text, #话题 links, a highlighted word): those that flow on from it. */
export function flowing(layout: Layout, token: Token, tokens: readonly Token[]): string {
  const size = fontSize(token.el);
  // What figures stand loose in is the whole card: its lines are no lines of the name's.
  const isCard = layout.list(...layout.span(token.el)).some((t) => t.el === token.el && (t.label || t.shown));
  const goesOn = (t: Token): boolean =>
    ((token.el.contains(t.el) && (!isCard || areInLine(t, token))) || ADDED.test(t.text) || isNextLine(token, t)) &&
    !t.icon &&
    !t.label &&
    Math.abs(fontSize(t.el) - size) < 1 &&
    !CODE.test(t.text) &&
    !parseMoment(t.text) &&
    !isBadge(t);
  const at = firstPiece(token, tokens, size);
  const pieces = [tokens[at] as Token];
  for (let k = at + 1; k < tokens.length; k++) {
    const t = tokens[k] as Token;
    if (t.i !== (tokens[k - 1] as Token).i + 1 || !goesOn(t)) break;
    pieces.push(t);
  }
  // 回放 behind a title is about the live; inside one it is the title's own word.
  const isNone = (text: string): boolean => (WORD.test(text) && TAG.test(text)) || /^[▾▿▼▽⌄˅∨]$/.test(text);
  while (pieces.length > 1 && isNone(pieces.at(-1)?.text ?? "")) pieces.pop();
  const text = pieces.map((t, k) => (k > 0 && t.spaced ? " " : "") + t.text).join("");
  return text.replace(CALLED, "");
}

/** A heading of several lines, each in a box of its own and all of one make. */
function isNextLine(first: Token, t: Token): boolean {
  const { el, box } = t;
  const heading = el.closest(HEADING);
  const ofOneMake = isBold(t) === isBold(first) && getComputedStyle(el).color === getComputedStyle(first.el).color;
  const below = box.t >= first.box.b - 2;
  return heading?.contains(first.el) === true && ofOneMake && below && isWordy(t);
}

/** Where the text begins that a #话题 ends: in what holds both, in the same print. */
function firstPiece(token: Token, tokens: readonly Token[], size: number): number {
  let at = tokens.indexOf(token);
  while (/^[#＃@]/.test(tokens[at]?.text ?? "")) {
    const [piece, before] = [tokens[at] as Token, tokens[at - 1]];
    const flows =
      before &&
      before.i === piece.i - 1 &&
      (before.el.contains(piece.el) || before.el.parentElement === piece.el.parentElement);
    if (!flows || !isWordy(before) || Math.abs(fontSize(before.el) - size) >= 1) break;
    at--;
  }
  return at;
}

export const isBold = (token: Token): boolean => Number(getComputedStyle(token.el).fontWeight) >= 600;

/** A few words in a frame or on a colour of their own: 包邮, 新品, 已结束. */
export function isBadge(token: Token): boolean {
  if (token.text.length > 8) return false;
  const style = getComputedStyle(token.el);
  const framed = Number.parseFloat(style.borderLeftWidth) > 0 && Number.parseFloat(style.borderRightWidth) > 0;
  const filled = !CLEAR.test(style.backgroundColor);
  return (framed || filled) && /^inline/.test(style.display);
}

/** An id that the texts show (商品ID：…), or that a link of the element carries. */
export function idAmong(tokens: readonly Token[], el: Element | null, type: EntityType): string | null {
  for (const [k, token] of tokens.entries()) {
    const m = ID_TEXT.exec(runOn(tokens, k).normalize("NFKC"));
    if (m?.[1]) return m[1];
    if (/^(?:商品|视频|作品|直播|达人|视频号|SPU)?\s*ID\s*[:：]?$/i.test(token.text)) {
      const next = tokens[k + 1]?.text.normalize("NFKC");
      if (next && /^[\w-]{3,}$/.test(next)) return next;
    }
  }
  return linkOf(el, type)?.id ?? null;
}

/** A text with those that run on from it in its line: frameworks and highlighters cut ids in pieces. */
function runOn(tokens: readonly Token[], at: number): string {
  let last = tokens[at] as Token;
  let text = last.text;
  for (const next of tokens.slice(at + 1)) {
    const joined = !next.spaced && next.i === last.i + 1 && Math.abs(next.box.l - last.box.r) < 1;
    if (!joined || !/^[\w-]/.test(next.text.normalize("NFKC")) || lineOverlap(next.box, last.box) < 0.5) break;
    text += next.text;
    last = next;
  }
  return text;
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
