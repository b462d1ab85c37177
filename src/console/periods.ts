import type { StatedPeriod } from "./observation";
import { plainDays } from "./period-text";
import { lastDays, wordPeriod } from "./period-words";
import { seen } from "./plain-text";

const DAY = "(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?";
const CLOCK = "(?:\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?))?";
const SPAN = new RegExp(`${DAY}${CLOCK}\\s*(?:至|到|~|-|—|–|→)+\\s*${DAY}${CLOCK}`);
/** 2026/11/17 - 11/23: the last day of the same year, written alike. */
const SPAN_IN_YEAR =
  /(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*([-/.月])\s*(\d{1,2})\s*日?\s*(?:至|到|~|—|–|→|-)+\s*(\d{1,2})\s*\3\s*(\d{1,2})(?![\d.:])/;
/** 11/12-11/18, 统计周期：11月12日 至 11月18日: of a year that the page does not name. */
const SPAN_OF_DATES =
  /^(?:(?:统计|数据)?(?:时间|日期|周期|区间|范围)[:：]?)?(\d{1,2})([/月-])(\d{1,2})日?(至|到|~|—|–|→|-)(\d{1,2})\2(\d{1,2})日?$/;
/** 数据周期 11.17 ~ 11.23: with points, where it says that it is days. */
const WITH_POINTS =
  /^((?:统计|数据)(?:时间|日期|周期|区间|范围)[:：]?)(\d{1,2})\.(\d{1,2})(至|到|~|—|–|→|-)(\d{1,2})\.(\d{1,2})$/;
const SINGLE = new RegExp(DAY);

/** `YYYY-MM-DD` of a day that there is. */
export const dayOfYear = (y: string | undefined, m: string | undefined, d: string | undefined): string | null => {
  const text = `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
};

/** The first calendar day in a text, `YYYY-MM-DD`. */
export function parseDay(text: string): string | null {
  const m = SINGLE.exec(seen(text).normalize("NFKC"));
  return m ? dayOfYear(m[1], m[2], m[3]) : null;
}

/** `MM-DD` of a date that there is, in a leap year. */
export const dateOfYear = (m: string | undefined, d: string | undefined): string | null =>
  dayOfYear("2024", m, d)?.slice(5) ?? null;

/** 11-17 周二, 11月17日（星期二） */
const WEEKDAY = /\s*[(（]?(周|星期)[一二三四五六日天][)）]?\s*$/;

/** One day; 11-17 without a year is of the page's own dates, where it says any. */
export function parseDayWithin(text: string, span: StatedPeriod | null): StatedPeriod | null {
  const whole = parseDay(text);
  if (whole) return { kind: "days", from: whole, to: whole };
  const m = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.replace(WEEKDAY, "").trim());
  const bare = m && dateOfYear(m[1], m[2]);
  if (!bare) return null;
  // 1-5 and 11.17 may be anything.
  if (span?.kind !== "days") return /[/月]|^\d\d-\d\d$/.test(m[0]) ? { kind: "dates", from: bare, to: bare } : null;
  const within = [span.from, span.to]
    .map((edge) => `${edge.slice(0, 4)}-${bare}`)
    .find((each) => each >= span.from && each <= span.to);
  return within ? { kind: "days", from: within, to: within } : null;
}

/** 统计时间 2026/11/14 至 2026/11/20, and nothing looser. From 19:00 to 22:04 is when something took place. */
export function parseSpan(text: string): StatedPeriod | null {
  if (!/[2２][0０]/.test(text)) return spanOfDates(text);
  const t = plainDays(seen(text).normalize("NFKC"));
  const m = SPAN.exec(t);
  if (!m) {
    const [, year, month, , first, until, last] = SPAN_IN_YEAR.exec(t) ?? [];
    const [from, to] = [dayOfYear(year, month, first), dayOfYear(year, until, last)];
    return from && to && from <= to ? { kind: "days", from, to } : null;
  }
  const from = dayOfYear(m[1], m[2], m[3]);
  const to = dayOfYear(m[5], m[6], m[7]);
  const hours = m[4] !== undefined && m[8] !== undefined && !/^0?0:00/.test(m[4]);
  return from && to && from <= to && !hours ? { kind: "days", from, to } : null;
}

function spanOfDates(text: string): StatedPeriod | null {
  if (text.length > 40 || !/[\d０-９]/.test(text)) return null;
  const t = plainDays(seen(text).normalize("NFKC")).replace(/\s+/g, "");
  const m = SPAN_OF_DATES.exec(t.replace(WITH_POINTS, "$1$2/$3$4$5/$6"));
  // 11-12-11-18 is no span to the eye.
  if (!m || m[2] === m[4]) return null;
  const [from, to] = [dateOfYear(m[1], m[3]), dateOfYear(m[5], m[6])];
  return from && to ? { kind: "dates", from, to } : null;
}

const MOMENT = new RegExp(
  `^(?:(?:将|定时|发布|发表|开播|直播|开始|创建|下单|申请|提交)?(?:时间|日期|于)?[:：]?)?\\s*${DAY}\\s*(?:(\\d{1,2}):(\\d{2})(?::\\d{2})?)?\\s*(?:发布|发表|开播)?$`,
);
/** What else may stand in the line of a publish time: 公开, 已发布, 时长 03:21. */
const BESIDE_MOMENT = /\s*[·•|｜,，;；]\s*|\s+(?=[㐀-鿿]{2,6}\s*[:：])/;

/** A publish time as a row shows it, `YYYY-MM-DDTHH:mm`; the whole text must be one, or a line of particulars with one. */
export function parseMoment(text: string): string | null {
  if (text.length > 80 || !/20\d{2}/.test(text)) return null;
  const t = seen(text).normalize("NFKC");
  for (const piece of BESIDE_MOMENT.test(t) ? [t, ...t.split(BESIDE_MOMENT)] : [t]) {
    const m = MOMENT.exec(piece);
    const date = m && dayOfYear(m[1], m[2], m[3]);
    if (date) return m[4] ? `${date}T${m[4].padStart(2, "0")}:${m[5]}` : date;
  }
  return null;
}

/** The first publish time among texts. */
export function momentAmong(texts: readonly { readonly text: string }[]): string | null {
  for (const { text } of texts) {
    const moment = parseMoment(text);
    if (moment) return moment;
  }
  return null;
}

/** 统计时间 2026/11/17, 2026-11-17 经营数据: the one day that figures are said to be of. A day alone says nothing of the kind. */
const TIGHT_DAY = DAY.replaceAll("\\s*", "");
const OF_DAY = new RegExp(
  `(?:展示|显示)(?:的是|为)?${TIGHT_DAY}(?:全天|当[日天])?的?数据$|^(?:(?:统计|数据)(?:时间|日期|周期|区间)?[:：]?${TIGHT_DAY}|日期[:：]?${TIGHT_DAY}[(（]昨[日天][)）]|${TIGHT_DAY}(?:全天)?(?:经营|交易|核心|关键)?(?:数据)?(?:数据|概况|概览|日报))$`,
);
/** 统计时间 2026年10月, 2026年10月经营数据. A month alone may be when things took place. */
const MONTH =
  /^(?:统计|数据)(?:时间|日期|月份|周期)[:：]?(20\d{2})[-/.年](\d{1,2})月?$|^(20\d{2})年(\d{1,2})月份?(?:店铺)?(?:经营|交易|核心|关键)?(?:数据|概况|概览|月报)$/;
/** 统计周期 2026年第三季度, 统计时间 2026-Q3. */
const QUARTER = /^(?:统计|数据)(?:时间|日期|周期|区间)[:：]?(20\d{2})[-/年]?(?:Q([1-4])|第?([1-4一二三四])季度?)$/i;
/** 上周（11/16-11/22）经营概况: which week is said by its days. */
const NAMED_SPAN = /^(?:[本上]周|[本上]个?月)[(（]([^()（）]*)[)）][^\d%]+$/;

/** The same without its year, which is then the last that has come to it; and a month alone. */
const BARE_MONTH =
  /^(?:统计|数据)(?:时间|日期|月份|周期)[:：]?(\d{1,2})月份?$|^(\d{1,2})月份?(?:店铺)?(?:经营|交易|核心|关键)?(?:数据|概况|概览|月报)$/;
const MONTH_ALONE = /^(?:(20\d{2})[-/.年])?(\d{1,2})月份?$|^(20\d{2})-(\d{2})$/;

const LONGEST_MONTH = 12;

/** A month and nothing else, as one of several to choose from: 2026年9月, 2026-09, 9月. */
export function parseMonth(text: string): StatedPeriod | null {
  if (text.length > LONGEST_MONTH) return null;
  const [, year, month, y, m] = MONTH_ALONE.exec(seen(text).normalize("NFKC").replace(/\s+/g, "")) ?? [];
  return monthOf(year ?? y, month ?? m);
}

/** Null for what is no month. */
function monthOf(year: string | undefined, month: string | undefined): StatedPeriod | null {
  const first = dayOfYear(year ?? "2024", month, "1");
  if (!first) return null;
  return year ? { kind: "days", from: first, to: lastOfMonth(first) } : { kind: "month", month: Number(month) };
}

/** The last day of the month that begins `later` months after the day `first`. */
function lastOfMonth(first: string, later = 0): string {
  const date = new Date(`${first}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + later, 0)).toISOString().slice(0, 10);
}

