import { isChosen } from "./chosen";
import { isOfPeers } from "./column-words";
import type { Layout } from "./layout";
import { mayBeTitle, nameAmong } from "./names";
import { isOnTheWhole } from "./no-things";
import type { Panel } from "./one-thing";
import { isOfPage } from "./page-words";
import { parseMoment, parsePeriod, periodOver } from "./periods";
import { isAside } from "./sub-figures";
import type { Token } from "./tokens";
import { columnOverlap } from "./visible";

const BREAKDOWN =
  /^(?!的).*((来源|渠道|分布|构成|画像)(占比|比例|情况)?|(其[他它]|相关|相似|类似|同类)的?(作品|(短?视频)|直播|场次|商品|达人|账号|店铺))$|^单品(分析|数据|表现)$/;

/** Over parts of any kind, and none that it names itself as 达人渠道 does. */
const OF_ANY_PART = /^(流量|成交|交易|带货|销售|推广|客户|用户|人群)?(渠道|来源|分布|构成|画像)$/;
/** A metric's name that says what is counted; 推荐 and 分享 may be where plays come from. */
const COUNTS = /[数量额率价长]([(（][^()（）]*[)）])?$/;

/**
 * 渠道 over 动销达人数 14 | 千次观看成交金额 ¥186.20: metrics of the whole, each said here alone, with nothing between them that
 * could be a part.
 */
function saysTheWhole(layout: Layout, texts: readonly Token[]): boolean {
  const labels = texts.filter((t) => t.label);
  return (
    labels.length > 1 &&
    labels.every(({ text }) => COUNTS.test(text) && layout.timesSaid(text) === 1) &&
    texts.every((t) => t.label || t.shown || t.trend || t.icon || isAside(t.text))
  );
}

/** What a card says first when its figures are another's or still to come: 竞店：花间集, 本月目标. */
const NOT_OURS =
  /^(其[他它]|别的|推荐的?|热门|正在直播的?|同行|同类|附近的?)(店铺|商家|账号|创作者|达人|主播|同款|商品)(同款|参考|推荐|榜单?)*$|^(竞店|竞品|竞争(店铺|对手)|对标(店铺|账号)?|标杆(店铺)?|(优秀|成功|热门|标杆)?(商家|店铺|同行|直播|达人|客户)?案例)([:：].+)?$|^(明[日天]|后天|未来\S{1,4}|[本今当下][日天周月季年]度?)?(销售|成交|业绩|经营)?(目标|预测|预估|计划)(进度)?$/;

/** What stands over figures of others, or of days before: 同行表现, 全行业大盘均值参考, 上周同日, 对比 2026/11/16. */
const OVER_OTHERS =
  /^(名下|旗下|全部|所有)的?\s*\d*\s*个?(视频号|账号|店铺|小店)(合计|汇总|总计|总和)(数据)?$|^(全|所在|本)?(同行业?|行业|大盘|同类|同城|同领域|同?赛道|同[层量等]?级|同体量|类目|竞争(?=商家|店铺|对手))(优秀|头部|领先|大盘|TOP\s?\d+|前\d+%?|店铺|商家|对手|账号|创作者|作者|达人|主播|作品|视频|直播间?|商品|的|表现|数据|均值|平均([值数]|水平)?|中位(数|水平)?|水平|参考值?|基准|概况|洞察|走势|趋势|指标){0,4}([(（][^()（）]{1,12}[)）])?$|^(上[周月年季]同[日期]|去年同[日期]|上一?个?周期|上期|前一[日周]|同期|历史同期|对比(期|日|周期)(数据)?)$|^[(（]?(对比|同比|环比)\s*[:：]?\s*20\d{2}\D\d{1,2}\D\d{1,2}[^㐀-鿿]*[)）]?$/i;
/** 核心指标 · 行业均值, 核心指标（行业均值）: a part of the page, and of whom it is. */
const PART_OF = /^([㐀-鿿]{2,8})\s*[·|｜(（—-]\s*([^()（）]+)[)）]?$/;

const isOverOthers = (text: string): boolean => {
  const [, part = "", whose = ""] = PART_OF.exec(text) ?? [];
  return OVER_OTHERS.test(text) || (OVER_OTHERS.test(whose) && isOfPage(part));
};

/**
 * 播放来源: 推荐 5,001 · 分享 911 are parts of another figure, and what is under 相似达人 is of others; the same words are
 * metrics elsewhere on the page. `panel`: what is under 单品分析, where it says of what.
 */
