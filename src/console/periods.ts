import type { StatedPeriod } from "./observation";
import { seen } from "./plain-text";

const DAY = "(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?";
const SPAN = new RegExp(`${DAY}(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s*(?:至|到|~|-|—|–|→)+\\s*${DAY}`);
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

/** 统计时间 2026/11/14 至 2026/11/20, and nothing looser. */
export function parseSpan(text: string): StatedPeriod | null {
  const m = SPAN.exec(seen(text).normalize("NFKC"));
  if (!m) return null;
  const from = day(m[1], m[2], m[3]);
  const to = day(m[4], m[5], m[6]);
  return from && to && from <= to ? { kind: "days", from, to } : null;
}

/** A publish time as a row shows it, `YYYY-MM-DDTHH:mm`; the whole text must be one. */
export function parseMoment(text: string): string | null {
  const t = seen(text).normalize("NFKC");
  const m = new RegExp(
    `^(?:发布时间|发表时间|开播时间|开始时间|创建时间|下单时间|时间)?[:：]?\\s*${DAY}\\s*(?:(\\d{1,2}):(\\d{2})(?::\\d{2})?)?$`,
  ).exec(t);
  const date = m && day(m[1], m[2], m[3]);
  if (!m || !date) return null;
  return m[4] ? `${date}T${m[4].padStart(2, "0")}:${m[5]}` : date;
}

/**
 * A period named by a short text: a span of dates, 昨日, 今日, 近7天. 近N天 ends yesterday, because the console's
 * figures are a day late (T+1). Null for anything else: a period not understood is no period.
 */
export function parsePeriod(text: string): StatedPeriod | null {
  const span = parseSpan(text);
  if (span) return span;
  const t = seen(text)
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/\([^)]*(更新|同步)[^)]*\)$/, "");
  if (t.length > 16 || /^(较|比|环比|同比|对比)/.test(t)) return null;
  if (/^(前日|前天)$/.test(t)) return { kind: "relative", endsDaysAgo: 2, days: 1 };
  // 昨日 980 gives another number its day; a heading has no number after it.
  const word = /(昨日|昨天|今日|今天)\D*$/.exec(t)?.[1];
  if (word) return { kind: "relative", endsDaysAgo: word.startsWith("昨") ? 1 : 0, days: 1 };
  const m = /(?:最近|近|过去)(\d{1,3})(?:天|日)\D*$/.exec(t);
  const days = Number(m?.[1]);
  return m && days > 0 && days <= 366 ? { kind: "relative", endsDaysAgo: 1, days } : null;
}
