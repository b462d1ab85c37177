import { isChosen } from "./chosen";
import { saysDays } from "./days-alone";
import { HEADING, type Layout } from "./layout";
import type { StatedPeriod } from "./observation";
import { isOfPage } from "./page-words";
import { lastDays } from "./period-words";
import { isOneDay, parseMonth, parsePeriod, parseSpan, periodOver } from "./periods";
import type { Draft } from "./report";
import type { Token } from "./tokens";
import { areInLine, lineOverlap } from "./visible";

/** A period that the page states, and the part of the page it speaks of. */
export interface Stated {
  /** Null: days that the page does not tell. */
  readonly period: StatedPeriod | null;
  readonly lo: number;
  readonly hi: number;
  readonly span: boolean;
}

/** A filter by when things were published is no period of their figures, nor are the days that they are compared with. */
const OF_OTHERS = /(发布|发表|开播|下单|创建)(时间|日期)|^[(（]?(对比|环比|同比|较|与|vs\.?|上一?周期|上期|同期)/i;
/** Nor are those of what is on offer: 大促报名时间, 保证金有效期. */
const OF_OFFERS = /报名|活动|促销|大促|狂欢|有效期|保证金|合同|优惠|授权|生效|投放|预售|结算|服务期/;
/** 统计时间 2026/11/14 至 2026/11/20 已授权店铺 4 家: of figures, whatever follows. */
const SAYS_FIGURES = /^(统计|数据)(时间|日期|周期|区间|范围)/;
/** What says that the day behind or below it is that of the figures. */
const OF_FIGURES = /^((统计|数据)(时间|日期|周期|区间|月份|范围)|.{0,6}日报|(当日|单日)(数据|经营)?)\s*[:：]?$/;
/** Days, weeks or months to choose between: a day beside them is the one picked. */
const GRAIN = /^按?(自然)?[日天周月]$/;
/** A day and nothing else. */
const DAY_ALONE =
  /^(20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日)(\s*[(（]?(周|星期)[一二三四五六日天][)）]?)?$/;
/** The same, or a month or quarter. */
const ALONE =
  /^20\d{2}[-/.年]\s?(\d{1,2}|Q[1-4]|第?[1-4一二三四]季度?)([-/.月]\d{0,2}日?)?(\s*[(（]?(周|星期)[一二三四五六日天][)）]?|\s?[(（][^()（）\d]{1,6}[)）])?$/;
const AS_OF = /更新|截至|截止|同步|刷新|发布|发表|开播|创建|时间|日期/;
/**
 * Finds 统计时间 …, a date picker's two days, 昨日, and the chosen one of 昨日 | 近7天 | 近30天. Each speaks of the
 * figures in the smallest frame around it that holds any. `ofOwner`: the figures are the account's or shop's own; on a
 * video's or live's page a day alone says when that took place. `isName`: of a thing on the page, which may be called 昨天的雨.
 */
export function* statedPeriods(
  layout: Layout,
  drafts: readonly Draft[],
  ofOwner: boolean,
  isName: (text: string) => boolean,
): Generator<void, Stated[], void> {
  const figures = new Set(drafts.map((draft) => draft.token));
  const last = drafts.reduce((most, { token }) => Math.max(most, token), 0);
  const out: Stated[] = [];
  const days: Token[] = [];
  const words: Said[] = [];
  for (const token of layout.tokens) {
    if (token.i % 256 === 0) yield;
    if (!mayBeOfPeriod(layout, token) || figures.has(token.i) || isName(token.text)) continue;
    const strip = ofOwner && token.i < last ? stripAround(layout, token) : [];
    if (strip.length > 2) {
      const rivals = strip.filter((other) => other !== token).map(({ el }) => el);
      const picked = isChosen(token.el, rivals) ? dayOrMonth(token.text) : null;
      if (picked) out.push(scope(layout, token, picked, figures, true));
      continue;
    }
    const span = spanFrom(layout, token);
    const before = layout.tokens[token.i - 1]?.text ?? "";
    if (span) {
      if (!isOfOthers(token.text, before)) out.push(scope(layout, token, span, figures, true));
      continue;
    }
    const period = (mayState(token, last) ? parsePeriod(token.text) : null) ?? offeredPeriod(token.text);
    const sure = periodAlone(layout, token, before) ?? (period?.kind === "days" ? period : null);
    if (sure) out.push(scope(layout, token, sure, figures, true));
    else if (ofOwner && DAY_ALONE.test(token.text) && !AS_OF.test(before)) days.push(token);
    else if ((period || UNCLEAR.test(token.text)) && !besideOtherFigure(layout, token, figures))
      words.push({ token, period });
  }
  // A day over a part of the figures is theirs: 2026-11-23 周一 over one day's lines, or at a chart's legend.
  for (const token of days) {
    yield;
    const period = periodOver(token.text, null);
    const part = period && scope(layout, token, period, figures, true);
    // 11月19日 may be said below a chart, too.
    const leads =
      token.text.startsWith("20") || (part?.lo === token.i && days.every((t) => t === token || !isIn(t, part)));
    if (part && leads && [...figures].some((i) => i < part.lo || i >= part.hi)) out.push(part);
  }
  for (const said of words) {
    yield;
    if (isInForce(layout, said, words)) out.push(scope(layout, said.token, said.period, figures, false));
  }
  return out.filter((stated) => stated.hi > stated.lo);
}

/** Whether a text of the page may say a period, by all but its words. */
const mayBeOfPeriod = (layout: Layout, { i, el, area, icon, trend, text, label }: Token): boolean =>
  area !== "dialog" &&
  area !== "tip" &&
  !icon &&
  !trend &&
  !layout.claimed.has(i) &&
  text.length <= LONGEST &&
  !(label && !el.closest(HEADING));

const LONGEST = 60;

/** A day, month or quarter and nothing else, behind a word for what it is of or in a picker: 统计时间 | 2026/11/17. */
function periodAlone(layout: Layout, token: Token, before: string): StatedPeriod | null {
  const { text } = token;
  const isDay = /^[2２]/.test(text) && ALONE.test(text.normalize("NFKC"));
  const alone = isDay ? parsePeriod(`统计时间 ${text}`) : OF_FIGURES.test(before) ? parseMonth(text) : null;
  const isSaid = alone && (OF_FIGURES.test(before) || (!AS_OF.test(before) && isPicker(layout, token)));
  return isSaid ? alone : null;
}

/** Whether words for a period are those that hold: the chosen ones of several, or none that are only on offer. */
function isInForce(layout: Layout, said: Said, words: readonly Said[]): boolean {
  const { token } = said;
  const frameOf = ({ el }: Token): Element | null => layout.climb(el, (lo, hi) => hi - lo > 1);
  const frame = frameOf(token);
  const rivals = words
    .filter((other) => other.token !== token && areRivals(other, said) && frame === frameOf(other.token))
    .map((rival) => rival.token.el);
  const isOffered = rivals.length > 0 || layout.isOption(token) || token.area === "nav";
  return isOffered ? isChosen(token.el, rivals) : offeredPeriod(token.text) === null;
}

/** Whether a text in which days are said may say them of figures; 近30天不熬夜 may not, but for a heading over some. */
const mayState = ({ i, el, text }: Token, last: number): boolean =>
  saysDays(text) ||
  isOfPage(text) ||
  (i < last && (TELLS.test(text) || el.closest("h2,h3,h4,h5,h6,[role=heading]") !== null));

/** 近7天到店走势图, 昨日上新成效: what ends as parts of a page do. */
const TELLS = /[图表果效况看顾览报析情量额数率值]$/;

interface Said {
  readonly token: Token;
  readonly period: StatedPeriod | null;
}

/** Not so are 今日 over some figures and 昨日 over others, each in a heading of its own, and 昨日数据 Yesterday in one. */
function areRivals(a: Said, b: Said): boolean {
  const [over, other] = [a.token.el.closest(HEADING), b.token.el.closest(HEADING)];
  if (!over || !other) return true;
  return over === other && (a.period === null || JSON.stringify(a.period) !== JSON.stringify(b.period));
}

/** The period for a reading: of the smallest frame around it, dates before words. */
export function periodAt(stated: readonly Stated[], token: number): StatedPeriod | null {
  const around = stated.filter(({ lo, hi }) => token >= lo && token < hi);
  return [...around].sort((a, b) => a.hi - a.lo - (b.hi - b.lo) || Number(b.span) - Number(a.span))[0]?.period ?? null;
}

/** What the page as a whole speaks of: the widest statement, dates before words. */
export const widest = (stated: readonly Stated[]): StatedPeriod | null =>
  [...stated].sort((a, b) => b.hi - b.lo - (a.hi - a.lo) || Number(b.span) - Number(a.span))[0]?.period ?? null;

/** Up to when it is that the page counts is not said: yesterday, or now. */
const UNCLEAR = /^([本当今][周月季年]|本?自然[周月]|当前周期|累计)度?(累计|至今)?(数据|概况|概览)?$/;

/** Words that name a period only among others to choose from: 实时 | 昨日 | 7天 | 上周. */
function offeredPeriod(text: string): StatedPeriod | null {
  const last = /^上个?([周月])$/.exec(text)?.[1];
  if (last) return { kind: "last", unit: last === "周" ? "week" : "month" };
  if (/^实时(数据)?$/.test(text)) return lastDays(1, 0);
  const days = Number(/^(7|14|15|30|60|90)\s*[天日]$/.exec(text)?.[1]);
  return days ? lastDays(days) : null;
}

const isOfOthers = (text: string, before: string): boolean =>
  OF_OTHERS.test(text) ||
  // 对比周期 11/04-11/10 says of its own days, and nothing of those behind it.
  (OF_OTHERS.test(before) && parseSpan(before) === null) ||
  (OF_OFFERS.test(text) && !SAYS_FIGURES.test(text)) ||
  (OF_OFFERS.test(before) && /(时间|日期|期限?)\s*[:：]?$/.test(before));

/** A day in a frame of its own, or beside 日 | 周 | 月, is what is picked from a calendar. */
function isPicker(layout: Layout, token: Token): boolean {
  if (isBesideDay(layout, token)) return false;
  const { el } = token;
  const row = layout.climb(el, (lo, hi) => hi - lo > 1);
  const [lo, hi] = layout.span(row);
  if (hi - lo < 9 && layout.tokens.slice(lo, hi).filter(({ text }) => GRAIN.test(text)).length > 1) return true;
  const { borderLeftWidth, borderRightWidth, borderLeftColor } = getComputedStyle(el);
  const framed = Number.parseFloat(borderLeftWidth) > 0 && Number.parseFloat(borderRightWidth) > 0;
  return framed && !/, 0\)$/.test(borderLeftColor) && el.closest("table,li,[role=row]") === null;
}

