import type { Unit } from "../../console/observation";

/**
 * What a column holds, in the units of the ledger. Written for people: fen as yuan with two places, ratio as per cent,
 * time as Shanghai wall time.
 */
export type ColumnKind = Unit | "day" | "time";

export interface Column {
  readonly title: string;
  /** count, score, second: a number · fen: integer fen · ratio: 0-1 · day: `YYYY-MM-DD` · time: ms since the epoch. */
  readonly kind: ColumnKind;
}

/** Null is an empty cell: not seen is not zero. A string in a column of numbers is written as text. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

/** A table to be written: a sheet of a workbook, or a whole file. Rows may be made while they are written. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

/** Long work that can be watched and given up: then it rejects with the signal's reason. */
export interface Job {
  readonly signal?: AbortSignal;
  /** Rows done so far. */
  readonly progress?: (rows: number) => void;
}