export function* excludeBreakdowns(layout: Layout, panel: Panel | null): Generator<void, void, void> {
  for (const heading of layout.texts(0, layout.tokens.length)) {
    if (heading.i % 256 === 0) yield;
    const isNotOurs = NOT_OURS.test(heading.text);
    if (isNotOurs) for (const token of cardUnder(layout, heading)) layout.claimed.add(token.i);
    if (isOffer(heading)) for (const token of boastAround(layout, heading)) layout.claimed.add(token.i);
    if ((isNotOurs || isOverOthers(heading.text)) && !layout.isOption(heading))
      for (const token of [...partUnder(layout, heading), ...figureMarked(layout, heading)])
        layout.claimed.add(token.i);
    if (heading.text.length > 10 || !BREAKDOWN.test(heading.text) || layout.isOption(heading)) continue;
    if (panel && /^单品/.test(heading.text)) continue;
    if (isTabBehind(layout, heading)) continue;
    const part = layout.list(heading.i, sectionEnd(layout, heading));
    if (OF_ANY_PART.test(heading.text) && saysTheWhole(layout, part.slice(1))) continue;
    const days = daysOfAll(layout, heading, part);
    for (const token of part) if (!days.includes(token)) layout.claimed.add(token.i);
  }
}

/** 统计时间 … right under the heading, where more than its part stands behind it in the same box: the days are of all of that. */
function daysOfAll(layout: Layout, heading: Token, part: readonly Token[]): readonly Token[] {
  const box = boxOfText(layout, heading).parentElement;
  const behind = layout.list((part.at(-1)?.i ?? heading.i) + 1, layout.span(box)[1]);
  const isBeside = (t: Token): boolean => boxOfText(layout, t).parentElement === box && parsePeriod(t.text) !== null;
  return behind.some((t) => t.label) ? part.filter(isBeside) : [];
}

/** 成交金额 [行业均值] ¥15,118: in the box of one label and one figure, before the figure, a mark says whose it is. */
function figureMarked(layout: Layout, mark: Token): readonly Token[] {
  const card = layout.climb(mark.el, (lo, hi) => saysFigures(layout.list(lo, hi)));
  const texts = layout.list(...layout.span(card));
  const [label, ...labels] = texts.filter((t) => t.label);
  const [figure, ...figures] = texts.filter((t) => t.shown && !t.trend);
  const isOne = isOfPeers(mark.text) && label && figure && labels.length === 0 && figures.length === 0;
  return isOne && texts.length <= MARKED && mark.i < figure.i ? texts : [];
}

/** Texts of a card with a mark. */
const MARKED = 4;

const OURS = /^([本我]店|我的?(店铺|账号)?|本(店铺|账号|号))([(（].*[)）])?$/;
export const UP_TO_FIGURE = /[:：\s\d¥￥]/;

/** What the items of a list on a page about something else say is of what they name: the best goods of a shop's day, a talent's lives. `user`: whose console it is. */
export function* excludeItems(layout: Layout, panel: Panel | null, user: string | null): Generator<void, void, void> {
  for (const items of yield* itemLists(layout, panel)) {
    // 本店 beside other shops, the user's name beside others, or all but one of the trade, each in a box of its own.
    const ours = items.filter((el) => {
      const first = layout.list(...layout.span(el))[0]?.text ?? "";
      return OURS.test(first) || first === user;
    });
    const named = items.filter((el) => !isOnTheWhole(nameAmong(layout, layout.list(...layout.span(el))) ?? ""));
    const [own, another] = ours.length > 0 || named.length === items.length ? ours : named;
    for (const el of items.filter((each) => another || each !== own))
      for (const token of layout.list(...layout.span(el))) layout.claimed.add(token.i);
  }
}

/**
 * The lists on a page about something else: boxes of one make side by side that say the same label, each with a name of its
 * own. `panel`: the page's part about one thing alone, which is no item of a list.
 */
