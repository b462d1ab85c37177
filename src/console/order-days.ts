import type { Layout } from "./layout";
import { dateOfYear, dayOfYear, parseDay, parseMoment, parseMonth } from "./periods";
import { spanFrom } from "./read-periods";
import { A_SIGN } from "./signs";
import type { Token } from "./tokens";
import { lineOverlap } from "./visible";

/** The day that a text says: `YYYY-MM-DD`; null: a date of a year that the page does not tell. */
export interface StatedDay {
  readonly day: string | null;
}

/** A day over the orders under it, and how many it says there are; `day` null: of a year that the page does not tell. */
export interface DayHeading extends StatedDay {
  readonly i: number;
  readonly count: number | null;
}

/** Over or before the time at which an order was made. */
export const MADE_AT = /(下单|创建|申请|支付|提交)时间/;
/** 2026/11/27 09:12 下单 */
export const MADE_BEHIND = /(:\d{2}|\d[日号])\s*(下单|创建|申请|支付|付款|提交)$/;

const DONE = "(?:下单|创建|申请|支付|付款|提交)";
const WEEKDAY = "\\s*(?:[(（]?(?:周|星期)[一二三四五六日天][)）]?)?\\s*";
const CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?";
/** 11-27 09:30:12 下单, 下单时间：11月27日, 11/27: a date and nothing else, the hour and the word for it aside. */
const DATE = new RegExp(
  `^(${DONE}(?:时间|日期|于)?[:：]?\\s*)?(?:(\\d{1,2})(月)(\\d{1,2})[日号]|(\\d{1,2})[-/.](\\d{1,2}))${WEEKDAY}(${CLOCK})?(\\s*${DONE})?$`,
);

/** What else may stand behind an order's time: 11-27 09:30 下单 · 订单号 3737…. */
const BESIDE_DATE = /\s*[·•|｜,，;；]\s*|\s+(?=(?:订单|售后|编|单)\S{0,3}号)/;

/** A date without its year, `MM-DD`; `sure`: it can be nothing else, as 11/27 and 11-27 may. */
function dateIn(text: string): { readonly date: string; readonly sure: boolean } | null {
  if (text.length > 80 || !/^\D{0,8}\d{1,2}\D/.test(text)) return null;
  const t = text.normalize("NFKC").trim();
  const m = DATE.exec(t) ?? DATE.exec(t.split(BESIDE_DATE)[0] ?? "");
  const date = m && dateOfYear(m[2] ?? m[5], m[4] ?? m[6]);
  return m && date ? { date, sure: [m[1], m[3], m[7], m[8]].some((said) => said !== undefined) } : null;
}

/** What is said before the days of other doings than the making of orders, and what is told of days in passing. */
const OF_ELSE =
  /发货|收货|送达|揽收|签收|完成|结算|关闭|取消|更新|截至|截止|导出|活动|促销|大促|优惠|报名|公告|维护|有效|对比|同期|环比|同比/;
/** Around the days that a list is chosen by: 下单时间 2026-11-26 ～ 2026-11-27　共 4 单. */
const AROUND_FILTER =
  /^(?:(?:下单|创建|提交|申请|付款|支付|订单|售后|统计|查询|筛选|成交|数据)?(?:时间|日期|周期|区间|范围|条件)段?\s*[:：]?\s*)+|[\s·|,]*共\s*\d+\s*[单笔条件个].*$/g;
