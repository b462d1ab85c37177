import type { Period } from "../../console/observation";
import type { Translate } from "../i18n/messages";

const SHANGHAI_OFFSET_MS = 8 * 3600_000;
const DAY_MS = 24 * 3600_000;

/** Shanghai wall time of an instant, `YYYY-MM-DDTHH:mm`. China has kept UTC+8 without summer time since 1992. */
const wallTime = (at: number): string => new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16);

export function makeWhenFormat(t: Translate) {
  /** When something was seen, as one says it: today 09:05, yesterday 21:10, 11-18 09:05, 2025-12-01. */
  return (at: number, now: number = Date.now()): string => {
    const [day = "", time = ""] = wallTime(at).split("T");
    if (day === wallTime(now).slice(0, 10)) return t("when_today", { time });
    if (day === wallTime(now - DAY_MS).slice(0, 10)) return t("when_yesterday", { time });
    return day.slice(0, 4) === wallTime(now).slice(0, 4) ? `${day.slice(5)} ${time}` : day;
  };
}

export function makePeriodFormat(t: Translate) {
  /** The days a number speaks of: `11-20`, `11-14 to 11-20`; the year only where it is not this one. */
  return (period: Period, now: number = Date.now()): string => {
    const year = wallTime(now).slice(0, 5);
    const short = (day: string): string => (day.startsWith(year) ? day.slice(5) : day);
    if (period.from === period.to) return short(period.from);
    return t("period_span", { from: short(period.from), to: short(period.to) });
  };
}
