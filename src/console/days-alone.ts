import { isOfWords } from "./page-words";
import { ABOVE, periodOver } from "./periods";

/** 晚风电台的昨日数据: whose they are, before the days. */
const WHOSE = /^.*的(?=([昨今]|最?近).+)/;

/**
 * Whether a text says of what days something is, and nothing else: dates, or words such as 昨日数据; 昨日重现 and 近30天不熬夜
 * are what somebody is called.
 */
export function saysDays(text: string): boolean {
  const period = periodOver(text, null);
  return period !== null && (period.kind !== "relative" || ABOVE.test(text) || isOfWords(text.replace(WHOSE, "")));
}
