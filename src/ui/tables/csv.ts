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

const line = (rows: string[][]): string => unparse(rows, { header: false, newline: NEWLINE }) + NEWLINE;

const textOf = ({ kind }: Column, cell: Cell): string =>
  typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : plainText(kind, cell);
