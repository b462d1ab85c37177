import { own } from "./genuine";
import { HEADING, isInitial, type Layout } from "./layout";
import { canName, flowing, isBadge, isBold, isPlaced, mayBeCalled, mayBeName, mayBeTitle } from "./names";
import { isNote, isOfPage, speaksOfPage } from "./page-words";
import { besideAvatar, isAvatar } from "./shell";
import { SIGNS, TRAIL_SIGN } from "./signs";
import type { Token } from "./tokens";
import { areInLine, fontSize, lineOverlap, printOf } from "./visible";

/** What a page writes before a name, where it leaves no doubt: 直播主题：围巾上新. */
const IN_ONE = /^(直播|视频|作品|商品)(标题|主题|名称)\s*[:：]\s*\S/;
/** Such a word before or over the name, in print of its own. */
const CALLS =
  /^(选择|当前|所选|切换)?(直播|视频|作品|商品|达人|场次)(标题|主题|名称|描述|昵称)?\s*[:：]?$|^(昵称|标题)\s*[:：]?$/;

/** What a live's or video's page says of its state, and no name of it. */
const ON_AIR = new RegExp(
  `^[${SIGNS}\\s]*(直播(已)?(结束|中)|已开播|已结束|进行中|未开始|回放|更新|截至|截止|统计|数据|近\\d|开播|发布)`,
);

/**
 * What the page calls what it is about: its only main heading, else what the document is called after, else what stands
 * out before its first figure.
 */
export function nameOfPage(layout: Layout, first: Token, user: string | null): string | null {
  for (const { text } of layout.texts(0, first.i)) {
    const [, quoted, what = ""] = QUOTED.exec(text) ?? [];
    if (quoted && quoted !== user && isOfPage(what)) return quoted;
  }
  const heading = mainHeading(layout, user);
  if (heading !== null) {
    const covered = layout.list(0, first.i).filter((t) => besideCover(layout, t) && mayBeOf(layout, t, user));
    const [made, another] = madeAmong(layout, covered);
    return made && !another ? flowing(layout, made, layout.tokens) : heading;
  }
  const titled = nameInTitle(first.el.ownerDocument.title, user);
  const isSaid = titled !== null && layout.tokens.some((t) => t.text === titled && mayBeOf(layout, t, user));
  if (isSaid) return titled;
  const found = headingBefore(layout, first, user);
  return found ?? (titled && titled.length > LONGEST_USER ? titled : null) ?? onlyOne(layout, first, user);
}

