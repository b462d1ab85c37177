import { isItself, isOfAllDays, isOfEarlier, isOfPeers } from "./column-words";
import type { Layout } from "./layout";
import type { ObservedEntity, StatedPeriod } from "./observation";
import { periodOver } from "./periods";
import { isDerived, sumOver } from "./read-metric-rows";
import type { Report } from "./report";
import { isOwnerType } from "./subject";
import type { Token } from "./tokens";
import { areInLine, columnOverlap, lineOverlap } from "./visible";

/** A day or span of days over a column of numbers, or what says that they are the page's own: 本期. */
interface Heading {
  readonly token: Token;
  /** Null over what is not of these days themselves: 昨日同时段, 环比; undefined: the page says it. */
  period: StatedPeriod | null | undefined;
  /** 累计 beside 昨日: of all days, which is read of a thing, but of no shop. */
  readonly ofAll?: boolean;
}

/**
 * Reads 昨日 | 近7天 | 近30天, or day by day, over lines of 成交金额 | 90 | 700 | 3,000, drawn without a table. `span`: the
 * dates that the page says it speaks of.
 */
export function* readMatrix(
  layout: Layout,
  report: Report,
  self: ObservedEntity,
  span: StatedPeriod | null,
): Generator<void, void, void> {
  const free = yield* layout.free((t) => !layout.isOption(t));
  const headings = yield* headingsAmong(layout, free, span);
  for (const [k, first] of headings.entries()) {
    yield;
    const line = headings.filter(({ token }) => areInLine(token, first.token));
    if (line[0] !== first || line.length < 2) continue;
    if (line.every(({ ofAll }) => ofAll)) continue;
    // 本期 | 本店 does not say which of the two it is.
    const own = line.filter(({ period }) => period !== null);
    if (own.length === 0 || (own.length > 1 && own.some(({ period }) => period === undefined))) continue;
    const days = own.map(({ period }) => period);
    const beside = free.filter(
      (t) => !t.label && !t.shown && areInLine(t, first.token) && !line.some(({ token }) => token === t),
    );
    const columns = [...line, ...beside.map((token): Heading => ({ token, period: sumOver(token.text, days, span) }))];
    const next = headings.slice(k + line.length).find(({ token }) => token.box.t > first.token.box.b);
    const end = next?.token.i ?? layout.tokens.length;
    readLines(layout, report, self, columns, linesUnder(columns, first.token, end, free));
  }
}

/** Texts that may stand over a column of a matrix, with the days that they say. */
function* headingsAmong(
  layout: Layout,
  free: readonly Token[],
  span: StatedPeriod | null,
): Generator<void, readonly Heading[], void> {
  const headings: Heading[] = [];
  for (const [k, token] of free.entries()) {
    if (k % 64 === 63) yield;
    if (token.label || token.icon || isPicked(layout, token)) continue;
    const period = periodOver(token.text, span) ?? byWord(token);
    const ofAll = !token.shown && isOfAllDays(token.text);
    if (period === null && !ofAll && !isOfOthers(token)) continue;
    const [over] = headings.slice(-1).filter((heading) => isUnder(token, heading.token));
    const isElse = stackedWith(free, token).some(({ text }) => isDerived(text));
    if (!over) headings.push({ token, period: isElse ? null : period, ofAll });
    // 昨日 over 2026/11/18: the day says it more closely.
    else if (over.period !== null && period?.kind === "days") over.period = period;
  }
  return headings;
}

/** A label and the numbers in its line, by what they stand under. */
interface Line {
  readonly label: Token;
  readonly values: ReadonlyMap<Heading, Token>;
}

/** The lines under a head that begins with `first`, up to token `end`. */
const linesUnder = (columns: readonly Heading[], first: Token, end: number, free: readonly Token[]): readonly Line[] =>
  free
    .filter((t) => t.label && t.box.t > first.box.t && t.i > first.i && t.i < end)
    .map((label) => ({ label, values: valuesUnder(columns, label, free) }))
    .filter(({ values }) => values.size > 1);

function readLines(
  layout: Layout,
  report: Report,
  self: ObservedEntity,
  columns: readonly Heading[],
  lines: readonly Line[],
): void {
  const isOwner = isOwnerType(self.type);
  for (const { label, values } of lines) {
    for (const [{ period, ofAll }, value] of values) {
      if (label.label && value.shown && (period !== null || (ofAll && !isOwner)))
        report.add(self, label.label, value.shown, value.i, period);
      layout.claimed.add(value.i);
    }
    layout.claimed.add(label.i);
  }
  if (lines.length > 0) for (const { token } of columns) layout.claimed.add(token.i);
}

/** `low` stands right under `high` in a head of several lines. */
const isUnder = ({ box: low }: Token, { box: high }: Token): boolean =>
  columnOverlap(low, high) > 0 && low.t >= high.b - 2 && low.t - high.b < high.b - high.t;

/** What else a head of several lines says: 同行均值 over 近30天. */
const stackedWith = (free: readonly Token[], token: Token): readonly Token[] =>
  free.filter((t) => !t.label && Math.abs(t.i - token.i) <= 2 && (isUnder(t, token) || isUnder(token, t)));

/** 本期 leaves the days to the page; null for anything else. */
const byWord = ({ shown, text }: Token): undefined | null => (!shown && isItself(text) ? undefined : null);

/** 同行中位 or 上期, and no sentence of it. */
const isOfOthers = ({ shown, text }: Token): boolean =>
  !shown && text.length <= 8 && (isOfPeers(text) || isOfEarlier(text));

/** One end of a date picker: 2026-11-17 至 2026-11-23. */
const isPicked = ({ tokens }: Layout, { i, el }: Token): boolean =>
  el.localName === "input" || [i - 1, i + 1].some((k) => /^(至|到|[~～—–→-])$/.test(tokens[k]?.text ?? ""));

/** The numbers in a label's line, each under the heading it stands under; none when one stands under no heading. */
function valuesUnder(line: readonly Heading[], label: Token, free: readonly Token[]): ReadonlyMap<Heading, Token> {
  const columns = [...line].sort((a, b) => a.token.box.l - b.token.box.l);
  const middle = ({ box }: Token): number => (box.l + box.r) / 2;
  const found = new Map<Heading, Token>();
  // 成交金额 ¥90 | 好评率 98%: cards side by side, whose headings say days.
  const others = free.filter((t) => t.label && t !== label && t.box.l >= label.box.r && areInLine(t, label));
  for (const value of free) {
    if (others.some(({ box }) => box.r <= value.box.l)) continue;
    if (!value.shown || value.trend || lineOverlap(value.box, label.box) < 0.5 || value.box.l < label.box.r) continue;
    const nearest = [...columns].sort((a, b) => off(a, value) - off(b, value))[0];
    const gap = Math.min(...columns.slice(1).map((c, k) => middle(c.token) - middle((columns[k] as Heading).token)));
    if (!nearest || off(nearest, value) > gap * 0.4 || found.has(nearest)) return new Map();
    found.set(nearest, value);
  }
  return found;
}

/** How far a number is from standing under a heading: by left edges, middles or right edges, as columns are set. */
const off = ({ token: { box: a } }: Heading, { box: b }: Token): number =>
  Math.min(Math.abs(a.l - b.l), Math.abs(a.r - b.r), Math.abs(a.l + a.r - b.l - b.r) / 2);
