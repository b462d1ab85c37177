import type { StatedPeriod } from "./observation";

/** Ends yesterday where nothing else is said: the console's figures are a day late (T+1). */
export const lastDays = (days: number, endsDaysAgo = 1): StatedPeriod => ({ kind: "relative", endsDaysAgo, days });

const WORD = /^(?:([昨今])[日天]|最?近(\d{1,2})[天日])$/;

/** 昨日, 今日, 近7天 or 最近30天, and nothing else. */
export function wordPeriod(text: string): StatedPeriod | null {
  const [said, word, days] = WORD.exec(text) ?? [];
  if (word) return lastDays(1, word === "昨" ? 1 : 0);
  return said && Number(days) > 0 ? lastDays(Number(days)) : null;
}
