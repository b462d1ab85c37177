import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { batchTable } from "../../../options/desk/batch/batch-table";
import { checkLines, findingsOf, gravest } from "../../../options/desk/batch/check-lines";
import { copyColumns, copySheet, readLines } from "../../../options/desk/batch/read-lines";
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

/** Each message as its key and what fills its blanks. */
const t = (key: string, blanks: Record<string, string | number> = {}): string =>
  [key, ...Object.values(blanks)].join(" ");

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
  expect([copyColumns(table), table.lines.length]).toEqual([[1], 2]);
  const untitled = await sheetOf(file("a.csv", "甲,乙\n1,这一列明显更像是文案"));
  expect(copyColumns(untitled)).toEqual([1]);
  const several = await sheetOf(file("a.csv", "编号,商品标题,标题字数,卖点,文案类型,描述\n1,春茶,2,好茶,短,好喝"));
  expect(copyColumns(several)).toEqual([1, 3, 5]);
});

it("finds the titles under a table's name, and a column for every cell of the widest row", async () => {
  const named = await sheetOf(file("a.csv", "11月商品文案,,\n编号,商品标题,\n1,最佳好茶,又一句\n2,春茶"));
  expect(named.columns).toEqual(["编号", "商品标题", ""]);
  expect(copyColumns(named)).toEqual([1]);
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
  const checked = await checkLines(checker, lines, [0], scope, { progress: (done) => seen.push(done) });
  expect(checked.filter((line) => gravest(findingsOf(line)) === "block")).toHaveLength(100);
  expect(seen.at(-1)).toBe(10_000);
  const stop = new AbortController();
  const job = { signal: stop.signal, progress: () => stop.abort(new Error("stopped")) };
  const many = { ...lines, lines: Array.from({ length: 20 }, () => lines.lines).flat() };
  await expect(checkLines(checker, many, [0], scope, job)).rejects.toThrow("stopped");
});

it("gives the file back with what was found beside each line", async () => {
  const read = await sheetOf(file("a.csv", "编号,文案\n1,最佳好茶\n2,春茶"));
  const checked = await checkLines(checker, read, [1], scope, {});
  const { columns, rows } = batchTable(read.columns, [1], checked, t);
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

it("checks several columns in one run, and says of each what was found in it", async () => {
  const read = await sheetOf(file("a.csv", "标题,编号,卖点,卖点\n最佳好茶,1,春茶,最佳之选\n春茶,2,,好喝"));
  expect(copyColumns(read)).toEqual([0, 2, 3]);
  const checked = await checkLines(checker, read, [0, 2, 3], scope, {});
  expect(checked.map((line) => line.checked.map(({ column, findings }) => [column, findings.length]))).toEqual([
    [
      [0, 1],
      [2, 0],
      [3, 1],
    ],
    [
      [0, 0],
      [2, 0],
      [3, 0],
    ],
  ]);
  const { columns, rows } = batchTable(read.columns, [0, 2, 3], checked, t);
  const titles = columns.map(({ title }) => title);
  expect(titles.slice(5)).toEqual([
    "batch_verdict",
    ...["标题", "卖点 batch_column_place 3", "卖点 batch_column_place 4"].flatMap((column) =>
      ["batch_verdict", "batch_words", "batch_law", "batch_advice"].map((what) => `batch_of_column ${column} ${what}`),
    ),
  ]);
  const [first = [], second = []] = [...(rows as Iterable<readonly unknown[]>)];
  const said = ["severity_block", "最佳 · category_absolute_term", "广告法 第九条第三项", "suggestion_delete 删去"];
  const nothing = ["draft_clean", null, null, null];
  expect(first).toEqual([2, "最佳好茶", "1", "春茶", "最佳之选", "severity_block", ...said, ...nothing, ...said]);
  expect(second.slice(5)).toEqual(["draft_clean", ...nothing, ...nothing, ...nothing]);
});

it("takes what one column lacks from another, and says once what all of them lack", async () => {
  const absence = { type: "absence", when: "蓝帽", unless: "不能代替药物" } as const;
  const strict = createChecker(pack([rule("notice", { patterns: [absence] })]));
  const read = await sheetOf(
    file("a.csv", "标题,描述\n蓝帽好物,蓝帽认证。本品不能代替药物\n蓝帽好物,蓝帽认证\n春茶,蓝帽认证"),
  );
  const checked = await checkLines(strict, read, [0, 1], scope, {});
  expect(checked.map((line) => line.checked.map(({ findings }) => findings.map((each) => each.rule)))).toEqual([
    [[], []],
    [["notice"], []],
    [[], ["notice"]],
  ]);
});
