import type { ReportWords } from "../../../src/console/report-words";
import type { FrozenPage } from "./pages";

const DATES = /20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}:\d{2}(:\d{2})?|(最近|近|过去)\d{1,3}[天日]/g;

/** An id of so few digits (77) is somewhere in other numbers by chance: it is left when it stands as a number. */
const SHORT_ID = /^\d{2,4}$/;
/** A name that is a number (12345) comes up inside of a longer one by chance, as its digits are drawn. */
const standsIn = (html: string, text: string): boolean =>
  /^\d+$/.test(text) ? new RegExp(`(?<!\\d)${text}(?!\\d)`).test(html) : html.includes(text);

/** The texts of a page, tags and styles left out. */
const said = (html: string): readonly string[] =>
  html
    .replace(/<style>.*?<\/style>/gs, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .split(/<[^>]*>/);

/** What of a page is still in the report of it: numbers, ids, links, days and names. */
export function leftIn(html: string, { frozen, names }: FrozenPage, words: ReportWords): readonly string[] {
  const numbersOf = (texts: readonly string[]): readonly string[] =>
    texts
      .filter((text) => !words.isKnown(text))
      .flatMap((text) => text.replace(DATES, " ").match(/\d[\d,.]*\d/g) ?? []);
  const originals = [frozen.html, ...frozen.frames];
  const found = (pattern: RegExp): readonly string[] =>
    originals.flatMap((each) => [...each.matchAll(pattern)].map((m) => m[1] as string));
  const bare = bareOf(html);
  const now = new Set(numbersOf(said(bare)));
  const days = originals.flatMap((each) =>
    said(each).flatMap((text) => text.match(/20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/g) ?? []),
  );
  const named = names.filter((name) => name.length >= 2 && !words.isKnown(name));
  return [
    ...originals.flatMap((each) => numbersOf(said(each)).filter((run) => now.has(run))),
    ...[
      ...found(/ ((?:id|name)="[^"]{2,}")/g).map((id) => ` ${id}`),
      ...found(/ (?:href|src)="([^"#]{2,})"/g),
      ...days,
      ...named,
    ].filter((text) => (SHORT_ID.test(text) ? now.has(text) : standsIn(bare, text))),
  ];
}

/** A report without its style attributes, whose sizes are numbers too. */
export const bareOf = (html: string): string =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/ style="[^"]*"/g, "");
