import { unzipSync, zipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { isBlank, type Progress, type RawTable } from "./raw-table";
import { checkSheet } from "./sheet-size";
import { type Limits, TableError } from "./table-error";
import { checkUnpacked, zipDirectory } from "./zip-directory";

const WANTED = /\.(xml|rels)$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

/** A workbook's sheets. Formulas count as what they last came to; a date is `YYYY-MM-DD`, with the time if it has one. */
export async function readXlsx(file: Uint8Array, limits: Limits, progress: Progress): Promise<readonly RawTable[]> {
  const wanted = zipDirectory(file, limits).filter(({ name }) => WANTED.test(name));
  checkUnpacked(wanted, limits);
  const parts = unpack(file);
  progress(0.2);
  const sheets = Object.keys(parts).filter((name) => SHEET.test(name));
  const decoder = new TextDecoder();
  for (const name of sheets) checkSheet(decoder.decode(parts[name]), limits);
  progress(0.4);
  const book = await parse(parts);
  progress(0.9);
  return book.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) })).filter(({ cells }) => !isBlank(cells)),
  }));
}

function unpack(file: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(file, { filter: ({ name }) => WANTED.test(name) });
  } catch {
    throw new TableError("not_a_table");
  }
}

/** The reader would unpack large parts in a worker made of a blob, which our CSP forbids: it gets them unpacked. */
async function parse(parts: Record<string, Uint8Array>) {
  try {
    return await readWorkbook(new Blob([zipSync(parts, { level: 0 }) as Uint8Array<ArrayBuffer>]));
  } catch {
    throw new TableError("not_a_table");
  }
}

/** Beyond 15 digits a spreadsheet has lost what was typed: such a number shows as it does there, 1.45679E+18. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell !== "number") return String(cell);
  if (Math.abs(cell) >= 1e15) return cell.toExponential(5).toUpperCase();
  return String(Number(cell.toPrecision(15)));
}

/** A cell that holds a time alone counts from 1899-12-30. */
function dateText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1_000) * 1_000).toISOString();
  const [day = "", time = ""] = [text.slice(0, 10), text.slice(11, 19)];
  if (day < "1900-01-01") return time;
  return time === "00:00:00" ? day : `${day} ${time}`;
}