function quarterIn(t: string): StatedPeriod | null {
  const [, year, digit, word = ""] = QUARTER.exec(t) ?? [];
  const nth = Number(digit ?? ("一二三四".indexOf(word) + 1 || word));
  const first = year && nth ? dayOfYear(year, String(nth * 3 - 2), "1") : null;
  return first ? { kind: "days", from: first, to: lastOfMonth(first, 2) } : null;
}

/** 昨日 2026-11-23, 昨日·11月23日: the word says it, the day says it again. */
const SAID_AGAIN =
  /^((?:昨|今)[日天]\D{0,4}?)[·|:：,，(（]*(?:20\d{2}[-/.年]\d{1,2}[-/.月]|\d{1,2}[-/月])\d{1,2}日?[)）]?$/;
/** 注：以上为近7天数据，每日 10 点更新 */
export const ABOVE =
  /以[上下](?:数据|内容|指标)?[均皆]?(?:为|是)((?:最近|近)\d{1,2}[天日]|昨[日天]|今[日天])的?(?:数据|内容)?(?:[，,。；;]|$)/;
/** Of what kind the figures of a day are: 2026-11-25（日）, 2026-11-25 (T+1 已更新) say no other day. */
const KIND = /[(（](?:T\+\d)?[^()（）\d]{0,6}[)）]$/i;
/** What a word says more closely of itself: 昨日（11-17）, 近7天 (11/11-11/17), (每日 10:00 更新). */
const ASIDE = /[(（]([^()（）]*)[)）]$/;
const COMPARED = /^(较|比|环比|同比|对比|上[周月期])/;
const DATES_ONLY = /^[\d\s./月日年~至—–-]*(?:(?:周|星期)[一二三四五六日天])?$/;

