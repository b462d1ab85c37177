import { decodeText } from "../../../src/ui/tables/read/decode-text";
import type { RawRow, RawTable } from "../../../src/ui/tables/read/raw-table";
import { readBook } from "../../../src/ui/tables/read/read-book";
import { LIMITS, TableError } from "../../../src/ui/tables/read/table-error";
import { checkUnpacked, zipDirectory } from "../../../src/ui/tables/read/zip-directory";

/** A file to be checked: one sheet, or those of a workbook that hold lines; never without any. */
export interface BatchFile {
  readonly name: string;
  readonly sheets: readonly BatchSheet[];
}
/** Lines to be checked: rows of a table, lines of a text, paragraphs of a document. */
export interface BatchSheet {
  /** Empty for a file that has no sheets. */
  readonly name: string;
  /** Titles of a table's columns, as many as its widest row has cells; one without a name for a text. */
  readonly columns: readonly string[];
  readonly lines: readonly BatchLine[];
}
export interface BatchLine {
  /** From 1, as an editor or a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

const WORD = "word/document.xml";
/** Rows among which a table's titles are sought. */
const HEADS = 10;

/** Reads CSV, XLSX, TXT or DOCX, told apart by what is in the file. Rejects with TableError; nothing is unpacked that is too large. */
export async function readLines(file: File): Promise<BatchFile> {
  if (file.size > LIMITS.file) throw new TableError("too_large", null, LIMITS.file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && isDocument(bytes)) return ofText(file.name, await documentText(bytes));
  if (!isZip && /\.(txt|md)$/i.test(file.name)) return ofText(file.name, decodeText(bytes).text);
  const { tables } = await readBook(bytes);
  const sheets = tables.map(sheetOf).filter(({ lines }) => lines.length > 0);
  if (sheets.length === 0) throw new TableError("empty");
  return { name: file.name, sheets };
}

function sheetOf({ name, rows }: RawTable): BatchSheet {
  const at = headOf(rows);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const titles = rows[at]?.cells ?? [];
  // One column without a title is a list of lines.
  if (width === 1 && !isTitle(titles[0] ?? "")) return { name, columns: [""], lines: rows };
  return { name, columns: Array.from({ length: width }, (_, n) => titles[n] ?? ""), lines: rows.slice(at + 1) };
}

/** The row of titles: a line with one cell alone over a table is the table's own name. */
function headOf(rows: readonly RawRow[]): number {
  const isAlone = ({ cells }: RawRow): boolean => cells.filter((cell) => cell.trim() !== "").length === 1;
  const first = rows.slice(0, HEADS).findIndex((row) => !isAlone(row));
  return Math.max(0, first);
}

function isDocument(bytes: Uint8Array): boolean {
  const parts = zipDirectory(bytes, LIMITS);
  checkUnpacked(parts, LIMITS);
  return parts.some(({ name }) => name === WORD);
}

async function documentText(bytes: Uint8Array): Promise<string> {
  const mammoth = await import("mammoth");
  const { value } = await mammoth.extractRawText({ arrayBuffer: bytes.buffer as ArrayBuffer });
  // Each paragraph comes with an empty line behind it, which is no line of the document.
  return value.replaceAll("\n\n", "\n");
}

function ofText(name: string, text: string): BatchFile {
  const lines = text
    .split(/\r\n|[\r\n]/)
    .map((each, at) => ({ line: at + 1, cells: [each] }))
    .filter(({ cells }) => cells[0]?.trim() !== "");
  if (lines.length === 0) throw new TableError("empty");
  if (lines.length > LIMITS.rows) throw new TableError("too_many_rows", null, LIMITS.rows);
  return { name, sheets: [{ name: "", columns: [""], lines }] };
}

const TITLE = /文案|标题|描述|内容|话术|卖点|正文|text|title|content|caption|description/i;
const isTitle = (cell: string): boolean => cell.length <= 12 && TITLE.test(cell);

/** Columns about the copy that hold none of it: 文案类型, 标题字数. */
const BESIDE = /(?:类型|分类|编号|字数|长度|数量|状态|链接|时间|日期|图片?|id|type|length|url|link)$/i;

/** The columns that look like copy: by their titles, else the one with the most characters; in order, never without any. */
export function copyColumns({ columns, lines }: BatchSheet): readonly number[] {
  const named = columns.flatMap((title, at) => (isTitle(title) && !BESIDE.test(title.trim()) ? [at] : []));
  if (named.length > 0) return named;
  const lengths = columns.map((_, at) =>
    lines.slice(0, 200).reduce((sum, { cells }) => sum + (cells[at]?.length ?? 0), 0),
  );
  return [Math.max(0, lengths.indexOf(Math.max(...lengths)))];
}

/** The sheet that most looks like copy: the first with such a column, else the one with the most lines. */
export function copySheet({ sheets }: BatchFile): number {
  const named = sheets.findIndex(({ columns }) => columns.length > 1 && columns.some(isTitle));
  if (named >= 0) return named;
  const counts = sheets.map(({ lines }) => lines.length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