const WEEKDAY = /^[(（]?(周|星期)[一二三四五六日天][)）]?$/;
const isDay = (text: string): boolean => /^(20\d{2}\D)?\d{1,2}\D\d/.test(text) && isOneDay(periodOver(text, null));

/** One of the days or months that lie side by side to choose from. */
const dayOrMonth = (text: string): StatedPeriod | null => (isDay(text) ? periodOver(text, null) : parseMonth(text));

/** Those, one after the other in a line, of which `token` is one: 11/16 周一 | 11/17 周二 | 11/18 周三. */
function stripAround({ tokens }: Layout, token: Token): readonly Token[] {
  if (!dayOrMonth(token.text)) return [];
  const goesOn = (t: Token | undefined): t is Token =>
    t !== undefined && (WEEKDAY.test(t.text) || (areInLine(t, token) && dayOrMonth(t.text) !== null));
  let [lo, hi] = [token.i, token.i + 1];
  while (goesOn(tokens[lo - 1])) lo--;
  while (goesOn(tokens[hi])) hi++;
  return tokens.slice(lo, hi).filter(({ text }) => !WEEKDAY.test(text));
}

/** One end of two. */
const isBesideDay = (layout: Layout, { i }: Token): boolean =>
  [-2, -1, 1, 2].some((n) => /^20\d{2}\D\d/.test(layout.tokens[i + n]?.text ?? ""));

