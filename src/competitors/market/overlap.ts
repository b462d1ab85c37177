import { type Interval, tidy } from "../../metrics/interval";
import type { BandCount } from "./price-bands";

/**
 * Overlap coefficient of two sellers' price histograms over the same bands: the sum of the smaller of the two shares
 * in each band, 0 (no band shared) … 1 (alike). Counts that are intervals give an interval that holds the true
 * value. Null when a seller has no goods with a price.
 */
export function priceOverlap(a: readonly BandCount[], b: readonly BandCount[]): Interval | null {
  const [ours, theirs] = [shares(a), shares(b)];
  if (!ours || !theirs) return null;
  const smaller = (bound: "low" | "high"): number =>
    ours.reduce((total, share, at) => total + Math.min(share[bound], theirs[at]?.[bound] ?? 0), 0);
  return { low: tidy(smaller("low")), high: tidy(Math.min(1, smaller("high"))) };
}

/** Each band's share of all goods. Goods are whole in number: what may lie in several bands lies in one of them. */
function shares(bands: readonly BandCount[]): readonly Interval[] | null {
  const total = bands.reduce((sum, { count }) => sum + count.low, 0);
  const open = bands.some(({ count }) => count.high > count.low);
  const most = open ? bands.reduce((sum, { count }) => sum + count.high, 0) : total;
  if (most === 0) return null;
  return bands.map(({ count }) => {
    const [restMost, restLeast] = [most - count.high, total - count.low];
    return {
      low: count.low === 0 ? 0 : count.low / (count.low + restMost),
      high: count.high === 0 ? 0 : count.high / (count.high + restLeast),
    };
  });
}

/**
 * Jaccard index of two sellers' goods: those that both sell over all that either sells. Of the pairs of same goods
 * `sure` were confirmed and `maybe` more are proposed. Null when neither has goods.
 */
export function jaccard(ours: number, theirs: number, sure: number, maybe: number): Interval | null {
  if (ours + theirs === 0) return null;
  const at = (pairs: number): number => tidy(pairs / (ours + theirs - pairs));
  return { low: at(sure), high: at(sure + maybe) };
}
