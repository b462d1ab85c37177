import type { EntityType, Period } from "../../src/console/observation";
import type { BroughtReading } from "../../src/ledger/brought";
import type { Metric } from "../../src/metrics/registry";
import { type CellProblem, cellValue } from "../../src/ui/imports/cell-value";

/** What was typed, by `row column`. */
export type Typed = ReadonlyMap<string, string>;
export const cellKey = (row: number, column: number): string => `${row} ${column}`;

export interface GridProblem {
  readonly row: number;
  readonly column: number;
  readonly code: CellProblem;
  readonly text: string;
}

/** A bare number in the unit that the grid writes beside the metric. */
const HINT: Partial<Record<Metric["unit"], string>> = { second: "秒", fen: "元", ratio: "%" };

/** Typed cells as readings, or what is wrong with them. */
export function readGrid(
  typed: Typed,
  metrics: readonly Metric[],
  columns: readonly Period[],
): { readonly readings: readonly BroughtReading[]; readonly problems: readonly GridProblem[] } {
  const readings: BroughtReading[] = [];
  const problems: GridProblem[] = [];
  for (const [key, text] of typed) {
    const [row = 0, column = 0] = key.split(" ").map(Number);
    const [metric, period] = [metrics[row], columns[column]];
    if (!metric || !period) continue;
    const value = cellValue(text, metric, HINT[metric.unit] ?? "");
    if (typeof value === "string") problems.push({ row, column, code: value, text });
    else if (value !== null) readings.push({ entity: 0, metric: metric.id, value, period, day: period.to });
  }
  return { readings, problems };
}

/** Cells of a spreadsheet (tabs and lines) laid over the grid from one of its cells on. What reaches over its edges is counted. */
export function paste(
  typed: Typed,
  text: string,
  at: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { readonly typed: Typed; readonly outside: number } {
  const next = new Map(typed);
  let outside = 0;
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  lines.forEach((line, down) => {
    line.split("\t").forEach((cell, across) => {
      const [row, column] = [at.row + down, at.column + across];
      if (row < size.rows && column < size.columns) next.set(cellKey(row, column), cell.trim());
      else if (cell.trim() !== "") outside += 1;
    });
  });
  return { typed: next, outside };
}

export const canHold = (metric: Metric, type: EntityType): boolean => metric.entities.includes(type);