const FIRST_DAY = /^(开始|起始)(日期|时间)?\s*[:：]?$/;
const LAST_DAY = /^(结束|截止|终止)(日期|时间)?\s*[:：]?$/;
/** 起 2026-11-17, and 止 2026-11-23 behind it. */
const FROM_DAY = /^(起|自|从|开始|起始)(日期|时间)?\s*[:：]?\s*20\d{2}\D\d{1,2}\D\d{1,2}日?$/;
const TO_DAY = /^(止|至|到|结束|截止|终止)(日期|时间)?\s*[:：]?\s*20\d{2}\D\d{1,2}\D\d{1,2}日?$/;

/** From when to when, in one text, in several in a line, or in the fields of a picker. */
export function spanFrom(layout: Layout, token: Token): StatedPeriod | null {
  const own = parseSpan(token.text);
  const [first, to, last] = [1, 2, 3].map((n) => layout.tokens[token.i + n]?.text ?? "");
  // 开始日期 2026-11-17, 结束日期 2026-11-19, one below the other.
  if (FIRST_DAY.test(token.text) && LAST_DAY.test(to ?? "")) return parseSpan(`${first} 至 ${last}`);
  if (FROM_DAY.test(token.text) && TO_DAY.test(first ?? ""))
    return parseSpan(`${token.text} 至 ${first?.replace(/^\D+/, "")}`);
  // A picker of one day, or month.
  const picked = !own && /^(input|select)$/.test(token.el.localName) && !isBesideDay(layout, token);
  const one = picked ? parsePeriod(`统计时间 ${token.text}`) : null;
  if (own || one || !/\d{4}\D\d{1,2}\D\d{1,2}/.test(token.text)) return own ?? one;
  let text = token.text;
  for (let k = token.i + 1; k < token.i + 4; k++) {
    const next = layout.tokens[k];
    if (!next || lineOverlap(next.box, token.box) < 0.5) break;
    text += ` ${next.text}`;
    const span = parseSpan(text) ?? parseSpan(text.replace(/(\d)\s+(20\d{2})/, "$1 至 $2"));
    if (span) return span;
  }
  return null;
}

