import type { Period, Value } from "../console/observation";
import { isoDay, parseDay } from "./day";
import type { From, PackedPeriod, PackedValue, ReadingsRow, ShownEntity } from "./records";

/** To and from the packed shapes of records.ts. */

export function packValue(value: Value): PackedValue {
  if (value.precision === "exact") return value.value;
  return value.precision === "rounded" ? [value.value, value.step] : [value.min, value.max, 0];
}

export function unpackValue(packed: PackedValue): Value {
  if (typeof packed !== "object") return { precision: "exact", value: packed };
  if (packed.length === 3) return { precision: "range", min: packed[0], max: packed[1] };
  return { precision: "rounded", value: packed[0], step: packed[1] };
}

export const packPeriod = (period: Period | null): PackedPeriod =>
  period === null ? null : [parseDay(period.from), parseDay(period.to)];

export const unpackPeriod = (packed: PackedPeriod): Period | null =>
  packed === null ? null : { from: isoDay(packed[0]), to: isoDay(packed[1]) };

export const sameValue = (a: PackedValue, b: PackedValue): boolean =>
  typeof a === "object" && typeof b === "object"
    ? a.length === b.length && a.every((part, at) => part === b[at])
    : a === b;

export const samePeriod = (a: PackedPeriod, b: PackedPeriod): boolean =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);

export const packShown = (entity: ShownEntity): readonly number[] => [
  entity.n,
  entity.name,
  entity.id ? 1 : 0,
  entity.owner,
];

export function unpackShown(row: Pick<ReadingsRow, "entities">): readonly ShownEntity[] {
  const shown: ShownEntity[] = [];
  for (let at = 0; at < row.entities.length; at += 4) {
    const [n = 0, name = -1, id, owner = -1] = row.entities.slice(at, at + 4);
    shown.push({ n, name, id: id === 1, owner });
  }
  return shown;
}

export interface PackedReading {
  /** Index into the row's entities. */
  readonly entity: number;
  readonly metric: number;
  readonly period: PackedPeriod;
  readonly value: PackedValue;
}

export function unpackRows(row: Pick<ReadingsRow, "rows" | "periods">): readonly PackedReading[] {
  const readings: PackedReading[] = [];
  for (let at = 0; at < row.rows.length; at += 4) {
    readings.push({
      entity: row.rows[at] as number,
      metric: row.rows[at + 1] as number,
      period: row.periods[row.rows[at + 2] as number] ?? null,
      value: row.rows[at + 3] as PackedValue,
    });
  }
  return readings;
}

const MARKS: Readonly<Record<From, string>> = { import: "+", estimate: "~" };

/** A metric as cells name it: those of imports and estimates are kept beside those of pages. */
export const markedMetric = (metric: string, from: From | undefined): string =>
  from === undefined ? metric : MARKS[from] + metric;

/** The metric that a cell speaks of. */
export const plainMetric = (marked: string): string => (/^[+~]/.test(marked) ? marked.slice(1) : marked);
