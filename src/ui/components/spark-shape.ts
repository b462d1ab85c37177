import type { CardTarget, SeriesPoint } from "../data/view";

const DAY_MS = 86_400_000;

export interface SparkShape {
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** Height of the target line; null where it would lie outside of the values' neighbourhood. */
  readonly target: number | null;
}

const middle = (point: SeriesPoint): number | null =>
  point.value.precision === "range" || typeof point.value.value === "string" ? null : point.value.value;

/**
 * A line over days: x by calendar day, so that an unseen day is a gap in the dots and not a squeezed axis. Ranges are
 * left out: a line through their middles would claim to know them. Null under two points.
 */
export function sparkShape(
  series: readonly SeriesPoint[],
  target: Pick<CardTarget, "value"> | null,
  width: number,
  height: number,
): SparkShape | null {
  const points = series.flatMap((point) => {
    const value = middle(point);
    return value === null ? [] : [{ day: Date.parse(`${point.day}T00:00:00Z`) / DAY_MS, value }];
  });
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first.day === last.day) return null;
  const values = points.map((point) => point.value);
  let [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = high - low || Math.abs(high) || 1;
  const near = target !== null && target.value >= low - reach && target.value <= high + reach;
  if (near) [low, high] = [Math.min(low, target.value), Math.max(high, target.value)];
  const pad = 3;
  const x = (day: number): number => pad + ((day - first.day) / (last.day - first.day)) * (width - 2 * pad);
  const y = (value: number): number =>
    high === low ? height / 2 : height - pad - ((value - low) / (high - low)) * (height - 2 * pad);
  const round = (n: number): number => Math.round(n * 10) / 10;
  const dots = points.map((point) => ({ x: round(x(point.day)), y: round(y(point.value)) }));
  return {
    line: dots.map((dot, index) => `${index ? "L" : "M"}${dot.x} ${dot.y}`).join(""),
    dots,
    target: near ? round(y(target.value)) : null,
  };
}
