import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../src/ui/tables/csv";
import { readBook } from "../../../src/ui/tables/read/read-book";
import { LIMITS, type Limits } from "../../../src/ui/tables/read/table-error";
import type { Table } from "../../../src/ui/tables/table";
import { writeXlsx } from "../../../src/ui/tables/xlsx";

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const rowsOf = async (file: Uint8Array, limits: Limits = LIMITS) =>
  (await readBook(file, () => {}, limits)).tables[0]?.rows;
const csv = (text: string) => rowsOf(strToU8(text));
/** 粉丝数,达人 \n 1.2万,山里 in GB18030. */
const GB = Uint8Array.from([
  0xb7, 0xdb, 0xcb, 0xbf, 0xca, 0xfd, 0x2c, 0xb4, 0xef, 0xc8, 0xcb, 0x0a, 0x31, 0x2e, 0x32, 0xcd, 0xf2, 0x2c, 0xc9,
  0xbd, 0xc0, 0xef,
]);
const table: Table = {
  name: "导出",
  columns: [
    { title: "商品", kind: "text" },
    { title: "日期", kind: "day" },
    { title: "金额", kind: "fen" },
  ],
  rows: [
    ["茶", "2026-11-20", 123_450],
    ["梨\n二", null, 5],
    [null, null, null],
    ["桃", "2026-11-21", null],
  ],
};

describe("CSV", () => {
  it("knows UTF-8 with and without BOM, GB18030 and UTF-16", async () => {
    const want = [
      ["粉丝数", "达人"],
      ["1.2万", "山里"],
    ];
    const utf16 = new Uint8Array(
      Uint16Array.from([0xfeff, ...Array.from("粉丝数\t达人\n1.2万\t山里", (c) => c.charCodeAt(0))]).buffer,
    );
    for (const [file, encoding] of [
      [strToU8("粉丝数,达人\n1.2万,山里\n"), "utf-8"],
      [strToU8("\uFEFF粉丝数;达人\r\n1.2万;山里"), "utf-8"],
      [GB, "gb18030"],
      [utf16, "utf-16le"],
    ] as const) {
      const book = await readBook(file);
      expect(book.encoding).toBe(encoding);
      expect(book.tables[0]?.rows.map(({ cells }) => cells)).toEqual(want);
    }
  });

  it("knows the line of each row, after texts of several lines and empty lines", async () => {
    expect(await csv('a,b\r\n"1\n2\n3",x\r\n\r\ny,z')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1\n2\n3", "x"] },
      { line: 6, cells: ["y", "z"] },
    ]);
  });

  it("says in which line a quotation mark is left open", async () => {
    await expect(csv('a,b\n1,2\n"3,4\n5,6')).rejects.toMatchObject({ code: "quotes", line: 3 });
    await expect(csv('a,b\n"1" 2,2\n')).rejects.toMatchObject({ code: "quotes", line: 2 });
  });

  it("refuses what is too large, empty or no text", async () => {
    const small: Limits = { ...LIMITS, rows: 2, columns: 3, cells: 5, file: 100 };
    await expect(rowsOf(strToU8("a\nb\nc"), small)).rejects.toMatchObject({ code: "too_many_rows", line: 3 });
    await expect(rowsOf(strToU8("a\n1,2,3,4"), small)).rejects.toMatchObject({ code: "too_many_columns", line: 2 });
    await expect(rowsOf(strToU8("1,2,3\n1,2,3"), small)).rejects.toMatchObject({ code: "too_many_cells" });
    await expect(rowsOf(new Uint8Array(101), small)).rejects.toMatchObject({ code: "too_large" });
    await expect(csv("\n , \n")).rejects.toMatchObject({ code: "empty" });
    await expect(rowsOf(Uint8Array.from([1, 0, 2, 0, 0, 7]))).rejects.toMatchObject({ code: "not_a_table" });
    await expect(rowsOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toMatchObject({ code: "old_or_locked" });
  });

  it("reads what was written", async () => {
    const rows = await rowsOf(await bytesOf(await writeCsv(table)));
    expect(rows?.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, "商品", "日期", "金额"],
      [2, "茶", "2026-11-20", "1234.50"],
      [3, "梨\n二", "", "0.05"],
      [6, "桃", "2026-11-21", ""],
    ]);
  });
});

describe("XLSX", () => {
  it("reads what was written, dates and numbers as plain text", async () => {
    const book = await readBook(
      await bytesOf(await writeXlsx([table, { ...table, name: "空", columns: [], rows: [] }])),
    );
    expect(book).toMatchObject({ format: "xlsx", encoding: null, tables: [{ name: "导出" }] });
    expect(book.tables[0]?.rows).toEqual([
      { line: 1, cells: ["商品", "日期", "金额"] },
      { line: 2, cells: ["茶", "2026-11-20", "1234.5"] },
      { line: 3, cells: ["梨\n二", "", "0.05"] },
      { line: 5, cells: ["桃", "2026-11-21", ""] },
    ]);
  });

  it("shows an id that lost its digits as a spreadsheet does", async () => {
    const ids: Table = { name: "a", columns: [{ title: "ID", kind: "count" }], rows: [[1456789012345678800], [12345]] };
    expect((await rowsOf(await bytesOf(await writeXlsx([ids]))))?.map(({ cells }) => cells[0])).toEqual([
      "ID",
      "1.45679E+18",
      "12345",
    ]);
  });

  const workbook = async (sheet: string, more: Record<string, Uint8Array> = {}): Promise<Uint8Array> => {
    const { unzipSync } = await import("fflate");
    const parts = unzipSync(await bytesOf(await writeXlsx([table])));
    const xml = `<worksheet><sheetData>${sheet}</sheetData></worksheet>`;
    return zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(xml), ...more });
  };

  it("refuses a bomb before it is unpacked", async () => {
    const bomb = await workbook("<row/>", { "xl/media.xml": new Uint8Array(4_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    const limits = { ...LIMITS, unpacked: 1_000_000 };
    await expect(rowsOf(bomb, limits)).rejects.toMatchObject({ code: "too_large", detail: 1_000_000 });
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`xl/${n}.xml`, new Uint8Array()]));
    await expect(readBook(await workbook("", many))).rejects.toMatchObject({ code: "too_large" });
  });

  it("refuses a few bytes that name a table of millions of cells", async () => {
    for (const [sheet, code] of [
      ['<row r="999999999"><c r="A999999999"><v>1</v></c></row>', "too_many_rows"],
      ['<row r="1"><c r="A1048576"><v>1</v></c></row>', "too_many_rows"],
      ['<row r="1"><c r="XFD1"><v>1</v></c></row>', "too_many_columns"],
      ['<row r="1"><c r="IV1"><v>1</v></c></row><row r="100000"><c r="A100000"><v>1</v></c></row>', "too_many_cells"],
      ["<row/>".repeat(200_001), "too_many_rows"],
    ] as const) {
      await expect(readBook(await workbook(sheet))).rejects.toMatchObject({ code });
    }
  });

  it("refuses a broken workbook, a cut one and any other zip", async () => {
    const whole = await bytesOf(await writeXlsx([table]));
    for (const file of [
      whole.slice(0, whole.length / 2),
      zipSync({ "a.txt": strToU8("x") }),
      await workbook("<row><c"),
    ]) {
      await expect(readBook(file)).rejects.toMatchObject({ name: "TableError" });
    }
  });
});
