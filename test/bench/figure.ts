/** A measured figure, as `npm run bench -- --json` prints it. */
export interface Figure {
  readonly name: string;
  /** Median of the runs. */
  readonly value: number;
  readonly p95: number;
  readonly unit: "ms" | "count" | "bytes" | "ratio" | "MB/s";
  /** At most this; of MB/s at least. */
  readonly aim: number;
  readonly ok: boolean;
  readonly runs: number;
  /** What it was held against in the same run, and the ratio to it. */
  readonly against?: { readonly name: string; readonly value: number; readonly ratio: number };
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (n: number): number => Math.round(n * 100) / 100;
const sort = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => at(sort(values), 0.5);

export function figure(
  name: string,
  values: readonly number[],
  unit: Figure["unit"],
  aim: number,
  against?: { name: string; value: number; of: number },
): Figure {
  const value = round(median(values));
  return {
    name,
    value,
    p95: round(at(sort(values), 0.95)),
    unit,
    aim,
    ok: unit === "MB/s" ? value >= aim : value <= aim,
    runs: values.length,
    ...(against
      ? {
          against: {
            name: against.name,
            value: round(against.value),
            ratio: round(against.of / Math.max(against.value, 1e-9)),
          },
        }
      : {}),
  };
}
