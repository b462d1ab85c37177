import { PICTURES } from "./plain-text";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d{2})\\b`, "gi");
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})\\s+${MONTH},?\\s+(20\\d{2})\\b`, "gi");
/** 20261117-20261123 */
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(\s*(?:至|到|~|-|—|–)\s*)(20\d{2})(\d{2})(\d{2})(?!\d)/;
const ORDINARY = /^[!-~㐀-鿿]/;
/** A calendar's or clock's picture before the days. */
const PICTURE = new RegExp(`^[${PICTURES}\\s]+(?=\\S)`);
const ENGLISH: readonly (readonly [RegExp, (m: RegExpExecArray) => string])[] = [
  [/^yesterday$/i, () => "昨日"],
  [/^today$/i, () => "今日"],
  [/^(?:last|past)\s+(\d{1,3})\s+days$/i, (m) => `近${m[1]}天`],
];

const number = (month: string): number => MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;

/** A text about days as the console itself would write it: pictures gone, English and run-on dates spelt out. */
export function plainDays(text: string): string {
  const t = ORDINARY.test(text) ? text : text.replace(PICTURE, "");
  if (/[a-z]{3}/i.test(t)) {
    const [word, said] = ENGLISH.map(([pattern, write]) => [pattern.exec(t), write] as const).find(([m]) => m) ?? [];
    if (word && said) return said(word);
    return t
      .replace(MONTH_DAY, (_, month: string, day: string, year: string) => `${year}-${number(month)}-${day}`)
      .replace(DAY_MONTH, (_, day: string, month: string, year: string) => `${year}-${number(month)}-${day}`);
  }
  return t.replace(COMPACT, "$1-$2-$3$4$5-$6-$7");
}
