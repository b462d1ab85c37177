import { isOfWords } from "./page-words";
import { ABOVE, periodOver } from "./periods";

/** 晚风电台的昨日数据: whose they are, before the days. */
const WHOSE = /^.*的(?=([昨今]|最?近).+)/;
/** 近7天 · 华东: days, and what else is chosen. */
const BETWEEN = /\s*[·|｜/,，;；]\s*|\s+(?=[㐀-鿿])(?<=[㐀-鿿]\s+)/;
/** 近 7 天 is one word. */
const AT_DIGITS = /(?<=\d)\s+|\s+(?=\d)/g;

/**
 * Whether a text says of what days something is, and nothing else: dates, or words such as 昨日数据; 昨日重现 and 近30天不熬夜
 * are what somebody is called.
 */
export function saysDays(text: string): boolean {
  const period = periodOver(text, null);
  if (period === null) return false;
  if (period.kind !== "relative" || ABOVE.test(text)) return true;
  const plain = text.replace(AT_DIGITS, "").replace(WHOSE, "");
  return isOfWords(plain) || plain.split(BETWEEN).some((part) => periodOver(part, null) !== null && isOfWords(part));
}
