import type { Value } from "../console/observation";
import type { DayReading } from "../ledger/reader";
import { type Interval, intervalOf, tidy } from "../metrics/interval";

/** Categories and forms of content of the watched, from repeated captures. */

export interface CategoryGrowth {
  readonly category: string;
  /** How many of the watched name it as theirs. */
  readonly sellers: number;
  /** Their 带货销售额 together, fen; a category of a seller counts all of the seller's sales, as no page splits them. */
  readonly before: Interval;
  readonly now: Interval;
  /** now / before − 1; null where nothing was sold for certain before, or a tier is open. */
  readonly growth: Interval | null;
  /** Third parties whose estimates are among the sums. */
  readonly estimates: readonly string[];
}

/** What was known of a metric at the end of a day; an estimate only where the console never said it. */
function lastKnown(own: readonly DayReading[], metric: string, day: string): DayReading | null {
  const said = own.filter((reading) => reading.metric === metric && reading.day <= day);
  return said.findLast(({ source }) => !source?.estimate) ?? said.at(-1) ?? null;
}

/** 服饰内衣、美妆 or 服饰内衣/美妆 as single categories. */
const categoriesOf = (value: Value | undefined): readonly string[] =>
  value?.precision === "exact" && typeof value.value === "string"
    ? [...new Set(value.value.split(/[、，,/｜|;；\s]+/).filter((part) => part !== ""))]
    : [];

/** Growth of sales by category between what was known at two days, over the sellers known at both. Biggest now first. */
export function categoryGrowth(
  files: readonly (readonly DayReading[])[],
  from: string,
  to: string,
): readonly CategoryGrowth[] {
  const sums = new Map<string, Omit<CategoryGrowth, "category" | "growth">>();
  for (const own of files) {
    const sales = bothEnds(own, "sales_gmv", from, to);
    if (!sales) continue;
    for (const category of categoriesOf(lastKnown(own, "talent_categories", to)?.value)) {
      const { sellers, before, now, estimates } = sums.get(category) ?? NOTHING;
      sums.set(category, {
        sellers: sellers + 1,
        before: plus(before, sales.was),
        now: plus(now, sales.is),
        estimates: sales.estimate === null ? estimates : [...new Set([...estimates, sales.estimate])],
      });
    }
  }
  return [...sums]
    .map(([category, sum]): CategoryGrowth => ({ category, ...sum, growth: growthOf(sum.before, sum.now) }))
    .sort((a, b) => b.now.low - a.now.low || b.sellers - a.sellers || (a.category < b.category ? -1 : 1));
}

const ZERO: Interval = { low: 0, high: 0 };
const NOTHING = { sellers: 0, before: ZERO, now: ZERO, estimates: [] };
const plus = (a: Interval, b: Interval): Interval => ({
  low: Math.max(0, a.low) + Math.max(0, b.low),
  high: a.high + b.high,
});

function growthOf(before: Interval, now: Interval): Interval | null {
  if (before.low <= 0 || !Number.isFinite(before.high) || !Number.isFinite(now.high)) return null;
  return { low: tidy(now.low / before.high - 1), high: tidy(now.high / before.low - 1) };
}

export interface FormShare {
  /** New lives and videos between the two days, as intervals. */
  readonly lives: Interval;
  readonly videos: Interval;
  /** Lives among what is new, 0 … 1; null where nothing new is certain. */
  readonly liveShare: Interval | null;
}

/** How much of what a seller put out between two days was live; null where either counter was not seen at both. */
export function formShare(own: readonly DayReading[], from: string, to: string): FormShare | null {
  const [lives, videos] = [grown(own, "live_count", from, to), grown(own, "video_count", from, to)];
  if (!lives || !videos) return null;
  const least = lives.low + videos.high;
  const most = lives.high + videos.low;
  const isAny = lives.low + videos.low > 0;
  const liveShare = isAny
    ? { low: least === 0 ? 0 : tidy(lives.low / least), high: most === 0 ? 1 : tidy(lives.high / most) }
    : null;
  return { lives, videos, liveShare };
}

function grown(own: readonly DayReading[], metric: string, from: string, to: string): Interval | null {
  const ends = bothEnds(own, metric, from, to);
  if (!ends) return null;
  const { was, is } = ends;
  return { low: Math.max(0, is.low - was.high), high: Math.max(0, is.high - was.low) };
}

/** A metric at two days; null where one of them is not known, or one side is an estimate and the other is not. */
function bothEnds(own: readonly DayReading[], metric: string, from: string, to: string) {
  const [before, now] = [lastKnown(own, metric, from), lastKnown(own, metric, to)];
  const [was, is] = [before && intervalOf(before.value), now && intervalOf(now.value)];
  const [theirs, ours] = [before, now].map((each) => (each?.source?.estimate ? each.source.name : null));
  return was && is && theirs === ours ? { was, is, estimate: ours ?? null } : null;
}
