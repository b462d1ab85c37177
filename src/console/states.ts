import { chosenAmong } from "./chosen";
import type { Layout } from "./layout";
import type { Token } from "./tokens";
import { areInLine } from "./visible";

const LOGIN =
  /(扫码|扫一扫|微信)\S{0,6}登录|请(先|重新)?登录|(登录(状态)?|会话|身份|二维码)已?(过期|失效|超时)|(重新|立即)登录/;
const RISK =
  /安全验证|(完成|进行|通过)\S{0,6}验证|验证码|滑块|拼图|(操作|请求|访问)(过于)?频繁|访问(异常|受限|被拒绝)|([账帐]号|环境|操作)\S{0,4}(异常|风险)|实名验证|人脸(识别|验证)|身份验证|稍后再试/;
const BUSY = /^(数据)?(正在)?(加载|载入|读取|获取)(数据)?中?\s*(…|\.{2,3}|。)?$|^loading/i;
const EMPTY =
  /(暂|[天日]内?)无\S{0,6}(数据|内容|视频|商品|直播|作品|订单|售后|达人|记录|结果)|还没有|没有(数据|更多|找到|相关|符合)|^空空如也/;
const MORE = /^((点击|下拉|上拉|上滑|下滑|向上滑动|滑动|滚动)?(加载|查看|展开|显示)更多|更多数据|下一页|下页|›|»|>)$/;

export type Screen = "login" | "risk" | null;

/** A drawer that tells figures of what it is called after: 登录失效这样解决 over 播放 1,204. */
function tellsFigures(layout: Layout, { el }: Token): boolean {
  for (const at of layout.ancestors(el)) {
    const texts = layout.tokens.slice(...layout.span(at));
    if (texts.some((t) => t.label) && texts.some((t) => t.shown)) return true;
    if (at.matches(LAID_OVER) || /fixed|absolute/.test(getComputedStyle(at).position)) break;
  }
  return false;
}

/** In a line or card with figures: a thing of a list. */
function isBesideFigures(layout: Layout, { el }: Token): boolean {
  const card = layout.climb(el, (lo, hi) => hi - lo > FEW);
  return layout.list(...layout.span(card)).filter(({ shown }) => shown && shown.kind !== "none").length >= FEW;
}

/** Texts and figures. */
const FEW = 3;

const LAID_OVER = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]";

/**
 * A log-in or risk screen in the way: as a dialog over the page, or as the page itself. The same words as somebody's
 * video title, with figures around, are no screen.
 */
export function* screenOf(layout: Layout, hasFigures: boolean): Generator<void, Screen, void> {
  const { sheet } = layout;
  if (sheet.loginForm) return "login";
  if (sheet.captcha) return "risk";
  const heads = (token: Token): boolean => token.area === "dialog" || (!hasFigures && token.area === "page");
  const said = yield* layout.find(
    (token) =>
      !token.icon &&
      token.text.length <= 40 &&
      heads(token) &&
      (LOGIN.test(token.text) || RISK.test(token.text)) &&
      !(token.area === "page" ? isBesideFigures(layout, token) : tellsFigures(layout, token)),
  );
  return said && (LOGIN.test(said.text) ? "login" : "risk");
}

/** Something says that it is still loading. `over`: on top of the figures themselves. */
export function* busyOn(
  layout: Layout,
  figures: readonly Token[],
): Generator<void, { any: boolean; over: boolean }, void> {
  const { busy } = layout.sheet;
  const over = busy.some((box) =>
    figures.some(
      (t) =>
        (t.box.l + t.box.r) / 2 > box.l &&
        (t.box.l + t.box.r) / 2 < box.r &&
        (t.box.t + t.box.b) / 2 > box.t &&
        (t.box.t + t.box.b) / 2 < box.b,
    ),
  );
  const said = yield* layout.find((t) => t.text.length <= 12 && BUSY.test(t.text));
  return { any: busy.length > 0 || said !== null, over };
}

const FAILED =
  /(加载|载入|获取|请求|读取)(数据)?失败|网络(错误|异常|不给力|超时)|开小差|请求超时|(服务|系统)(异常|繁忙|错误|不可用)|出错了/;
const RETRY = /重试|刷新|重新(加载|获取)|稍后再试/;
/** What somebody tells of such a message: 系统繁忙，请稍后再试 —— 客服是这么回我的. */
const RETOLD = /——|[“”「」『』]|我(?!们)|(?<!其)[他她]|说(?!明)/;