export function* itemLists(
  layout: Layout,
  panel: Panel | null,
): Generator<void, readonly (readonly Element[])[], void> {
  const lists: (readonly Element[])[] = [];
  const holdsPanel = (box: Element): boolean => {
    const [lo, hi] = layout.span(box);
    return panel !== null && lo <= panel.lo && hi >= panel.hi;
  };
  const said = new Map<string, Token[]>();
  for (const token of yield* layout.free((t) => t.label && !layout.isOption(t))) {
    const text = token.text.split(UP_TO_FIGURE)[0] ?? "";
    const before = said.get(text);
    if (before) before.push(token);
    else said.set(text, [token]);
  }
  for (const labels of said.values()) {
    const at = labels.map(({ i }) => i);
    const boxes = at.map((i) => layout.record(i, at)).filter((box) => !holdsPanel(box));
    const done = new Set<Element>();
    for (const box of boxes) {
      if (done.has(box)) continue;
      yield;
      const alike = boxes.filter((el) => el.parentNode === box.parentNode && isOfOneMake(el, box));
      for (const el of alike) done.add(el);
      // Under 经营概览 there is what the parts beside it are of.
      const like = alike.filter((el) => !OVERALL.test(layout.list(...layout.span(el))[0]?.text ?? ""));
      if (alike.length < 2 || like.length === 0) continue;
      const items = like.map((el) => layout.list(...layout.span(el)));
      const names = new Set(items.map((texts) => nameAmong(layout, texts)));
      const firsts = new Set(items.map((texts) => texts.find((t) => t.label)?.text.split(UP_TO_FIGURE)[0]));
      if (names.has(null) || names.size < items.length || firsts.size > 1 || items.some(saysWhen)) continue;
      lists.push(like);
    }
  }
  return lists;
}

/** Over the figures of all that a page is about. */
const OVERALL =
  /^([昨今][日天]|实时)?(经营|交易|成交|生意|业绩|店铺|全店|账号|核心|关键|整体|总体|带货|数据){0,2}(概览|概况|总览|核心(数据|指标)|关键(数据|指标))$/;

/** 累计数据, 当日数据 2026/11/24: a part of the page over other days, and no thing of a list. */
const saysWhen = (texts: readonly Token[]): boolean =>
  beforeFigures(texts).some(({ text }) => !mayBeTitle(text) && (isOfWhen(text) || periodOver(text, null) !== null));

/** The same where things have a day of their own, and the hour that they began at: 近7天数据, 2026/11/12 至 2026/11/18. */
export function saysSpan(texts: readonly Token[]): boolean {
  const before = beforeFigures(texts);
  const isSpan = (text: string): boolean => {
    const period = parsePeriod(text);
    return isOfWhen(text) || (period !== null && !(period.kind === "days" && period.from === period.to));
  };
  return before.some(({ text }) => isSpan(text)) && !before.some(({ text }) => parseMoment(text)?.includes("T"));
}

const beforeFigures = (texts: readonly Token[]): readonly Token[] =>
  texts.slice(
    0,
    Math.max(
      0,
      texts.findIndex((t) => t.label),
    ),
  );

const WHEN = /^(累计|当[日天]|单日|本[日周月年]|今[日天]|昨[日天]|实时|历史|全部|近\d+[天日])/;

/** 累计数据, and no 历史书. */
const isOfWhen = (text: string): boolean => {
  const rest = text.replace(WHEN, "");
  return rest !== text && (rest === "" || isOfPage(rest));
};

/** Where the part under a heading ends: with the first thing after it that holds figures. */
function sectionEnd(layout: Layout, heading: Token): number {
  for (const el of layout.ancestors(heading.el)) {
    const end = layout.span(el)[1];
    if (end > heading.i + 1 && saysFigures(layout.list(heading.i, end))) return end;
    let inWords = false;
    for (let next = el.nextElementSibling; next; next = next.nextElementSibling) {
      const texts = layout.list(...layout.span(next));
      if (saysFigures(texts)) return layout.span(lastAlike(next))[1];
      inWords ||= texts.length > 0;
    }
    // 带货渠道 直播、短视频: an item of a list of labels and values, whose value is words.
    if (inWords && followsFigures(layout, el.parentElement)) return heading.i;
  }
  return heading.i;
}

/** What stands in the card that begins with `first`. */
function cardUnder(layout: Layout, first: Token): readonly Token[] {
  for (const el of layout.ancestors(first.el)) {
    const [lo, hi] = layout.span(el);
    if (saysFigures(layout.tokens.slice(lo, hi))) return lo === first.i ? layout.list(lo, hi) : [];
    if (leadsList(layout, el)) return [];
  }
  return [];
}

/** 同行店铺榜 over names alone, under each other: what stands beside them is none of the heading's. */
export function leadsList(layout: Layout, heading: Element): boolean {
  const first = heading.nextElementSibling;
  const second = first?.nextElementSibling;
  if (!first || !second || !isOfOneMake(first, second)) return false;
  const isName = (el: Element): boolean => {
    const texts = layout.tokens.slice(...layout.span(el));
    return texts.length > 0 && !saysFigures(texts);
  };
  return isName(first) && isName(second) && layout.boxOf(second).t >= layout.boxOf(first).b - 1;
}

