import { decodeText } from "../../../src/ui/tables/read/decode-text";
import { readBook } from "../../../src/ui/tables/read/read-book";
import { LIMITS, TableError } from "../../../src/ui/tables/read/table-error";
import { checkUnpacked, zipDirectory } from "../../../src/ui/tables/read/zip-directory";

/** Lines of a file to be checked: a row of a table, a line of a text, a paragraph of a document. */
export interface BatchFile {
  readonly name: string;
  /** Titles of a table's columns; one without a name for a text. */
  readonly columns: readonly string[];
  readonly lines: readonly BatchLine[];
}
export interface BatchLine {
  /** From 1, as an editor or a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

const WORD = "word/document.xml";

/** Reads CSV, XLSX, TXT or DOCX, told apart by what is in the file. Rejects with TableError; nothing is unpacked that is too large. */
export async function readLines(file: File): Promise<BatchFile> {
  if (file.size > LIMITS.file) throw new TableError("too_large", null, LIMITS.file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && isDocument(bytes)) return ofText(file.name, await documentText(bytes));
  if (!isZip && /\.(txt|md)$/i.test(file.name)) return ofText(file.name, decodeText(bytes).text);
  const { tables } = await readBook(bytes);
  const [head, ...rows] = tables[0]?.rows ?? [];
  if (!head) throw new TableError("empty");
  // One column without a title is a list of lines.
  if (head.cells.length === 1 && !isTitle(head.cells[0] ?? ""))
    return { name: file.name, columns: [""], lines: [head, ...rows] };
  return { name: file.name, columns: head.cells, lines: rows };
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
  return { name, columns: [""], lines };
}

const TITLE = /文案|标题|描述|内容|话术|卖点|正文|text|title|content|caption|description/i;
const isTitle = (cell: string): boolean => cell.length <= 12 && TITLE.test(cell);

/** The column that most looks like copy: by its title, else the one with the most characters. */
export function copyColumn({ columns, lines }: BatchFile): number {
  const named = columns.findIndex(isTitle);
  if (named >= 0) return named;
  const lengths = columns.map((_, at) =>
    lines.slice(0, 200).reduce((sum, { cells }) => sum + (cells[at]?.length ?? 0), 0),
  );
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
