/** Why a file cannot be read as a table. */
export type TableErrorCode =
  /** More than {@link LIMITS} allow; `detail` is the limit as a number. */
  | "too_large"
  | "too_many_rows"
  | "too_many_columns"
  | "too_many_cells"
  /** A quotation mark in `line` opens a text that never ends, or closes in the middle of one. */
  | "quotes"
  /** .xls of before 2007, or a workbook behind a password. */
  | "old_or_locked"
  /** Neither text nor a workbook, or a broken one. */
  | "not_a_table"
  | "empty";

/** Nothing of the file is used. `line` counts from 1 as an editor or a spreadsheet does. */
export class TableError extends Error {
  constructor(
    readonly code: TableErrorCode,
    readonly line: number | null = null,
    readonly detail: number | null = null,
  ) {
    super(line === null ? code : `${code} in line ${line}`);
    this.name = "TableError";
  }
}

/** What a file may hold. A workbook's packed sizes are looked at before anything is unpacked. */
export const LIMITS = {
  /** Bytes of the file. */
  file: 64 * 1_048_576,
  /** Bytes of a workbook's parts when unpacked, all together. */
  unpacked: 320 * 1_048_576,
  parts: 2_000,
  rows: 200_000,
  columns: 256,
  cells: 6_000_000,
} as const;
export type Limits = { readonly [K in keyof typeof LIMITS]: number };
