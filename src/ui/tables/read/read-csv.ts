import { type ParseStepResult, parse } from "papaparse";
import { isBlank, type Progress, type RawRow } from "./raw-table";
import { type Limits, TableError } from "./table-error";

/** Rows between two words of progress. */
const STEP = 2_000;

/** Comma, tab, semicolon or bar, found out by itself. Each row knows its line, also after texts of several lines. */
export function readCsv(text: string, limits: Limits, progress: Progress): readonly RawRow[] {
  const rows: RawRow[] = [];
  let line = 1;
  let read = 0;
  let cells = 0;
  let failure: TableError | null = null;
  parse<string[]>(text, {
    step: ({ data, errors, meta }: ParseStepResult<string[]>, parser) => {
      const own = line;
      line += newlines(text, read, meta.cursor);
      read = meta.cursor;
      if (errors.some(({ type }) => type === "Quotes")) failure = new TableError("quotes", own);
      else if (!isBlank(data)) {
        rows.push({ line: own, cells: data });
        cells += data.length;
        failure = tooLarge(rows.length, data.length, cells, own, limits);
      }
      if (failure) parser.abort();
      else if (rows.length % STEP === 0) progress(meta.cursor / text.length);
    },
  });
  if (failure) throw failure;
  return rows;
}

function tooLarge(rows: number, columns: number, cells: number, line: number, limits: Limits): TableError | null {
  if (rows > limits.rows) return new TableError("too_many_rows", line, limits.rows);
  if (columns > limits.columns) return new TableError("too_many_columns", line, limits.columns);
  return cells > limits.cells ? new TableError("too_many_cells", line, limits.cells) : null;
}

/** Line ends within a stretch of text: LF, CRLF or CR alone. */
function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}
