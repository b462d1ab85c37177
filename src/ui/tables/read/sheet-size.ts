import { type Limits, TableError } from "./table-error";

const TAG = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g;
const PLACE = /\br="([A-Z]*)(\d*)"/;

/**
 * Refuses a sheet (its XML) that would be too large as a table: a few bytes can name the last cell of the last row, and
 * a reader that fills the gaps would fill the memory.
 */
export function checkSheet(xml: string, limits: Limits): void {
  let cells = 0;
  let rows = 0;
  let column = 0;
  let widest = 0;
  for (const [, tag, attributes = ""] of xml.matchAll(TAG)) {
    const [, letters = "", digits = ""] = PLACE.exec(attributes) ?? [];
    if (tag === "row") {
      rows = digits === "" ? rows + 1 : Math.max(rows, Number(digits));
      column = 0;
      if (rows > limits.rows) throw new TableError("too_many_rows", null, limits.rows);
      continue;
    }
    cells += 1;
    column = letters === "" ? column + 1 : columnOf(letters);
    widest = Math.max(widest, column);
    rows = Math.max(rows, Number(digits));
    if (rows > limits.rows) throw new TableError("too_many_rows", null, limits.rows);
    if (widest > limits.columns) throw new TableError("too_many_columns", null, limits.columns);
    if (cells > limits.cells) throw new TableError("too_many_cells", null, limits.cells);
  }
  if (rows * widest > limits.cells) throw new TableError("too_many_cells", null, limits.cells);
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
