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
import { fontSize, lineOverlap } from "./visible";

const ID_TEXT = /^(?:商品|视频|作品|直播|达人|视频号|SPU)?\s*ID\s*[:：]?\s*([\w-]{3,})(?=\s|$)/i;
/** The seller's own codes and particulars: no name, and no id of the platform's. */
export const CODE = /^(商品|商家|货|视频|作品|直播|SPU)?\s*(编码|编号|货号|条码|规格|型号|类目|SKU|ID)\s*[:：]?/i;
/** What a page writes before a name: 直播标题：, 视频描述：. */
export const CALLED = /^(直播|视频|作品|商品|宝贝|达人|账号)?(标题|主题|名称|描述|昵称)\s*[:：]\s*(?=\S)/;
/** The same, where it leaves no doubt: 直播主题：围巾上新. */
const IN_ONE = /^(直播|视频|作品|商品)(标题|主题|名称)\s*[:：]\s*\S/;
/** Such a word before or over the name, in print of its own. */
const CALLS =
  /^(选择|当前|所选|切换)?(直播|视频|作品|商品|达人|场次)(标题|主题|名称|描述|昵称)?\s*[:：]?$|^(昵称|标题)\s*[:：]?$/;
const TAG =
  /^(封面|图片|头像|主图|缩略图|预览|暂无封面|置顶|原创|审核中|已发布|公开|私密|仅自己可见|合集|定时|草稿|回放|直播回放|自营|([本今上昨当][周月日天季]|店铺|全店|近期)?(精选|新品|热销|推荐|爆款|主推|热卖|人气)(商品|单品|款|王|冠军)?|预售|\d+号(链接)?|[待已]?讲解中?|new|hot|\d{1,2}:\d{2}[\d:至~–—-]*|(?:[㐀-鿿]{0,4}榜|第|no\.?|top|lv\.?|#)?\s*(?:top|no\.?|第)?\s*\d+(?:\s*[名位])?|[¥￥]\s*\d\S*)$/i;
/** What a table or line calls the name that is in its place: 商品名称. */
const CALLS_NAME = /^(商品|货品|宝贝|直播|视频|短视频|作品|达人|店铺|账号)(名称|标题|昵称|信息)\s*[:：]?$/;
const SIGNS_ALONE = new RegExp(`^[${SIGNS}]+$`);
const WORD = /^[a-z㐀-鿿]+$/i;
/** 视频 (24), 共 2 件: a list's own count. */
const COUNTED = /^\S{1,6}\s*[(（]\s*[\d,]+\s*[)）]$|^共\s*[\d,]+/;
const STARS = /^(有认证|可开发票|回复率高|已认证|.{0,6}(认证|发票|回复率).{0,3})$/;

const CHORE =
  "(?:(?:弹幕|评论)管理|删除|置顶|编辑|隐藏|分享|下载|推广|更多|数据|修改\\S{0,3}|设置\\S{0,4}|查看\\S{0,4})";
/** 弹幕管理 评论管理 删除: what one may do with a thing, in one text. */
export const CHORES = new RegExp(`^(?:弹幕管理|评论管理|${CHORE}(?:[\\s|·/、]+${CHORE})+)$`);

/** True for a text that can name something: not a number, date, id, badge or label. */
const isWordy = (token: Token): boolean =>
  !token.icon &&
  token.label === null &&
  token.shown === null &&
  !parseMoment(token.text) &&
  !CODE.test(token.text) &&
  !COUNTED.test(token.text) &&
  !OF_DAYS.test(token.text) &&
  !TAG.test(token.text) &&
  !CALLS_NAME.test(token.text) &&
  !CHORES.test(token.text) &&
  !SIGNS_ALONE.test(token.text) &&
  !isAside(token.text) &&
  !STARS.test(token.text);

/** The same where it stands: what reads as days may be a title. */
const canName = (layout: Layout, token: Token): boolean =>
  isWordy(token) && (periodOver(token.text, null) === null || isTitled(layout, token));

const DAYS_FIRST = /^(?:最?近\s?\d+\s?[天日]|[昨今][天日])的?(?=.{2})/;
/** When figures were made, which stands behind the days that they are of. */
const RENEWED = /更新|统计|截[至止]|同步|数据|刷新/;

/** 昨天去赶海了, and right behind it the hour at which it was published or began. */
function isTitled({ tokens }: Layout, { i, text }: Token): boolean {
  const rest = text.replace(DAYS_FIRST, "");
  const next = tokens[i + 1]?.text ?? "";
  return rest !== text && !isOfPage(rest) && !RENEWED.test(next) && parseMoment(next)?.includes("T") === true;
}

/**
 * The name among a cell's or card's texts: what leads to the thing's own page, else what is no tag; of those the
 * biggest print, then the boldest, then the first. Null when nothing there can be a name.
 */
export function nameAmong(layout: Layout, tokens: readonly Token[], type?: EntityType): string | null {
  const named = tokens.filter(
    (token) =>
      canName(layout, token) && !layout.isOption(token) && !isInitial(layout, token) && noted(layout, token) === null,
  );
  const plain = named.filter((token) => !isBadge(token));
  const own = plain.filter((token) => !isTag(layout, token));
  const linked = type ? own.filter((token) => isLinked(token, type)) : [];
  const able = [linked, own, plain, named].find((some) => some.length > 0) ?? [];
  const height = (t: Token): number => Math.round((t.box.b - t.box.t) / Math.max(1, linesOf(t)));
  const first = [...able].sort(
    (a, b) => height(b) - height(a) || Number(isBold(b)) - Number(isBold(a)) || a.i - b.i,
  )[0];
  return first ? flowing(first, tokens) : null;
}

/** In a link to the thing's own page that is about its name alone, not around the whole card. */
function isLinked(token: Token, type: EntityType): boolean {
  const link = token.el.closest("a[href]");
  return !!link && !/\d/.test(link.textContent?.replace(token.text, "") ?? "") && linkOf(link, type) !== null;
}

/** A few words that come back in the list (优质达人), or stand in a row of their like (秒杀 | 包邮). */
function isTag(layout: Layout, token: Token): boolean {
  if (token.text.length > 8) return false;
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
function flowing(token: Token, tokens: readonly Token[]): string {
  const size = fontSize(token.el);
  const goesOn = (t: Token): boolean =>
    (t.el === token.el || token.el.contains(t.el) || ADDED.test(t.text) || isNextLine(token, t)) &&
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

const isBold = (token: Token): boolean => Number(getComputedStyle(token.el).fontWeight) >= 600;

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

/** What a live's or video's page says of its state, and no name of it. */
const ON_AIR = new RegExp(
  `^[${SIGNS}\\s]*(直播(已)?(结束|中)|已开播|已结束|进行中|未开始|回放|更新|截至|截止|统计|数据|近\\d|开播|发布)`,
);

/** What the page calls what it is about: its only main heading, else what stands out before its first figure. */
export const nameOfPage = (layout: Layout, first: Token, user: string | null): string | null =>
  mainHeading(layout, user) ?? headingBefore(layout, first, user);

/**
 * The heading of what a page is about: nearest before its first figure and printed bigger than the labels. The user's own
 * name, which stands on every page of the console, is none.
 */
function headingBefore(layout: Layout, first: Token, user: string | null): string | null {
  const called = calledSo(layout, first) ?? endOfTrail(layout, first);
  // 数据 > 场次 > 实时战报: a few words at the end may be the part's of the page, where something stands out behind them.
  const isSure = called && (called.text.length > PART || !standsOutAfter(layout, called, first, user));
  if (called && isSure && called.text !== user) return flowing(called, layout.tokens);
  const size = (t: Token): number => fontSize(t.el);
  const plain = size(first);
  let found: string | null = null;
  layout.climb(first.el, (lo) => {
    const before = layout.list(lo, first.i).filter((t) => mayBeOf(layout, t, user) && !isBadge(t));
    const big = before.filter((t) => size(t) > plain * 1.1).sort((a, b) => size(b) - size(a) || a.i - b.i)[0];
    const bold = before.filter((t) => isBold(t) && !ON_AIR.test(t.text));
    // In plain print, what stands right before a day is what happened on it.
    const best =
      big ??
      before.find((t) => !ON_AIR.test(t.text) && beforeDay(layout, t, 2)) ??
      before.find((t) => besidePicture(layout, t)) ??
      (bold.length === 1 && !isBold(first) ? bold[0] : null) ??
      null;
    found = best ? flowing(best, layout.tokens) : null;
    return found !== null;
  });
  return found ?? onlyOne(layout, first, user);
}

/** Whether something in bigger print than a trail's end, between that and the first figure, may be the name. */
const standsOutAfter = (layout: Layout, end: Token, first: Token, user: string | null): boolean =>
  layout
    .list(end.i + 1, first.i)
    .some(
      (t) => fontSize(t.el) > fontSize(end.el) * 1.1 && !isBadge(t) && !ON_AIR.test(t.text) && mayBeOf(layout, t, user),
    );

/** 选择视频 | 雨天的录音机: what a word says is the name. The word alone may be a tab: it says so of what it is to be chosen of, or in a cell. */
function calledSo(layout: Layout, first: Token): Token | null {
  for (const word of layout.texts(0, first.i)) {
    if (IN_ONE.test(word.text) && canName(layout, word)) return word;
    if (!CALLS.test(word.text) || layout.isOption(word)) continue;
    const next = layout.tokens[word.i + 1];
    const cell = word.el.closest("th,td,dt");
    const says = /^(选择|当前|所选|切换)|(标题|主题|名称|描述|昵称)|[:：]$/.test(word.text);
    if (!next || !says || !canName(layout, next) || isOfPage(next.text)) continue;
    if (cell && (cell.closest("thead") || !cell.nextElementSibling?.contains(next.el))) continue;
    const gap = next.box.l - word.box.r;
    if (cell || (lineOverlap(next.box, word.box) > 0.5 && gap > -2 && gap < 60)) return next;
  }
  return null;
}

/** 数据中心 > 单篇视频 > 雨天的录音机: the end of a trail of texts. */
function endOfTrail(layout: Layout, first: Token): Token | null {
  const trail = [...layout.tokens].slice(0, first.i).filter((t) => t.area !== "dialog" && t.area !== "tip");
  const at = trail.findLastIndex((t) => /^[>›/»]$/.test(t.text));
  const [sign, last, next] = trail.slice(at < 0 ? trail.length : at);
  const ends =
    sign &&
    last &&
    last.i === sign.i + 1 &&
    lineOverlap(sign.box, last.box) > 0.5 &&
    !/^[>›/»]$/.test(next?.text ?? "");
  return ends && canName(layout, last) && !isOfPage(last.text) ? last : null;
}

/** 观众, 交易, 互动: words in one print of their own, each right over figures, name the parts of a page. */
function isOfSeries({ tokens }: Layout, { i, el, text }: Token): boolean {
  if (text.length > PART || el.textContent?.trim() !== text) return false;
  const print = printOf(el);
  const isOverFigures = (t: Token): boolean => {
    const next = tokens[t.i + 1];
    return !!next && (next.label !== null || next.shown !== null) && printOf(next.el) !== print;
  };
  return tokens.some(
    (t) =>
      t.i > i + 1 &&
      t.area === "page" &&
      t.text.length <= PART &&
      !t.shown &&
      !t.label &&
      t.el.localName === el.localName &&
      isOverFigures(t) &&
      printOf(t.el) === print,
  );
}

/** What a part of a page is called is no longer than this. */
const PART = 6;

const printOf = (el: Element): string => {
  const { fontSize, fontWeight, color } = getComputedStyle(el);
  return `${fontSize} ${fontWeight} ${color}`;
};

/** 流量 | 观众 | 带货: one of several words in a line, in one size: tabs, whichever of them is chosen. */
function isOfRow(layout: Layout, { el, box, text }: Token): boolean {
  const row = text.length <= PART ? layout.climb(el, (lo, hi) => hi - lo > 1) : null;
  const words = row ? layout.tokens.slice(...layout.span(row)) : [];
  return (
    words.length > 2 &&
    words.every(
      (t) => t.text.length <= PART && !t.shown && lineOverlap(t.box, box) > 0.5 && fontSize(t.el) === fontSize(el),
    )
  );
}

/** The only main heading of the page, wherever it stands: sections have headings of their own before their figures. */
function mainHeading(layout: Layout, user: string | null): string | null {
  const heads = [...layout.sheet.roots].flatMap((root) =>
    [...(root as Document | ShadowRoot).querySelectorAll("h1")].flatMap((el) => {
      const told = layout.tokens.slice(...layout.span(el)).find((t) => t.area !== "dialog" && !isBadge(t));
      return told ?? [];
    }),
  );
  const [first] = heads;
  if (!first || heads.length > 1) return null;
  const isName = canName(layout, first) && first.text !== user && !isOfPage(first.text) && !ON_AIR.test(first.text);
  return isName ? flowing(first, layout.tokens) : null;
}

/** An avatar or cover stands right before it. */
function besidePicture(layout: Layout, token: Token): boolean {
  if (token.text.length > 60 || ON_AIR.test(token.text)) return false;
  for (const el of layout.ancestors(token.el)) {
    if (layout.span(el)[0] < token.i) return false;
    const before = el.previousElementSibling;
    if (before) return before.localName === "img" || before.querySelector(":scope img") !== null;
  }
  return false;
}

/** What one may do with whom the page is about. */
const DEED = /^(联系|邀请|加入|收藏|关注|已关注|导出|下载|分享|复制|编辑|发布|查看|刷新|合作).{0,6}$/;

/** 上一场, 下一篇：秋日专场, 上一场 3,902: what lies beside the thing that the page is about; and what a page makes known. */
const NEIGHBOUR =
  /^[‹«<←]?\s*[上下]一?[场条篇个期](直播|视频|短视频|作品|达人|商品)?\s*([:：]|[›»>→]?$|(?<=\s)[¥￥]?\d)/;
const NOTICE =
  /^(公告|通知|提示|提醒|注意|温馨提示|重要通知|活动|帮助|客服|反馈|消息|设置|推荐)\s*([:：]|$)|^20\d{2}\D\d{1,2}\D\d{1,2}日?\s.*[，。；]/;

/** Named behind a word for a neighbour, in one box with it. */
function isOfNeighbour(layout: Layout, { i, el, text }: Token): boolean {
  if (NEIGHBOUR.test(text)) return true;
  const before = layout.textBefore(i);
  if (!before || !NEIGHBOUR.test(before.text)) return false;
  const [lo, hi] = layout.span(layout.climb(el, (a, b) => b - a > 1));
  return before.i >= lo && hi - lo <= 3;
}

/** 主播：, 所属机构：星野: who did it, not what it is. */
const WHO = /^(?:主播|助播|场控|(?:所属)?机构|MCN|运营|负责人|操作人|(?:所属)?类目)\s*[:：](.*)$/i;

/** Whether a text may name what the page is about, and is neither the user's name nor the console's or a list's own. */
export const mayBeOf = (layout: Layout, token: Token, user: string | null): boolean =>
  canName(layout, token) &&
  token.text !== user &&
  !isOfPage(token.text) &&
  !NOTICE.test(token.text) &&
  !isOfNeighbour(layout, token) &&
  !WHO.test(token.text) &&
  WHO.exec(layout.textBefore(token.i)?.text ?? "")?.[1] !== "" &&
  !layout.isOption(token) &&
  !isInitial(layout, token) &&
  !isOfRow(layout, token) &&
  !isOfSeries(layout, token);

/**
 * Nothing stands out, and one text alone before the figures is not the page's own furniture: that is the name; else the
 * one in the place of a title, or right before a day, which may read as a figure (24小时).
 */
function onlyOne(layout: Layout, first: Token, user: string | null): string | null {
  const over = layout
    .list(0, first.i)
    .filter((t) => !ON_AIR.test(t.text) && !/[。；]/.test(t.text) && t.text.length <= 60);
  const plain = over.filter((t) => mayBeOf(layout, t, user) && !DEED.test(t.text));
  const called = plain.filter((t) => isPlaced(t, /name|title|nick/i));
  const figures = over.filter(
    (t) => t.shown && /[㐀-鿿]$/.test(t.text) && (isPlaced(t, /title/i) || beforeDay(layout, t, 1)),
  );
  return [plain, called, figures].find((some) => some.length === 1)?.[0]?.text ?? null;
}

/** Whether a day is said in the next texts, at most `far` on. */
const beforeDay = ({ tokens }: Layout, { i }: Token, far: number): boolean =>
  tokens.slice(i + 1, i + 1 + far).some(({ text }) => /20\d{2}\D\d{1,2}\D\d{1,2}/.test(text));

/** Whether the page's own classes call a text's place so. */
export const isPlaced = ({ el, text }: Token, place: RegExp): boolean =>
  [el, el.parentElement].some(
    (at) => at?.textContent?.trim() === text && [...at.classList, at.id].some((name) => place.test(name)),
  );
