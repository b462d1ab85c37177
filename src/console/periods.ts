import type { StatedPeriod } from "./observation";
import { seen } from "./plain-text";

const DAY = "(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?";
const CLOCK = "(?:\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?))?";
const SPAN = new RegExp(`${DAY}${CLOCK}\\s*(?:至|到|~|-|—|–|→)+\\s*${DAY}${CLOCK}`);
const SINGLE = new RegExp(DAY);

const day = (y: string | undefined, m: string | undefined, d: string | undefined): string | null => {
  const text = `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
};

/** The first calendar day in a text, `YYYY-MM-DD`. */
export function parseDay(text: string): string | null {
  const m = SINGLE.exec(seen(text).normalize("NFKC"));
  return m ? day(m[1], m[2], m[3]) : null;
}

/** A day; 11-17 without a year is of the page's own dates, where it lies in them. */
export function parseDayWithin(text: string, span: StatedPeriod | null): string | null {
  const whole = parseDay(text);
  const m = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  if (whole || !m || span?.kind !== "days") return whole;
  return (
    [span.from, span.to]
      .map((edge) => parseDay(`${edge.slice(0, 4)}-${m[1]}-${m[2]}`))
      .find((each) => each && each >= span.from && each <= span.to) ?? null
  );
}

/** 统计时间 2026/11/14 至 2026/11/20, and nothing looser. From 19:00 to 22:04 is when something took place. */
export function parseSpan(text: string): StatedPeriod | null {
  const m = /[2２][0０]/.test(text) ? SPAN.exec(seen(text).normalize("NFKC")) : null;
  if (!m) return null;
  const from = day(m[1], m[2], m[3]);
  const to = day(m[5], m[6], m[7]);
  const hours = m[4] !== undefined && m[8] !== undefined && !/^0?0:00/.test(m[4]);
  return from && to && from <= to && !hours ? { kind: "days", from, to } : null;
}

const MOMENT = new RegExp(
  `^(?:(?:发布|发表|开播|直播|开始|创建|下单|申请|提交)?(?:时间|日期|于)?[:：]?)?\\s*${DAY}\\s*(?:(\\d{1,2}):(\\d{2})(?::\\d{2})?)?\\s*(?:发布|发表|开播)?$`,
);
/** What else may stand in the line of a publish time: 公开, 已发布, 时长 03:21. */
const BESIDE_MOMENT = /\s*[·•|｜,，;；]\s*|\s+(?=\p{Script=Han}{2,6}\s*[:：])/u;

/** A publish time as a row shows it, `YYYY-MM-DDTHH:mm`; the whole text must be one, or a line of particulars with one. */
export function parseMoment(text: string): string | null {
  if (text.length > 80 || !/20\d{2}/.test(text)) return null;
  const t = seen(text).normalize("NFKC");
  for (const piece of BESIDE_MOMENT.test(t) ? [t, ...t.split(BESIDE_MOMENT)] : [t]) {
    const m = MOMENT.exec(piece);
    const date = m && day(m[1], m[2], m[3]);
    if (date) return m[4] ? `${date}T${m[4].padStart(2, "0")}:${m[5]}` : date;
  }
  return null;
}

/** 统计时间 2026/11/17: the one day that figures are said to be of. A day alone says nothing of the kind. */
const OF_DAY = new RegExp(`^(?:统计|数据)(?:时间|日期|周期|区间)?[:：]?${DAY.replaceAll("\\s*", "")}$`);
/** What a word says more closely of itself: 昨日（11-17）, 近7天 (11/11-11/17), (每日 10:00 更新). */
const ASIDE = /[(（]([^()（）]*)[)）]$/;
const DATES_ONLY = /^[\d\s./月日年~至—–-]+$/;

/**
 * A period named by a short text: a span of dates, 昨日, 今日, 近7天. 近N天 ends yesterday, because the console's
 * figures are a day late (T+1). Null for anything else: a period not understood is no period.
 */
export function parsePeriod(text: string): StatedPeriod | null {
  if (text.length > 60) return null;
  const span = parseSpan(text);
  if (span) return span;
  let t = seen(text).normalize("NFKC").replace(/\s+/g, "");
  const m0 = OF_DAY.exec(t);
  const one = m0 && day(m0[1], m0[2], m0[3]);
  if (one) return { kind: "days", from: one, to: one };
  const aside = ASIDE.exec(t)?.[1];
  if (aside !== undefined && (DATES_ONLY.test(aside) || /更新|同步|截至|截止/.test(aside))) t = t.replace(ASIDE, "");
  if (t.length > 16 || /^(较|比|环比|同比|对比)/.test(t)) return null;
  if (/^(前日|前天)$/.test(t)) return { kind: "relative", endsDaysAgo: 2, days: 1 };
  // 昨日 980 gives another number its day; a heading has no number after it.
  if (/更新|同步|次日|延迟|同期|同时段|预计|目标/.test(t)) return null;
  const word = /(昨日|昨天|今日|今天)\D*$/.exec(t)?.[1];
  if (word) return { kind: "relative", endsDaysAgo: word.startsWith("昨") ? 1 : 0, days: 1 };
  const m = /(?:最近|近|过去)(\d{1,3})(?:天|日)\D*$/.exec(t);
  const days = Number(m?.[1]);
  return m && days > 0 && days <= 366 ? { kind: "relative", endsDaysAgo: 1, days } : null;
}
