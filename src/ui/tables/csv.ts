import { unparse } from "papaparse";
import { plainText } from "./plain";
import { createBreather } from "./slices";
import type { Cell, Column, Job, Table } from "./table";
import { TextFile } from "./text-file";

/** Excel reads a CSV as UTF-8 only with it. */
const BOM = "\uFEFF";
const NEWLINE = "\r\n";
/** Rows that are turned into text together: no more than a small part of a slice. */
const BATCH = 40;
/** What a spreadsheet would run as a formula, a Chinese one by the wide signs too; names of goods come from other people. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** Ids of 19 digits, bar codes, numbers that begin with 0: a spreadsheet reads them as numbers and loses digits. */
const DIGITS = /^(?:0\d+|\d{12,}|\d+e\d+)$/i;
/** After digits, it makes every spreadsheet take them for a text; who reads the file by a program trims it. */
const TEXT_TAIL = "\t";

/** UTF-8 with BOM, comma, CRLF; the same rows give the same bytes. */
export async function writeCsv(table: Table, job: Job = {}): Promise<Blob> {
  const file = new TextFile();
  file.add(BOM + line([table.columns.map(({ title }) => title)]));
  const breathe = createBreather(job);
  let batch: string[][] = [];
  let rows = 0;
  for await (const row of table.rows) {
    batch.push(table.columns.map((column, at) => textOf(column, row[at] ?? null)));
    rows += 1;
    if (batch.length < BATCH) continue;
    file.add(line(batch));
    batch = [];
    const rest = breathe(rows);
    if (rest) await rest;
  }
  if (batch.length > 0) file.add(line(batch));
  job.progress?.(rows);
  return file.end("text/csv;charset=utf-8");
}

// Quoted, for spreadsheets that take a tab for the end of a cell too.
const HOW = { header: false, newline: NEWLINE, quotes: (cell: unknown) => String(cell).endsWith(TEXT_TAIL) };
const line = (rows: string[][]): string => unparse(rows, HOW) + NEWLINE;

function textOf({ kind }: Column, cell: Cell): string {
  if (typeof cell !== "string") return plainText(kind, cell);
  if (FORMULA.test(cell)) return `'${cell}`;
  return DIGITS.test(cell) ? cell + TEXT_TAIL : cell;
}