export const headingLevel = (el: Element): number =>
  Number(/^h([1-6])$/.exec(el.localName)?.[1] ?? el.getAttribute("aria-level") ?? 2);

function scope(
  layout: Layout,
  token: Token,
  period: StatedPeriod | null,
  figures: ReadonlySet<number>,
  span: boolean,
): Stated {
  const around = layout.climb(token.el, (lo, hi) => {
    for (const i of figures) if (i >= lo && i < hi) return true;
    return holdsUnread(layout, token, lo, hi);
  });
  const [lo, hi] = layout.span(around);
  // What is said over figures holds for those after it, and of a heading up to the next one.
  const after = [...figures].some((i) => i > token.i && i < hi);
  const heading = token.el.closest(HEADING);
  const end = heading && after ? sectionEnd(layout, heading, token.i + 1, hi) : hi;
  return {
    period,
    lo: after ? Math.max(lo, token.i) : lo,
    hi: after && end === hi ? partsEnd(layout, token, hi) : end,
    span,
  };
}

/** 合作概览, its days and its figures in a box beside a list: of the days it says nobody else's are, though nothing of it is read. */
function holdsUnread({ tokens }: Layout, { i }: Token, lo: number, hi: number): boolean {
  let pairs = 0;
  for (let k = Math.max(lo, i); k < Math.min(hi - 1, i + NEAR); k++)
    if (tokens[k]?.label && tokens[k]?.area === "page" && tokens[k + 1]?.shown) pairs++;
  return pairs > 1;
}

/** Texts behind the days that are looked at for figures of theirs. */
const NEAR = 16;

/** Where the next heading of the rank of `heading` stands, or `hi`. */
function sectionEnd(layout: Layout, heading: Element, lo: number, hi: number): number {
  for (const next of layout.texts(lo, hi)) {
    const other = next.el.closest(HEADING);
    if (other && other !== heading && headingLevel(other) <= headingLevel(heading)) return next.i;
  }
  return hi;
}

/** A period in the line of a heading holds for the blocks behind `hi` that have headings of lower rank, too. */
function partsEnd(layout: Layout, token: Token, hi: number): number {
  const row = layout.climb(token.el, (lo, end) => end - lo > 1);
  const heads = row ? layout.tokens.slice(...layout.span(row)).map(({ el }) => el.closest(HEADING)) : [];
  const heading = heads.find((each) => each !== null);
  const next = layout.list(hi, layout.tokens.length)[0]?.el.closest(HEADING);
  const isPart = heading && next && headingLevel(next) > headingLevel(heading);
  return isPart ? sectionEnd(layout, heading, hi, layout.tokens.length) : hi;
}

const isIn = ({ i }: Token, { lo, hi }: Stated): boolean => i >= lo && i < hi;

const DAY_OF_YEAR = /^[(（]?\d{1,2}[-/.月]\d{1,2}日?[)）]?$/;

/** 昨日 1,100 in small print beside a card's value tells what another number is, not when this one is from. */
function besideOtherFigure(layout: Layout, token: Token, figures: ReadonlySet<number>): boolean {
  const next = layout.tokens[token.i + 1];
  // 昨日数据 11-23 says the day again.
  if (!next?.shown || figures.has(next.i) || DAY_OF_YEAR.test(next.text) || lineOverlap(next.box, token.box) < 0.5)
    return false;
  const frame = layout.climb(token.el, (lo, hi) => hi - lo > 1);
  return next.box.l - token.box.r < 40 || (frame !== null && layout.span(frame)[1] - layout.span(frame)[0] === 2);
}
