import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { batchTable } from "../../../options/desk/batch/batch-table";
import { checkLines, gravest } from "../../../options/desk/batch/check-lines";
import { copyColumn, copySheet, readLines } from "../../../options/desk/batch/read-lines";
import { createChecker } from "../../../src/compliance/checker";
import type { Table } from "../../../src/ui/tables/table";
import { writeXlsx } from "../../../src/ui/tables/xlsx";
import { pack, rule } from "../compliance/fixtures";

const checker = createChecker(pack([rule("best")]));
const scope = { goods: "any", channel: "product_title", account: "shop" } as const;
const file = (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]): File => new File(parts, name);

/** A document whose directory announces that it unpacks to this many bytes. */
function announcing(bytes: number): Uint8Array<ArrayBuffer> {
  const zip = new Uint8Array(zipSync({ "word/document.xml": new Uint8Array(64) }));
  const directory = zip.findIndex((_, at) => String.fromCharCode(...zip.subarray(at, at + 4)) === "PK\x01\x02");
  new DataView(zip.buffer).setUint32(directory + 24, bytes, true);
  return zip;
}

/** The file's one sheet. */
async function sheetOf(from: File) {
  const { sheets } = await readLines(from);
  expect(sheets).toHaveLength(1);
  return sheets[0] ?? { name: "", columns: [], lines: [] };
}

it("reads lines of a text, a list and a table, and finds the column with the copy", async () => {
  expect(await sheetOf(file("a.txt", "一\r\n\r\n二"))).toMatchObject({
    lines: [{ line: 1 }, { line: 3, cells: ["二"] }],
  });
  expect((await sheetOf(file("a.csv", "最佳好茶，今天下单立减，欢迎来看看\n春茶"))).lines).toHaveLength(2);
  const table = await sheetOf(file("a.csv", "编号,商品标题\n1,最佳好茶\n2,春茶"));
  expect([copyColumn(table), table.lines.length]).toEqual([1, 2]);
  const untitled = await sheetOf(file("a.csv", "甲,乙\n1,这一列明显更像是文案"));
  expect(copyColumn(untitled)).toBe(1);
});

it("finds the titles under a table's name, and a column for every cell of the widest row", async () => {
  const named = await sheetOf(file("a.csv", "11月商品文案,,\n编号,商品标题,\n1,最佳好茶,又一句\n2,春茶"));
  expect(named.columns).toEqual(["编号", "商品标题", ""]);
  expect(copyColumn(named)).toBe(1);
  expect(named.lines.map(({ line }) => line)).toEqual([3, 4]);
});

it("takes the sheet of a workbook that holds copy, and leaves the others to choose from", async () => {
  const sheet = (name: string, ...[head = [], ...rows]: string[][]): Table => ({
    name,
    columns: head.map((title) => ({ title, kind: "text" })),
    rows,
  });
  const book = await writeXlsx([
    sheet("说明", ["本表由商品后台导出"], ["请勿外传"]),
    sheet("空表", ["编号", "商品标题"]),
    sheet("商品", ["编号", "商品标题"], ["1", "最佳好茶"]),
  ]);
  const read = await readLines(file("a.xlsx", new Uint8Array(await book.arrayBuffer())));
  expect(read.sheets.map(({ name }) => name)).toEqual(["说明", "商品"]);
  expect(copySheet(read)).toBe(1);
});

it("says what is wrong with a file, and unpacks none that is too large", async () => {
  await expect(readLines(file("a.txt", " \n"))).rejects.toMatchObject({ code: "empty" });
  await expect(readLines(file("a.docx", new Uint8Array([0x50, 0x4b, 3, 4])))).rejects.toMatchObject({
    code: "not_a_table",
  });
  await expect(readLines(file("a.csv", "编号,文案\n"))).rejects.toMatchObject({ code: "empty" });
  for (const other of [
    "%PDF-1.4\n1 0 obj\n<<>>\nendobj",
    "{\\rtf1\\ansi}",
    "<html><table><tr><td>最佳</td></tr></table></html>",
  ])
    await expect(readLines(file("a.xls", other))).rejects.toMatchObject({ code: "not_a_table" });
  await expect(readLines(file("a.csv", '编号,文案\n1,"没有关上\n2,好'))).rejects.toMatchObject({
    code: "quotes",
    line: 2,
  });
  await expect(readLines(file("a.docx", announcing(330 * 1_048_576)))).rejects.toMatchObject({ code: "too_large" });
});

it("checks 10,000 lines, tells how far it is, and stops when told", async () => {
  const text = Array.from({ length: 10_000 }, (_, n) => (n % 100 === 0 ? "最佳好茶" : "春茶")).join("\n");
  const lines = await sheetOf(file("a.txt", text));
  const seen: number[] = [];
  const checked = await checkLines(checker, lines, 0, scope, { progress: (done) => seen.push(done) });
  expect(checked.filter((line) => gravest(line) === "block")).toHaveLength(100);
  expect(seen.at(-1)).toBe(10_000);
  const stop = new AbortController();
  const job = { signal: stop.signal, progress: () => stop.abort(new Error("stopped")) };
  const many = { ...lines, lines: Array.from({ length: 20 }, () => lines.lines).flat() };
  await expect(checkLines(checker, many, 0, scope, job)).rejects.toThrow("stopped");
});

it("gives the file back with what was found beside each line", async () => {
  const read = await sheetOf(file("a.csv", "编号,文案\n1,最佳好茶\n2,春茶"));
  const checked = await checkLines(checker, read, 1, scope, {});
  const t = (key: string): string => key;
  const { columns, rows } = batchTable(read.columns, checked, t);
  expect(columns.map(({ title }) => title)).toEqual([
    "batch_line",
    "编号",
    "文案",
    "batch_verdict",
    "batch_words",
    "batch_law",
    "batch_advice",
  ]);
  expect([...(rows as Iterable<unknown>)]).toEqual([
    [
      2,
      "1",
      "最佳好茶",
      "severity_block",
      "最佳 · category_absolute_term",
      "广告法 第九条第三项",
      "suggestion_delete 删去",
    ],
    [3, "2", "春茶", "draft_clean", null, null, null],
  ]);
});