/** 11.16-11.22 in brackets, or over a column, are days. */
export const pointed = (span: string): string =>
  span.replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})(\s*[^\d\s.]+\s*)(\d{1,2})\.(\d{1,2})$/, "$1/$2$3$4/$5");

/** One day, month or quarter that figures are said to be of. */
function calendarPeriod(t: string): StatedPeriod | null {
  const one = OF_DAY.test(t) ? parseDay(t) : null;
  if (one) return { kind: "days", from: one, to: one };
  const [, year, month, of, itself] = MONTH.exec(t) ?? [];
  return monthOf(year ?? of, month ?? itself) ?? quarterIn(t);
}

/** 经营概览 统计时间 2026/11/17, 店铺：南山小院 ｜ 统计时间 …: the day is of what the same text says before it. */
const HEADED = /^\D{2,30}[\s·|｜:：，,]+(?=(?:统计|数据)(?:时间|日期|周期|区间))/;

/** Most texts of a page, figures among them, hold nothing that a period is said by. */
const MAY_SAY = /[昨今前近年月周天日]|实时|[\d０-９]\D*[-/~至到—–→－／～]|[2２][0０]|day/i;

/**
 * A period named by a short text: a span of dates, 昨日, 今日, 近7天. 近N天 ends yesterday, because the console's
 * figures are a day late (T+1). Null for anything else: a period not understood is no period.
 */