/** Whether text `i` of some says that something could not be loaded, with a way to try again behind it. */
export const saysFailed = (texts: readonly Token[], i: number): boolean =>
  (texts[i]?.text.length ?? LONG) <= LONG &&
  FAILED.test(texts[i]?.text ?? "") &&
  !RETOLD.test(texts[i]?.text ?? "") &&
  texts.slice(i, i + 3).some(({ text }) => RETRY.test(text));

/** Characters; what is longer explains something else. */
const LONG = 30;

/**
 * Where a part of the page or a row of its list says that it could not be loaded, and offers to try again; what is read
 * elsewhere is not all. A thing of the list may be called so: `isName`.
 */
export function* failureOn(layout: Layout, isName: (text: string) => boolean): Generator<void, Token | null, void> {
  return yield* layout.find(
    ({ i, area, text }) => area === "page" && saysFailed(layout.tokens, i) && !(layout.claimed.has(i) && isName(text)),
  );
}

/** What stands under a list that is not all on show: 还有 2 条, 展开全部 6 条, 仅显示最近 4 条, 上拉加载. */
const REST =
  /^(还有|还剩|剩余|其余)\s*\d+\s*[条个篇]|^(点击|上拉|下拉|上滑|下滑|滑动|滚动)?(加载|查看|展开|显示)(全部|剩余|其余|余下|更多)|^仅(显示|展示)|^(上拉|上滑|下滑|滚动)加载/;

/** A list goes on where its last figure, token `last`, is not the end: the rest failed to load (`failure`), or is offered. */
export function* goesOn(layout: Layout, last: number, failure: Token | null): Generator<void, boolean, void> {
  if (failure && failure.i > last) return true;
  return (
    (yield* layout.find(({ i, area, text }) => i > last && area === "page" && text.length <= 16 && REST.test(text))) !==
    null
  );
}

export function* saysEmpty(layout: Layout): Generator<void, boolean, void> {
  return (yield* layout.find((t) => t.area === "page" && t.text.length <= 30 && EMPTY.test(t.text))) !== null;
}

/** A control that leads to more of the list, and can be used: a next page, or more to load. */
export function* hasMore(layout: Layout): Generator<void, boolean, void> {
  let isLast: boolean | null = null;
  const leads = yield* layout.find(({ i, area, text, el }) => {
    if (area === "dialog" || !MORE.test(text)) return false;
    // What each row of a table leads to is of the row.
    if (layout.claimed.has(i) && layout.timesSaid(text) > 1) return false;
    if (TURNS_ON.test(text)) {
      isLast ??= isAtLastPage(layout, i);
      if (isLast) return false;
    }
    return (text.length > 1 || inPager(el)) && usable(el);
  });
  if (leads || (yield* layout.find((t) => isOfMorePages(layout, t)))) return true;
  return !isLast && layout.sheet.next.some((el) => el.checkVisibility() && usable(el));
}

/** Whether a pager says beside the text `i` that this is the last page, also where it can still be pressed on. */
function isAtLastPage(layout: Layout, i: number): boolean {
  const said = pageBeside(layout, i);
  return said !== null && said.at === said.of;
}

/** A pager that says it without a word on what turns its pages: 第 1 / 3 页, ‹ 1 / 3 ›. */
function isOfMorePages(layout: Layout, { i, area, text, el }: Token): boolean {
  if (area === "dialog" || !/^[^:：]{0,8}[/／页]/.test(text)) return false;
  const said = pageBeside(layout, i, 3);
  // ‹ 1 / 3 › over a list is of what else turns.
  const isPager = (text: string): boolean =>
    /页/.test(text) || inPager(el) || (/[‹›<>]/.test(text) && [...layout.claimed].every((each) => each < i));
  return said !== null && said.at < said.of && isPager(said.text);
}

/** What a pager says beside the text `i`: 2 / 2, 第 3 页 / 共 3 页; `near`: no more texts away than so many. */
function pageBeside(layout: Layout, i: number, near = PAGER): { at: number; of: number; text: string } | null {
  const beside = layout.tokens.slice(Math.max(0, i - near), i + near).map(({ text }) => text);
  const text = beside.join(" ");
  const [said, at, of] = PAGE_OF.exec(text) ?? [];
  return said === undefined ? null : { at: Number(at), of: Number(of), text };
}

