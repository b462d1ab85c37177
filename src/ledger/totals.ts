import type { Value } from "../console/observation";

/** Sum and median of a column of numbers, as exact as they are: rounded when one of them is. */
export interface Totals {
  readonly sum: Value;
  readonly middle: Value;
}

/** Null for an empty column, and where a cell is text or a tier: such a column has no sum. */
export function totalsOf(values: readonly Value[]): Totals | null {
  const [lows, highs]: [number[], number[]] = [[], []];
  let [total, step] = [0, 0];
  for (const value of values) {
    if (value.precision === "range" || typeof value.value === "string") return null;
    const off = value.precision === "rounded" ? value.step : 0;
    total += value.value;
    step += off;
    lows.push(value.value - off);
    highs.push(value.value + off);
  }
  if (values.length === 0) return null;
  const [low, high] = [middle(lows), middle(highs)];
  return { sum: told(total, step), middle: told((low + high) / 2, (high - low) / 2) };
}

function middle(numbers: number[]): number {
  numbers.sort((a, b) => a - b);
  const last = numbers.length - 1;
  return ((numbers[last >> 1] ?? 0) + (numbers[(last + 1) >> 1] ?? 0)) / 2;
}

const told = (number: number, step: number): Value =>
  step === 0
    ? { precision: "exact", value: round(number) }
    : { precision: "rounded", value: round(number), step: round(step) };

/** Without the dust of adding binary fractions. */
const round = (number: number): number => Number(number.toPrecision(12));
