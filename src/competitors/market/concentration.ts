import { type Interval, tidy } from "../../metrics/interval";

/**
 * Concentration of sizes (units sold, GMV) that are known as intervals: the result holds whatever the true sizes are.
 * Sizes are not negative; an open upper end makes the upper bound that of one item having all of it.
 */

/** Share of the largest `k` in the total, 0 … 1; null when nothing was sold for certain or there are no items. Both bounds are attained. */
export function concentrationRatio(sizes: readonly Interval[], k: number): Interval | null {
  if (!hasSales(sizes)) return null;
  if (k >= sizes.length) return { low: 1, high: 1 };
  return { low: tidy(lowestRatio(sizes, k)), high: tidy(highestRatio(sizes, k)) };
}

/**
 * Herfindahl–Hirschman index: the sum of squared shares, 0 … 1 (× 10,000 on the usual scale). The lower bound is
 * attained; the upper one is safe (no less than the largest possible) and exact for exact sizes.
 */
export function herfindahl(sizes: readonly Interval[]): Interval | null {
  if (!hasSales(sizes)) return null;
  return { low: tidy(lowestIndex(sizes)), high: tidy(highestIndex(sizes)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const hasSales = (sizes: readonly Interval[]): boolean => sizes.some(({ low }) => low > 0);
const clamp = (level: number, { low, high }: Interval): number => Math.min(Math.max(level, low), high);
const bounds = (sizes: readonly Interval[]): number[] =>
  [...new Set(sizes.flatMap(({ low, high }) => [low, high]))].filter(Number.isFinite).sort((a, b) => a - b);

/**
 * The top k take as little and the others as much as they can: every size is as near to one level as its bounds allow.
 * Between two bounds the ratio is a quotient of linear functions of the level, so its least value lies at a bound.
 */
function lowestRatio(sizes: readonly Interval[], k: number): number {
  const ratios = bounds(sizes).map((level) => {
    const at = sizes.map((size) => clamp(level, size)).sort((a, b) => b - a);
    return sum(at.slice(0, k)) / sum(at);
  });
  return Math.min(...ratios.filter(Number.isFinite));
}

/**
 * k items at their most and the others at their least. Which k: with x as the odds of the top against the rest, those
 * of the greatest high + x · low; the odds grow from round to round until they stay (Dinkelbach).
 */
function highestRatio(sizes: readonly Interval[], k: number): number {
  if (sizes.some(({ high }) => !Number.isFinite(high))) return 1;
  const least = sum(sizes.map(({ low }) => low));
  let odds = 0;
  for (;;) {
    const top = sizes.toSorted((a, b) => b.high + odds * b.low - (a.high + odds * a.low)).slice(0, k);
    const rest = tidy(least - sum(top.map(({ low }) => low)));
    if (rest <= 0) return 1;
    const next = sum(top.map(({ high }) => high)) / rest;
    if (next <= odds * (1 + 1e-12)) return next / (1 + next);
    odds = next;
  }
}

/** As near to one level as can be; within a stretch between bounds the best level is Σ² / Σ of those that are held by a bound. */
function lowestIndex(sizes: readonly Interval[]): number {
  const levels = bounds(sizes);
  const candidates = levels.flatMap((from, at) => {
    const to = levels[at + 1] ?? from;
    const held = sizes.filter(({ low, high }) => high <= from || low >= to).map((size) => clamp(from, size));
    const best = sum(held.map((each) => each * each)) / sum(held);
    return [from, ...(best > from && best < to ? [best] : [])];
  });
  const indices = candidates.map((level) => indexOf(sizes.map((size) => clamp(level, size))));
  return Math.min(...indices.filter(Number.isFinite));
}

function highestIndex(sizes: readonly Interval[]): number {
  if (sizes.some(({ high }) => !Number.isFinite(high))) return 1;
  if (sizes.every(({ low, high }) => low === high)) return indexOf(sizes.map(({ low }) => low));
  const least = sum(sizes.map(({ low }) => low));
  // The index is a mean of the shares weighted by themselves, so no more than the largest of them.
  const shares = sizes.map(({ low, high }) => (high === 0 ? 0 : high / (high + least - low)));
  return Math.min(1, Math.max(...shares), sum(shares.map((share) => share * share)));
}

function indexOf(sizes: readonly number[]): number {
  const total = sum(sizes);
  return sum(sizes.map((size) => (size / total) ** 2));
}