export function parsePeriod(text: string): StatedPeriod | null {
  if (text.length > 60 || !MAY_SAY.test(text)) return null;
  const span = parseSpan(text);
  if (span) return span;
  const shown = plainDays(seen(text).normalize("NFKC"));
  // 统计日期：2026-11-25 每日 9 点更新, （每日 08:00 更新）: when the page is renewed is another matter.
  let t = shown
    .replace(/[\s,，;；·|(（]+(?:数据)?每[日天]\s*\d{1,2}\s*[点:：]\S{0,4}\s*更新[)）]?$/, "")
    .replace(HEADED, "")
    .replace(/\s+/g, "");
  // 统计时间 2026/11/17，对比 2026/11/16: what they are compared with is not what they are of.
  t = t.replace(/(?<=\d日?)[,，;；|·(（](?:环比|同比|对比|较|vs\.?)[^㐀-鿿]*$/i, "");
  t = t.replace(/(\d日?)[(（]?(?:周|星期)[一二三四五六日天][)）]?$/, "$1");
  const [, said, heads] = BARE_MONTH.exec(t) ?? [];
  const whole = /20\d\d/.test(t)
    ? (calendarPeriod(t) ?? calendarPeriod(t.replace(KIND, "")))
    : monthOf(undefined, said ?? heads);
  if (whole) return whole;
  const above = ABOVE.exec(t)?.[1];
  if (above) return wordPeriod(above);
  const named = NAMED_SPAN.exec(t)?.[1];
  if (named) return spanOfDates(pointed(named));
  const aside = ASIDE.exec(t)?.[1];
  if (aside !== undefined) {
    const said = spanOfDates(pointed(aside));
    // 同行对比（昨日）: when, whatever of.
    const when = said ?? wordPeriod(aside);
    if (when && !COMPARED.test(t)) return when;
    if (DATES_ONLY.test(aside) || /更新|同步|截至|截止/.test(aside)) t = t.replace(ASIDE, "");
  }
  t = SAID_AGAIN.exec(t)?.[1] ?? t;
  if (/^(最近|近)(一|1)周$/.test(t)) return lastDays(7);
  if (/^实时(经营|交易|成交)?(概[况览]|总览|看板|战报)$/.test(t)) return lastDays(1, 0);
  if (t.length > 16 || COMPARED.test(t)) return null;
  if (/^(前日|前天)$/.test(t)) return lastDays(1, 2);
  // 昨日 980 gives another number its day; a heading has no number after it.
  if (/更新|同步|次日|延迟|同期|同时段|同类|同行|均值|平均|预计|目标|计算/.test(t)) return null;
  // 实时 | 昨日 | 近7天 in one text are offered, none is said.
  if ((t.match(/[今昨][日天]|近\d+[天日]/g) ?? []).length > 1) return null;
  const word = /(昨日|昨天|今日|今天)\D*$/.exec(t)?.[1];
  if (word) return lastDays(1, word.startsWith("昨") ? 1 : 0);
  const m = /(?:最近|近|过去)(\d{1,3})(?:天|日)\D*$/.exec(t);
  const days = Number(m?.[1]);
  return m && days > 0 && days <= 366 ? lastDays(days) : null;
}

/** The days over a column: a span, 昨日, or one day and nothing else. */
export function periodOver(text: string, span: StatedPeriod | null): StatedPeriod | null {
  const period = parseSpan(pointed(text)) ?? parsePeriod(text);
  if (period) return period;
  return /^[\d\s./月日年-]+([(（]?(周|星期)[一二三四五六日天][)）]?)?$/.test(text)
    ? parseDayWithin(text.replace(/[^\d日]*(周|星期).*$/, ""), span)
    : null;
}

/** Whether what was stated is one day of the calendar. */
export const isOneDay = (period: StatedPeriod | null | undefined): period is StatedPeriod & { readonly from: string } =>
  (period?.kind === "days" || period?.kind === "dates") && period.from === period.to;
