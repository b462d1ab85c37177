import { between, type Layout } from "./layout";
import type { Report } from "./report";

/** 人均观看时长打败了 64% 的主播: what is beaten in is said in the same text. */
const OF_PART = /^(?!本|该|这|综合|整体|总体)[㐀-鿿]{2,8}打败了/;

/**
 * How many of the others a live beats, where several such shares are on its page: one stands for the live as a whole, and
 * those in the cards of other figures for these alone.
 */
export function keepWhole(layout: Layout, report: Report): void {
  const shares = report.drafts.filter(({ metric }) => metric === "beat_percentile");
  if (shares.length < 2) return;
  const own = new Set(shares.map(({ token }) => token));
  const figures = report.drafts
    .filter(({ metric }) => metric !== "beat_percentile")
    .map(({ token }) => layout.at(token));
  figures.sort((a, b) => a.i - b.i);
  const isOfPart = (token: number): boolean => {
    if (OF_PART.test(layout.at(token).text)) return true;
    const card = layout.climb(layout.at(token).el, (lo, hi) => between(figures, lo, hi).length > 0);
    const [lo, hi] = layout.span(card);
    return card !== null && ![...own].some((other) => other !== token && other >= lo && other < hi);
  };
  const parts = new Set([...own].filter(isOfPart));
  report.drop(({ metric, token }) => metric === "beat_percentile" && parts.has(token));
}
