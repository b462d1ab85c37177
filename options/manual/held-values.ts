import type { Period, Unit, Value } from "../../src/console/observation";
import type { DayReading } from "../../src/ledger/reader";
import type { Metric } from "../../src/metrics/registry";
import { cellKey } from "./grid-values";

export type Held = ReadonlyMap<string, { readonly value: Value; readonly unit: Unit }>;

/** What the ledger has for the cells of a grid, by `row column`; of several captures the newest. */
export function heldValues(
  readings: readonly DayReading[],
  metrics: readonly Metric[],
  columns: readonly Period[],
): Held {
  const held = new Map<string, { value: Value; unit: Unit }>();
  for (const { metric, period, value, unit } of readings) {
    const row = metrics.findIndex(({ id }) => id === metric);
    const column = columns.findIndex(({ from, to }) => from === period?.from && to === period.to);
    if (row >= 0 && column >= 0) held.set(cellKey(row, column), { value, unit });
  }
  return held;
}
