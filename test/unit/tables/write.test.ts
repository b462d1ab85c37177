import { parse } from "papaparse";
import readWorkbook from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../src/ui/tables/csv";
import { writeNdjson } from "../../../src/ui/tables/ndjson";
import type { Column, Row, Table } from "../../../src/ui/tables/table";
import { writeXlsx } from "../../../src/ui/tables/xlsx";

const COLUMNS: readonly Column[] = [
  { title: "商品", kind: "text" },
  { title: "日期", kind: "day" },
  { title: "成交金额(元)", kind: "fen" },
  { title: "点击率", kind: "ratio" },
  { title: "件数", kind: "count" },
  { title: "读取时间", kind: "time" },
];
const AT = Date.parse("2026-11-21T09:30:00+08:00");
const ROWS: readonly Row[] = [
  ['=HYPERLINK("x"),"引号"\n第二行', "2026-11-20", 123_450, 0.0441, 18, AT],
  ["茶 & <梨>\u0001\ud800", null, -5, 0.3, 0, null],
  ["0012", "近7天", null, null, null, null],
];
const table = (rows: Table["rows"] = ROWS, name = "读数"): Table => ({ name, columns: COLUMNS, rows });

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe("CSV", () => {
  it("is UTF-8 with BOM and CRLF, in units that people read", async () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf(await writeCsv(table())));
    expect(text.startsWith("\uFEFF商品,日期,成交金额(元),点击率,件数,读取时间\r\n")).toBe(true);
    const { data, errors } = parse<string[]>(text.slice(1), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.slice(1).map((row) => row.slice(1))).toEqual([
      ["2026-11-20", "1234.50", "4.41%", "18", "2026-11-21 09:30:00"],
      ["", "-0.05", "30%", "0", ""],
      ["近7天", "", "", "", ""],
    ]);
  });

  it("does not let a name run as a formula", async () => {
    const text = await (await writeCsv(table([["=1+1"], ["@a"], ["-"], ["＝1+1"]]))).text();
    expect(
      text
        .split("\r\n")
        .slice(1, 5)
        .map((line) => line.slice(0, 2)),
    ).toEqual(["'=", "'@", "'-", "'＝"]);
  });

  it("keeps the digits of ids in a spreadsheet, which reads them as a number otherwise", async () => {
    const ids = ["1456789012345678901", "6901234567892", "0012", "12e4", "20261120", "3"];
    const text = await (await writeCsv(table(ids.map((id) => [id])))).text();
    const cells = text
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.replace(/,+$/, ""));
    expect(cells).toEqual(['"1456789012345678901\t"', '"6901234567892\t"', '"0012\t"', '"12e4\t"', "20261120", "3"]);
  });
});

describe("XLSX", () => {
  it("holds typed cells in several sheets", async () => {
    const book = await readWorkbook(await writeXlsx([table(), table([], "读数"), table([], "a/b")]));
    expect(book.map(({ sheet }) => sheet)).toEqual(["读数", "读数 (2)", "a b"]);
    const [, first, second, third] = book[0]?.data ?? [];
    expect(first?.slice(0, -1)).toEqual([
      '=HYPERLINK("x"),"引号"\n第二行',
      new Date("2026-11-20T00:00:00Z"),
      1234.5,
      0.0441,
      18,
    ]);
    // Wall time of Shanghai; a spreadsheet counts in fractions of a day.
    expect(Number(first?.at(-1)) / 1_000).toBeCloseTo(Date.parse("2026-11-21T09:30:00Z") / 1_000, 2);
    expect(second).toEqual(["茶 & <梨>", null, -0.05, 0.3, 0, null]);
    expect(third?.slice(0, 2)).toEqual(["0012", "近7天"]);
  });

  it("is the same to the byte for the same rows, and carries no clock", async () => {
    const [a, b] = [await bytesOf(await writeXlsx([table()])), await bytesOf(await writeXlsx([table()]))];
    expect(a).toEqual(b);
    // Local file header: time and date of MS-DOS at offsets 10 and 12; 1980-01-01 is 0x21.
    expect([...a.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it("goes on in a next sheet where one is full", async () => {
    const rows = [[1], [2], [3], [4]];
    const whole: Table = { name: "大", columns: [{ title: "n", kind: "count" }], rows };
    const book = await readWorkbook(await writeXlsx([whole], {}, 3));
    expect(book).toEqual([
      { sheet: "大", data: [["n"], [1], [2]] },
      { sheet: "大 (2)", data: [["n"], [3], [4]] },
    ]);
  });
});

it("NDJSON is one object a line", async () => {
  const text = await (await writeNdjson([{ a: 1 }, { b: "行\n" }])).text();
  expect(
    text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  ).toEqual([{ a: 1 }, { b: "行\n" }]);
});

it("tells how far it got and stops when told to", async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  async function* slow(): AsyncGenerator<Row> {
    for (let n = 0; n < 1_000_000; n += 1) yield ["茶", "2026-11-20", n, 0.1, n, AT];
  }
  const progress = (rows: number): void => {
    seen.push(rows);
    if (seen.length === 3) stop.abort(new Error("够了"));
  };
  await expect(writeXlsx([table(slow())], { signal: stop.signal, progress })).rejects.toThrow("够了");
  expect(seen).toHaveLength(3);
});