/** 「雨天的录音机」的数据: what the page itself says that it tells of. */
const QUOTED = /^[「『“"]([^「」『』“”"]{2,40})[」』”"]\s*的?\s*(\S{2,8})$/;

/** What a title says a page is of one of. */
const OF_ONE = /单[场篇条个]|本[场篇条]|详情|复盘|战报/;
/** What is longer in a title is no name of whose console it is. */
const LONGEST_USER = 8;

/** 冬季山货节 - 单场直播数据 - 视频号助手: what a title is called after, where all else in it is the page's own. */
function nameInTitle(title: string, user: string | null): string | null {
  const parts = title.split(/(\s+[-–—|｜_·]\s+|[|｜_])/);
  const isOwn = (part: string | undefined): boolean => part !== undefined && isOfPage(part);
  let [lo, hi] = [0, parts.length];
  while (lo < hi && isOwn(parts[lo])) lo += 2;
  while (lo < hi && isOwn(parts[hi - 1])) hi -= 2;
  const name = parts.slice(lo, hi).join("").trim();
  const saysOne = [...parts.slice(0, lo), ...parts.slice(hi)].some((part) => OF_ONE.test(part));
  return saysOne && name !== "" && name !== user ? name : null;
}

/**
 * The heading of what a page is about: nearest before its first figure and printed bigger than the labels. The user's own
 * name, which stands on every page of the console, is none.
 */
function headingBefore(layout: Layout, first: Token, user: string | null): string | null {
  const called = calledSo(layout, first) ?? endOfTrail(layout, first);
  // 数据 > 场次 > 实时战报: a few words at the end may be the part's of the page, where something stands out behind them.
  const isSure = called && (called.text.length > PART || !standsOutAfter(layout, called, first, user));
  if (called && isSure && called.text !== user)
    return layout.at(called.i) === called ? flowing(layout, called, layout.tokens) : called.text;
  const size = (t: Token): number => fontSize(t.el);
  const plain = size(first);
  let found: string | null = null;
  layout.climb(first.el, (lo) => {
    const before = layout
      .list(lo, first.i)
      .filter((t) => mayBeOf(layout, t, user) && !isBadge(t) && !isHeadOfPart(layout, t, first));
    const large = before.filter((t) => size(t) > plain * 1.1).sort((a, b) => size(b) - size(a) || a.i - b.i);
    // What the page says the day of, beside its cover or in large print, is surer than what is larger.
    const big =
      madeAmong(
        layout,
        before.filter((t) => besideCover(layout, t)),
      )[0] ??
      madeAmong(layout, large)[0] ??
      large[0];
    const bold = before.filter((t) => isBold(t) && !ON_AIR.test(t.text));
    // In plain print, what stands right before a day is what happened on it.
    const best =
      big ??
      before.find((t) => !ON_AIR.test(t.text) && beforeDay(layout, t, 2)) ??
      madeAmong(
        layout,
        before.filter((t) => !ON_AIR.test(t.text)),
      )[0] ??
      before.find((t) => besidePicture(layout, t)) ??
      (bold.length === 1 && !isBold(first) ? bold[0] : null) ??
      null;
    found = best ? flowing(layout, best, layout.tokens) : null;
    return found !== null;
  });
  return found ?? daysInLargePrint(layout, first, user);
}

/** 今天全部半价 in larger print than all else: days are said in it, and nothing else is there to be called so. */
function daysInLargePrint(layout: Layout, first: Token, user: string | null): string | null {
  const plain = fontSize(first.el);
  const [said, another] = layout
    .list(0, first.i)
    .filter((t) => fontSize(t.el) > plain * LARGER && mayBeCalled(t) && isNoFurniture(layout, t, user) && !isBadge(t));
  return said && !another ? said.text : null;
}

/** Print of a title, to that of a label. */
const LARGER = 1.25;

/**
 * 留存曲线 goes on where 数据总览 was: one of several headings of one make, of which others come after the figures, is over
 * a part of the page; not where a cover is beside it, or a day behind.
 */
function isHeadOfPart(layout: Layout, t: Token, first: Token): boolean {
  const heading = t.el.closest(HEADING);
  if (!heading || beforeDay(layout, t, 2) || besidePicture(layout, t)) return false;
  const print = printOf(t.el);
  return layout.tokens.some(
    (other) =>
      other.i > first.i &&
      other.area === "page" &&
      other.el.closest(HEADING)?.localName === heading.localName &&
      printOf(other.el) === print,
  );
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
    if (!next || !says || !mayBeName(layout, next) || isOfPage(next.text)) continue;
    if (cell && (cell.closest("thead") || !cell.nextElementSibling?.contains(next.el))) continue;
    const gap = next.box.l - word.box.r;
    if (cell || (areInLine(next, word) && gap > -2 && gap < 60)) return next;
  }
  return null;
}

/** 数据中心 > 单篇视频 > 雨天的录音机: the end of a trail of texts, or of one. */
function endOfTrail(layout: Layout, first: Token): Token | null {
  const trail = [...layout.tokens].slice(0, first.i).filter((t) => t.area !== "dialog" && t.area !== "tip");
  const at = trail.findLastIndex((t) => TRAIL_SIGN.test(t.text));
  for (const t of at < 0 ? trail : []) {
    const parts = t.text.split(/\s+[>›/»]\s+/);
    const text = parts.pop() ?? "";
    if (
      parts.length > 0 &&
      parts.every(isOfPage) &&
      !isOfPage(text) &&
      (canName(layout, { ...t, text }) || mayBeTitle(text))
    )
      return { ...t, text };
  }
  const [sign, last, next] = trail.slice(at < 0 ? trail.length : at);
  const ends = sign && last && last.i === sign.i + 1 && areInLine(sign, last) && !TRAIL_SIGN.test(next?.text ?? "");
  return ends && mayBeName(layout, last) && !isOfPage(last.text) ? last : null;
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
  const isName =
    (canName(layout, first) || mayBeTitle(first.text)) &&
    first.text !== user &&
    !isOfPage(first.text) &&
    !ON_AIR.test(first.text);
  return isName ? flowing(layout, first, layout.tokens) : null;
}

