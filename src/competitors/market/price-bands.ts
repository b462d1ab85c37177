import type { Interval } from "../../metrics/interval";

/** Bands of prices in fen: `edges` ascending; band i runs from edge i to just below edge i + 1. */
export interface PriceBand {
  readonly from: number;
  /** Not included; null for the last band, which is open. */
  readonly below: number | null;
}

/** Goods of a seller in each band, as an interval: a price shown as a range may lie in several. */
export interface BandCount extends PriceBand {
  readonly count: Interval;
}

/** Bands from the lower edges that a user typed. Edges that are not positive numbers, or stand twice, are left out. */
export function bandsFrom(edges: readonly number[]): readonly PriceBand[] {
  const sorted = [...new Set([0, ...edges.filter((edge) => Number.isFinite(edge) && edge > 0)])].sort((a, b) => a - b);
  return sorted.map((from, at) => ({ from, below: sorted[at + 1] ?? null }));
}

/** At most `bands` bands that hold about as many goods each, cut at whole yuan; fewer where prices crowd together. */
export function quantileBands(prices: readonly Interval[], bands: number): readonly PriceBand[] {
  const known = prices
    .filter(isPoint)
    .map(({ low }) => low)
    .sort((a, b) => a - b);
  const cuts = Array.from(
    { length: Math.max(0, bands - 1) },
    (_, at) => known[Math.floor(((at + 1) * known.length) / bands)],
  );
  return bandsFrom(cuts.flatMap((cut) => (cut === undefined ? [] : [Math.floor(cut / 100) * 100])));
}

/** How many goods lie in each band: certainly (low) and possibly (high). */
export function histogram(prices: readonly Interval[], bands: readonly PriceBand[]): readonly BandCount[] {
  return bands.map((band) => {
    const [from, to] = [band.from, end(band)];
    let [low, high] = [0, 0];
    for (const price of prices) {
      if (price.high < from || price.low >= to) continue;
      high += 1;
      if (price.low >= from && price.high < to) low += 1;
    }
    return { ...band, count: { low, high } };
  });
}

const isPoint = ({ low, high }: Interval): boolean => low === high;
const end = ({ below }: PriceBand): number => below ?? Number.POSITIVE_INFINITY;