/** Which page of a list is on show: the number that its pager marks, or says. */
export function* pageOn(layout: Layout): Generator<void, number | null, void> {
  const marked = yield* layout.find(
    ({ text, el }) => /^\d{1,4}$/.test(text) && isOfPages(el) && el.closest(CURRENT)?.textContent?.trim() === text,
  );
  if (marked) return Number(marked.text);
  const turns = yield* layout.find(({ text }) => TURNS_BACK.test(text) || TURNS_ON.test(text));
  return turns && (pageBeside(layout, turns.i)?.at ?? null);
}

/** What turns a page. */
const TURNS_BACK = /^(上一页|上页)$/;
const TURNS_ON = /^(下一页|下页|›|»|>)$/;
/** 2 / 2, 第 2 页 / 共 2 页, 第 2 页，共 2 页 */
const PAGE_OF =
  /(?:^|\s)(?:第\s*)?(\d{1,4})\s*页?\s*(?:[/／]|(?<=页\s*)[,，]?(?=\s*共))\s*(?:共\s*)?(\d{1,4})\s*页?(?=\s|$)/;
/** Texts between a pager's sign and what it says of its pages. */
const PAGER = 6;

const usable = (el: Element): boolean =>
  el.closest("[aria-disabled=true],[disabled],[class*=disabled],[class*=Disabled]") === null &&
  (el as Partial<HTMLButtonElement>).disabled !== true;

/** A list that is not at its first page: what was before is not on show. */
export function* hasEarlier(layout: Layout): Generator<void, boolean, void> {
  const back = yield* layout.find(
    ({ text, el }) =>
      (TURNS_BACK.test(text) && usable(el)) || (/^([2-9]|[1-9]\d+)$/.test(text) && inPager(el) && isCurrent(el)),
  );
  return back !== null;
}

const CURRENT = "[aria-current]:not([aria-current=false]),[class*=active],[class*=current]";
const isCurrent = (el: Element): boolean => el.closest(CURRENT) !== null;

const inPager = (el: Element): boolean => el.closest("[class*=pag],[role=navigation],nav") !== null;

/** No day of a calendar, and no badge in a menu. */
const isOfPages = (el: Element): boolean =>
  el.closest("[class*=pagin],[class*=pager],[aria-label*=分页],[aria-label*=agination]") !== null;

/** Texts of a strip of lists to choose between. */
const STRIP = 16;

/** How many items the page itself says the list has: 视频 (24), 共 24 条. Of lists to choose between (视频 (31) | 图文 (8)) the chosen one. */
export function* statedCount(layout: Layout, what: RegExp): Generator<void, number | null, void> {
  const countIn = (t: Token): string | undefined => {
    const line = /^共/.test(t.text) ? lineOf(layout, t) : t.text;
    return (what.exec(line) ?? (TURNS.test(line) ? what.exec(t.text) : null))?.[1];
  };
  const isSaid = (t: Token): boolean => t.area !== "dialog" && t.area !== "tip" && countIn(t) !== undefined;
  const first = yield* layout.find(isSaid);
  if (!first) return null;
  const beside = layout.tokens.slice(first.i, first.i + STRIP).filter((t) => isSaid(t) && areInLine(t, first));
  const count = countIn((beside.length > 1 && chosenAmong(beside)) || first);
  return count ? Number(count.replaceAll(",", "")) : null;
}

/** What leads through the pages of a list, in the line of what it says of them. */
const TURNS = /[上下]一?页/;

/** 共 4 件 · 第 | 2 | / 2 页: a text with those of the elements in it. */
function lineOf(layout: Layout, { el, i }: Token): string {
  const [, hi] = layout.span(el);
  return layout.tokens
    .slice(i, hi)
    .map(({ text }) => text)
    .join(" ");
}

/** 共 24 条, 已选 0 项 共 8 条, 共 5 场直播，第 1 页, 共 41 条 / 3 页: what a pager says of its pages is not of the list. */
export const TOTAL_OF_LIST =
  /^(?:已选[中择]?\s*\d+\s*[条个件项场位][\s,，;；/·|]*)?共\s*([\d,]+)\s*(?:[条个件项场位款名单笔](?:商品|宝贝|记录|数据|视频|作品|直播|达人|订单|结果)?)?(?:[\s,，;；/·|]+(?:第|共|每页|当前)?\s*\d+[\d\s/]*[页条]?.{0,8})?$/;
/** The same said of the goods themselves, not of a pager's entries. */
export const TOTAL_OF_GOODS = /^共\s*([\d,]+)\s*[个件款种](?:商品|宝贝|货品)$/;
export const TOTAL_OF_POSTS = /^(?:视频|图文|作品|动态)\s*[(（]\s*([\d,]+)\s*[)）]$/;
