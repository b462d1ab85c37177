import { strToU8, Zip, ZipDeflate } from "fflate";
import { serialDay, spreadsheetNumber } from "./plain";
import { createBreather } from "./slices";
import type { Cell, Column, Job, Row, Table } from "./table";
import {
  CONTENT_TYPES,
  FORMAT,
  ROOT_RELATIONS,
  SHEET_END,
  SHEET_START,
  STYLES,
  WORKBOOK,
  WORKBOOK_RELATIONS,
  xmlText,
} from "./xlsx-parts";

/*
 * Written here and not by write-excel-file: that one holds the whole workbook as text, packs it in one go in a worker
 * made of a blob, which the extension's CSP forbids, and puts the time of day into the file. This one streams its rows
 * through fflate.
 */

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Rows of one sheet, its header included. */
const SHEET_ROWS = 1_048_576;
/** Characters that a cell can hold. */
const CELL_TEXT = 32_767;
const CHUNK = 65_536;
/** Local time of the machine makes no difference: fflate reads it back with the same clock. */
const STAMP = new Date(1980, 0, 1);
const LEVEL = 3;

/** A workbook with typed cells; the same tables give the same bytes. A table longer than a sheet goes on in a next one. */
export async function writeXlsx(tables: readonly Table[], job: Job = {}, sheetRows = SHEET_ROWS): Promise<Blob> {
  const book = new Book(sheetRows);
  const breathe = createBreather(job);
  const names = uniqueNames();
  let rows = 0;
  for (const { name, columns, rows: source } of tables) {
    book.startSheet(names(name), columns);
    for await (const row of source) {
      if (book.isSheetFull) book.startSheet(names(name), columns);
      book.addRow(columns, row);
      rows += 1;
      const rest = breathe(rows);
      if (rest) await rest;
    }
    book.endSheet();
  }
  job.progress?.(rows);
  return new Blob(book.end(), { type: MIME });
}

class Book {
  readonly #packed: BlobPart[] = [];
  readonly #zip = new Zip((error, data) => {
    if (error) throw error;
    this.#packed.push(data as Uint8Array<ArrayBuffer>);
  });
  readonly #sheets: string[] = [];
  #file: ZipDeflate | null = null;
  #letters: readonly string[] = [];
  #text = "";
  #rows = 0;

  constructor(private readonly sheetRows: number) {}

  get isSheetFull(): boolean {
    return this.#rows === this.sheetRows;
  }

  startSheet(name: string, columns: readonly Column[]): void {
    if (this.#file) this.endSheet();
    this.#sheets.push(name);
    this.#file = this.#add(`xl/worksheets/sheet${this.#sheets.length}.xml`);
    this.#text = SHEET_START(columns.map(widthOf));
    this.#rows = 0;
    this.#letters = columns.map((_, at) => letters(at));
    this.#row((place, at) => textCell(place, columns[at]?.title ?? "", FORMAT.header));
  }

  addRow(columns: readonly Column[], row: Row): void {
    this.#row((place, at) => cellXml(place, columns[at]?.kind ?? "text", row[at] ?? null));
  }

  endSheet(): void {
    this.#file?.push(strToU8(this.#text + SHEET_END), true);
    this.#file = null;
  }

  end(): BlobPart[] {
    this.#whole("xl/styles.xml", STYLES);
    this.#whole("xl/workbook.xml", WORKBOOK(this.#sheets));
    this.#whole("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS(this.#sheets.length));
    this.#whole("_rels/.rels", ROOT_RELATIONS);
    this.#whole("[Content_Types].xml", CONTENT_TYPES(this.#sheets.length));
    this.#zip.end();
    return this.#packed;
  }

  #row(cell: (place: string, at: number) => string): void {
    this.#rows += 1;
    let cells = "";
    this.#letters.forEach((letter, at) => {
      cells += cell(`${letter}${this.#rows}`, at);
    });
    this.#text += `<row r="${this.#rows}">${cells}</row>`;
    if (this.#text.length < CHUNK) return;
    this.#file?.push(strToU8(this.#text));
    this.#text = "";
  }

  #whole(path: string, text: string): void {
    this.#add(path).push(strToU8(text), true);
  }

  #add(path: string): ZipDeflate {
    const file = new ZipDeflate(path, { level: LEVEL });
    file.mtime = STAMP;
    this.#zip.add(file);
    return file;
  }
}

function cellXml(at: string, kind: Column["kind"], cell: Cell): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") {
    const serial = kind === "day" ? serialDay(cell) : null;
    return serial === null ? textCell(at, cell, FORMAT.text) : `<c r="${at}" s="${FORMAT.day}"><v>${serial}</v></c>`;
  }
  return Number.isFinite(cell) ? `<c r="${at}" s="${FORMAT[kind]}"><v>${spreadsheetNumber(kind, cell)}</v></c>` : "";
}

const textCell = (at: string, text: string, format: number): string =>
  `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, CELL_TEXT))}</t></is></c>`;

/** Letters of a column: A, B … Z, AA. */
const letters = (at: number): string =>
  (at < 26 ? "" : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function widthOf({ title, kind }: Column): number {
  const head = [...title].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 2);
  return Math.min(60, Math.max(head, kind === "text" ? 18 : kind === "time" ? 20 : 11));
}

/** Names as a workbook allows them: 31 characters, none of []:*?/\, each once whatever its case. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim()
        .slice(0, 31) || "Sheet";
    let unique = plain;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) {
      const tail = ` (${n})`;
      unique = plain.slice(0, 31 - tail.length) + tail;
    }
    taken.add(unique.toLowerCase());
    return unique;
  };
}
