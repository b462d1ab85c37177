import { intervalOf } from "../metrics/interval";
import type { Move } from "./move";

/**
 * How big a change is, for sorting only: what both bounds moved by, as a share of where they were. New and gone goods
 * weigh one whole; a new form of content comes before all.
 */
export function changeSize({ kind, from, to }: Pick<Move, "kind" | "from" | "to">): number {
  if (kind === "form") return Number.POSITIVE_INFINITY;
  const [was, is] = [from && intervalOf(from), to && intervalOf(to)];
  if (!was || !is) return 1;
  const [a, b] = [closed(was.low, was.high), closed(is.low, is.high)];
  const moved = Math.abs(b[0] - a[0]) + Math.abs(b[1] - a[1]);
  const base = Math.abs(a[0]) + Math.abs(a[1]);
  return base === 0 ? (moved === 0 ? 0 : 1) : moved / base;
}

/** An open end counts as its other end. */
const closed = (low: number, high: number): readonly [number, number] => [
  Number.isFinite(low) ? low : high,
  Number.isFinite(high) ? high : low,
];