/** 2026年11月订单: over a list. */
const OF_MONTH = /^(20\d{2}\s*年\s*\d{1,2}\s*月)份?的?(?:全部)?(?:订单|售后)/;
const DAYS_ALONE = /^20\d{2}[\d\s:./年月日至到~—–→-]+$/;
const A_DAY =
  /^20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*(?:[(（]?(?:周|星期)[一二三四五六日天][)）]?)?\s*(?:(?:申请|提交|下单|付款|支付)(?:的(?:订单|售后|申请))?)?\s*(?:[·|｜,，(（]?\s*(?:共|订单|售后|合计).*)?$/;
const A_DATE = new RegExp(
  `^(?:\\d{1,2}月\\d{1,2}[日号]|\\d{2}[-/]\\d{2})${WEEKDAY}${DONE}?\\s*(?:[·|｜,，(（]?\\s*(?:共|订单|售后|合计).*)?$`,
);
const COUNT = /共\s*(\d+)\s*[单笔条件个]/;
/** What says of a day that it is of something else: 更新时间, 下单时间, and the other end of two. */
const BESIDE = /(时间|日期|更新|截至|截止|导出)\s*[:：]?$|^[至到~～—–-]$/;

/** Over the column of when orders were made. */
const HEAD = new RegExp(`^(?:订单|售后)?${DONE}(?:时间|日期)$`);

/** The days of a list of orders: what its texts say of them, and what stands over them. */
export class OrderDays {
  /** Days that the list is chosen by or stands under, each with its year; ends included. */
  private readonly spans: { readonly from: string; readonly to: string }[] = [];
  readonly headings: DayHeading[] = [];

  static *of(layout: Layout): Generator<void, OrderDays, void> {
    const days = new OrderDays();
    const dates: Token[] = [];
    for (const t of layout.tokens) {
      if (t.i % 128 === 127) yield;
      if (t.area === "dialog" || t.area === "tip" || t.partOf !== null) continue;
      days.addFilter(layout, t);
      if (t.area === "page" && isHeading(layout, t)) dates.push(t);
    }
    for (const t of dates) if (A_DAY.test(t.text)) days.addHeading(layout, t, parseDay(t.text));
    for (const { day } of days.headings) if (day) days.spans.push({ from: day, to: day });
    for (const t of dates) {
      const date = A_DAY.test(t.text) ? null : dateIn(/^\d+[月/-]\d+[日号]?/.exec(t.text)?.[0] ?? "")?.date;
      if (date) days.addHeading(layout, t, days.within(date));
    }
    days.headings.sort((a, b) => a.i - b.i);
    return days;
  }

  /** What day a text says, the first that it holds; null for none. `isTime`: it stands where only a time can. */
  saidIn(text: string, isTime = false): StatedDay | null {
    const day = parseDay(text);
    if (day) return { day };
    const said = dateIn(text);
    return said && (said.sure || isTime) ? { day: this.within(said.date) } : null;
  }

  /** The first day among texts; what stands right behind a word for another time is no day of the order. */
  among(tokens: readonly (Token | undefined)[], isTime = false): StatedDay | null {
    const said = tokens.flatMap((token, k) => {
      const day = token && this.saidIn(token.text, isTime);
      return day ? [{ day, isWhole: parseDay(token.text) !== null, before: tokens[k - 1]?.text ?? "" }] : [];
    });
    const whole = said.find(({ isWhole }) => isWhole);
    return (whole ?? said.find(({ before }) => isTime || !OF_ELSE.test(before)))?.day ?? null;
  }

  /** Whether a text is a day with its hour, which no word before it says to be of something else. */
  saysMoment(layout: Layout, { text, i }: Token): boolean {
    if (/T/.test(parseMoment(text) ?? "")) return true;
    return /\d:\d\d/.test(text) && dateIn(text) !== null && !OF_ELSE.test(layout.textBefore(i)?.text ?? "");
  }

  /** The one day of the date `MM-DD` within the days that the list is chosen by; null where there is none, or several. */
  private within(date: string): string | null {
    const days = new Set<string>();
    for (const { from, to } of this.spans)
      for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
        const day = dayOfYear(String(year), date.slice(0, 2), date.slice(3));
        if (day && day >= from && day <= to) days.add(day);
      }
    return days.size === 1 ? ([...days][0] ?? null) : null;
  }

  private addFilter(layout: Layout, t: Token): void {
    if (!/20\d{2}/.test(t.text) || t.text.length > 60) return;
    const before = layout.tokens[t.i - 1];
    const month = parseMonth(OF_MONTH.exec(t.text)?.[1] ?? "");
    if (month?.kind === "days") this.spans.push(month);
    const text = t.text.normalize("NFKC").replace(AROUND_FILTER, "");
    if (!DAYS_ALONE.test(text) || (before?.area === t.area && OF_ELSE.test(before.text))) return;
    const period = spanFrom(layout, t);
    if (period?.kind === "days") this.spans.push(period);
  }

  private addHeading(layout: Layout, { i, text }: Token, day: string | null): void {
    const count = COUNT.exec(text) ?? COUNT.exec(layout.tokens[i + 1]?.text ?? "");
    this.headings.push({ i, day, count: count ? Number(count[1]) : null });
  }
}

/** Whether a text may stand over the orders of a day. */
export const saysDay = (text: string): boolean => A_DAY.test(text) || A_DATE.test(text);

/** 2026-11-11（周三）共 4 单, 11月11日: a day and what it says of its orders; without its year it begins its line. */
function isHeading(layout: Layout, t: Token): boolean {
  const [before, next] = [layout.textBefore(t.i), layout.tokens[t.i + 1]];
  if (t.text.length >= 60 || t.el.localName === "input") return false;
  // Under it, 下单时间 is the first head of the day's own table.
  const isHead = next && HEAD.test(next.text) && next.box.t >= t.box.b - 2;
  if (BESIDE.test(before?.text ?? "") || (!isHead && BESIDE.test(next?.text ?? ""))) return false;
  const leads = !before || A_SIGN.test(before.text) || lineOverlap(before.box, t.box) < 0.5;
  return A_DAY.test(t.text) || (A_DATE.test(t.text) && leads);
}

const HOUR = new RegExp(`^${CLOCK}$`);

/**
 * The day that an order without a day of its own stands under: it says when on that day, or the day how many it has, or
 * the whole list is one of days (`sure`).
 */
export function dayOver(
  headings: readonly DayHeading[],
  status: Token,
  texts: readonly Token[],
  sure = false,
): string | null {
  const over = headings.findLast(({ i }) => i < status.i && !texts.some((t) => t.i === i));
  return over && (sure || over.count !== null || texts.some(({ text }) => HOUR.test(text))) ? over.day : null;
}

/** Whether a list is cut into days: several, in front of it and each with orders under it. */
export function isByDays(headings: readonly DayHeading[], stated: readonly Token[]): boolean {
  const [first, ...more] = headings;
  return (
    first !== undefined &&
    more.length > 0 &&
    stated.every(({ i }) => i > first.i) &&
    headings.every((day, at) =>
      stated.some(({ i }) => i > day.i && i < (headings[at + 1]?.i ?? Number.POSITIVE_INFINITY)),
    )
  );
}