/** The avatar or cover that stands right before it. */
function pictureBefore(layout: Layout, token: Token, painted = false): Element | null {
  if (token.text.length > 60 || ON_AIR.test(token.text)) return null;
  for (const el of layout.ancestors(token.el)) {
    if (layout.span(el)[0] < token.i) return null;
    const before = own(el, "previousElementSibling");
    if (before) return before.localName === "img" ? before : (before.querySelector("img") ?? (painted ? before : null));
  }
  return null;
}

const besidePicture = (layout: Layout, token: Token): boolean => pictureBefore(layout, token) !== null;

/** A picture, or a painted box, and no face: who made it stands beside that, and the day behind. */
function besideCover(layout: Layout, token: Token): boolean {
  const picture = pictureBefore(layout, token, true);
  if (!picture || picture.textContent?.trim() || isAvatar(picture, false)) return false;
  const { width, height } = picture.getBoundingClientRect();
  return Math.min(width, height) >= COVER;
}

/** Px: a sign is smaller. */
const COVER = 36;

/** What a control says that does something with the thing, or what it may be called. */
const BEGINS_AS_ACTION = /^(联系|邀请|加入|收藏|关注|已关注|导出|下载|分享|复制|编辑|发布|查看|刷新|合作).{0,6}$/;

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

/** 主播：, 所属机构：星野, · 运营者 小齐, 认证：读书博主: who did it and what is told of them, not what it is. */
const WHO =
  /^[·|｜\s]*(?:(?:主播|助播|场控|(?:所属)?机构|MCN|运营|负责人|操作人|(?:所属)?类目|认证|简介|签名|地区|擅长)\s*[:：]|(?:运营者|操作人|负责人)\s+)(.*)$/i;

/** 当前账号：布衣阿珠 says whose console it is. */
const WHOSE = /^(当前|登录|所属|关联|我的|本)?(店铺|小店|商家|商户|视频号|账号|帐号)(名称|名|昵称)?\s*[:：]/;

/** Whether a text may name what the page is about, and is neither the user's name nor the console's or a list's own. */
export const mayBeOf = (layout: Layout, token: Token, user: string | null): boolean =>
  (canName(layout, token) || (mayBeCalled(token) && besideAvatar(layout, token))) && isNoFurniture(layout, token, user);

const isNoFurniture = (layout: Layout, token: Token, user: string | null): boolean =>
  token.text !== user &&
  !isOfPage(token.text) &&
  !NOTICE.test(token.text) &&
  !isNote(token.text) &&
  !WHOSE.test(token.text) &&
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
  // Beside the user's own name stands who looks after it, and what waits.
  const users = layout.tokens.filter((t) => t.text === user);
  const isInUsersLine = (t: Token): boolean => users.some(({ box }) => lineOverlap(box, t.box) > 0.5);
  const over = layout
    .list(0, first.i)
    .filter((t) => !ON_AIR.test(t.text) && !/[。；]/.test(t.text) && t.text.length <= 60 && !isInUsersLine(t));
  const able = over.filter((t) => mayBeOf(layout, t, user) && !BEGINS_AS_ACTION.test(t.text));
  // 口径如何计算, 仅统计直播期间: what speaks of what is on such pages may be said of the figures.
  const plain = able.filter((t) => !speaksOfPage(t.text));
  const called = able.filter((t) => isPlaced(t, /name|title|nick/i));
  const figures = over.filter(
    (t) => t.shown && /[㐀-鿿]$/.test(t.text) && (isPlaced(t, /title/i) || beforeDay(layout, t, 1)),
  );
  return [plain, called, figures].find((some) => some.length === 1)?.[0]?.text ?? null;
}

/** Whether a day is said in the next texts, at most `far` on. */
const beforeDay = ({ tokens }: Layout, { i }: Token, far: number): boolean =>
  tokens.slice(i + 1, i + 1 + far).some(({ text }) => /20\d{2}\D\d{1,2}\D\d{1,2}/.test(text));

/** Those right before what says when they were made public: 2026-11-12 18:00 开播. */
const madeAmong = ({ tokens }: Layout, texts: readonly Token[]): Token[] =>
  texts.filter(({ i }) => {
    const at = [i + 1, i + 2].find((k) => MADE.test(tokens[k]?.text ?? ""));
    return at !== undefined && !texts.some((t) => t.i > i && t.i < at);
  });

const MADE =
  /^(?=.*(发[布表]|开播|20\d{2}\D\d{1,2}\D\d{1,2}日?\s+\d{1,2}:\d{2}))(?!.*(更新|统计|截[至止]|同步|数据|刷新)).*\d\D\d/;