const OFFER = /^(立即|马上|去|一键|免费)?(开通|购买|订购|报名|抢购|领取|试用)/;
/** What others are said to have come to with what is on offer. */
const BOAST =
  /(使用|开通|报名|参加|投放)\S{0,2}(商家|店铺|用户)|(商家|店铺|用户)(平均|都在|已经?)|平均(提升|增长|提高)/;

const isOffer = ({ text, el }: Token): boolean => OFFER.test(text) && el.closest("a,button,[role=button]") !== null;

/** The card of what is on offer, where it boasts with figures of others. */
function boastAround(layout: Layout, offer: Token): readonly Token[] {
  const card = layout.climb(offer.el, (lo, hi) => layout.list(lo, hi).some((t) => t.label));
  const texts = layout.list(...layout.span(card));
  return texts.length <= MOST_OF_OFFER && texts.some(({ text }) => BOAST.test(text)) ? texts : [];
}

/** Texts of a card with an offer. */
const MOST_OF_OFFER = 16;

/**
 * What stands in the first box with figures behind a text in a box of its own and under it, and in those of one make behind
 * that. Behind the last head of a grid the first row begins, elsewhere.
 */
function partUnder(layout: Layout, heading: Token): readonly Token[] {
  const own = headAround(layout, heading);
  const next = own.nextElementSibling;
  // What is aside already is the heading's.
  const [from, to] = layout.span(own);
  if (!next || to - from > HEAD) return [];
  const [over, under] = [layout.boxOf(own), layout.boxOf(next)];
  if (under.t < over.b - 2 || columnOverlap(under, over) === 0) return [];
  const [lo, hi] = layout.span(next);
  const labels = layout.list(lo, hi).filter((t) => t.label);
  // 打败了 73% 的主播 is the page's own place among others.
  if (labels.every((t) => t.label?.meanings.some(({ metric }) => metric === "beat_percentile"))) return [];
  return layout.list(lo, layout.span(lastAlike(next))[1]);
}

/** Texts of a heading with its hint and link. */
const HEAD = 3;

/** The box of a heading, or of the line that it begins: 同行均值 | 2026-11-18 ~ 2026-11-24. */
function headAround(layout: Layout, heading: Token): Element {
  let head = boxOfText(layout, heading);
  for (const el of layout.ancestors(head)) {
    const [lo, hi] = layout.span(el);
    const texts = hi - lo > HEAD || lo < heading.i ? [] : layout.list(lo, hi);
    if (texts.length === 0 || texts.some((t) => t.label || (t.shown && !parsePeriod(t.text)))) break;
    head = el;
  }
  return head;
}

/** The largest box that holds nothing but the text. */
export function boxOfText(layout: Layout, { el }: Token): Element {
  let box = el;
  for (const around of layout.ancestors(el)) {
    if (layout.list(...layout.span(around)).length > 1) break;
    box = around;
  }
  return box;
}

const saysFigures = (texts: readonly Token[]): boolean => texts.some((t) => /\d/.test(t.text) && !parsePeriod(t.text));

export const isOfOneMake = (a: Element, b: Element): boolean =>
  a.localName === b.localName && (a.className === b.className || classesOf(a) === classesOf(b));

/** What an element is called by its make, and not by its state or place: one of a list may be chosen. */
const classesOf = ({ classList }: Element): string => [...classList].filter((name) => !OF_STATE.test(name)).join(" ");
const OF_STATE = /active|selected|current|checked|chosen|(^|[-_])(on|sel|cur|first|last|open)$/i;

/** The box before is of the same make and holds figures. */
function followsFigures(layout: Layout, item: Element | null): boolean {
  const before = item?.previousElementSibling;
  return !!item && !!before && isOfOneMake(before, item) && saysFigures(layout.list(...layout.span(before)));
}

/** 观众画像 in a row of links, of which another one is chosen: what is under the row is not its part. */
function isTabBehind(layout: Layout, heading: Token): boolean {
  const own = boxOfText(layout, heading);
  const row = own.matches("a,li") ? [...(own.parentElement?.children ?? [])] : [];
  const isTab = (el: Element): boolean => {
    const texts = layout.list(...layout.span(el));
    return el.localName === own.localName && texts.length === 1 && !saysFigures(texts);
  };
  return row.length > 1 && row.every(isTab) && !isChosen(own, []);
}

/** The last of the boxes that follow in the same make: one a channel, one a source. */
function lastAlike(first: Element): Element {
  let last = first;
  for (let next = first.nextElementSibling; next; next = next.nextElementSibling) {
    if (!isOfOneMake(next, first)) break;
    last = next;
  }
  return last;
}
