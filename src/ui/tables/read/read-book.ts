import { decodeText } from "./decode-text";
import type { Progress, RawBook } from "./raw-table";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { LIMITS, type Limits, TableError } from "./table-error";

const startsWith = (file: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => file[at] === byte);

/** What begins a document of another kind that is text all the same: PDF, RTF, HTML and XML. */
const FOREIGN = /^\ufeff?\s*(?:%PDF-|\{\\rtf|<(?:\?xml|!doctype|html|table)\b)/i;

/**
 * Reads a CSV or XLSX file, told apart by its bytes and not by its name. Rejects with {@link TableError}. It holds the
 * thread: a view calls it in a worker.
 */
export async function readBook(
  file: Uint8Array,
  progress: Progress = () => {},
  limits: Limits = LIMITS,
): Promise<RawBook> {
  if (file.length > limits.file) throw new TableError("too_large", null, limits.file);
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) throw new TableError("old_or_locked");
  const isZip = startsWith(file, 0x50, 0x4b);
  const book = isZip ? await ofWorkbook(file, progress, limits) : ofText(file, progress, limits);
  const tables = book.tables.filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) throw new TableError("empty");
  return { ...book, tables };
}

const ofWorkbook = async (file: Uint8Array, progress: Progress, limits: Limits): Promise<RawBook> => ({
  format: "xlsx",
  encoding: null,
  tables: await readXlsx(file, limits, progress),
});

function ofText(file: Uint8Array, progress: Progress, limits: Limits): RawBook {
  const { text, encoding } = decodeText(file);
  if (text.includes("\0") || FOREIGN.test(text)) throw new TableError("not_a_table");
  return { format: "csv", encoding, tables: [{ name: "", rows: readCsv(text, limits, progress) }] };
}
