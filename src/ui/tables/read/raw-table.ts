/** A table as read: texts only, whatever they mean. */
export interface RawTable {
  /** Name of the sheet; empty for a file that has none. */
  readonly name: string;
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** Where the row begins in the file (line of the text, row of the sheet), from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the file was; `encoding` of a text. */
export interface RawBook {
  readonly format: "csv" | "xlsx";
  readonly encoding: "utf-8" | "gb18030" | "utf-16le" | null;
  /** Without empty rows; sheets without any row are left out. */
  readonly tables: readonly RawTable[];
}

/** Told between 0 and 1. */
export type Progress = (part: number) => void;

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");
