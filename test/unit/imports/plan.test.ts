import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { EXPORT_COLUMNS } from "../../../options/export/write-export";
import { findMetric } from "../../../src/metrics/registry";
import { cellValue } from "../../../src/ui/imports/cell-value";
import { momentIn, periodIn } from "../../../src/ui/imports/dates";
import type { FileFacts } from "../../../src/ui/imports/mapping";
import { planImport } from "../../../src/ui/imports/plan";
import { headerRow, isOwnExport, recognise } from "../../../src/ui/imports/recognise";
import { writeCsv } from "../../../src/ui/tables/csv";
import { readBook } from "../../../src/ui/tables/read/read-book";
import fc from "../../harness/properties";

const OWN: FileFacts = {
  account: { type: "account", id: null, name: "山里人家" },
  owner: null,
  period: null,
  day: "2026-11-20",
  today: "2026-11-21",
};
const OTHERS: FileFacts = { ...OWN, account: null };

async function planOf(text: string, facts: FileFacts) {
  const rows = (await readBook(strToU8(text))).tables[0]?.rows ?? [];
  const at = headerRow(rows);
  const headers = rows[at]?.cells ?? [];
  const { kind, mapping } = recognise(headers);
  return { kind, mapping, ...planImport(headers, rows.slice(at + 1), mapping, facts) };
}
const shown = ({ readings }: Awaited<ReturnType<typeof planOf>>) =>
  readings.map(({ metric, value }) => [metric, "value" in value ? value.value : value]);

describe("the console's own 下载表格", () => {
  const file = readFileSync(new URL("../../fixtures/tables/posts.csv", import.meta.url));

  it("is read column by column without a question", async () => {
    const plan = await planOf(new TextDecoder("utf-8", { ignoreBOM: true }).decode(file), OWN);
    expect(plan).toMatchObject({ kind: "posts", rows: 2, badLines: 0, duplicates: 0, mapping: { subject: "video" } });
    expect(plan.entities[0]).toEqual({
      type: "video",
      id: "export/UzFfAAAA",
      name: "采茶第一天 #茶山 #手作",
      publishedAt: "2026-11-07",
    });
    expect(shown(plan).slice(0, 9)).toEqual([
      ["completion_rate", 0.0441],
      ["average_play_seconds", 14.73],
      ["play_count", 1817],
      ["like_count", 42],
      ["fav_count", 33],
      ["comment_count", 5],
      ["forward_count", 25],
      ["follow_count", 9],
      ["forward_chat_moments_count", 25],
    ]);
    expect(plan.readings.filter(({ entity }) => entity === 0)).toHaveLength(12);
    // A title of the first row runs over three lines of the file.
    expect(plan.lines).toEqual(plan.readings.map(({ entity }) => [2, 5][entity]));
  });
});

describe("tables of others", () => {
  it("name a competitor", async () => {
    const plan = await planOf(
      "排名,账号,粉丝数,带货销售额,统计日期\n1,茶山阿妹,1.2万,￥50万-100万,2026-11-19\n2,梨园,8千,-,2026-11-19",
      OTHERS,
    );
    expect(plan).toMatchObject({ kind: "others", rows: 2, badLines: 0, mapping: { subject: "talent" } });
    expect(plan.entities.map(({ type, name }) => [type, name])).toEqual([
      ["talent", "茶山阿妹"],
      ["talent", "梨园"],
    ]);
    expect(
      plan.readings.map(({ metric, value, period, day }) => [metric, value, period?.to ?? day, period === null]),
    ).toEqual([
      ["follower_count", { precision: "rounded", value: 12_000, step: 1_000 }, "2026-11-19", true],
      ["sales_gmv", { precision: "range", min: 50_000_000, max: 100_000_000 }, "2026-11-19", false],
      ["follower_count", { precision: "rounded", value: 8_000, step: 1_000 }, "2026-11-19", true],
    ]);
  });

  it("name its goods, by column or for the whole file", async () => {
    const text = "商品,价格(元),新增销量,累计销量\n高山绿茶,59.9,120,3400\n";
    const owner = { type: "talent", id: null, name: "茶山阿妹" };
    const whole = await planOf(text, { ...OTHERS, owner: "茶山阿妹" });
    // What only services that estimate other shops write is of others, and an estimate until the user says no.
    expect(whole.kind).toBe("others");
    expect(whole.entities).toEqual([{ type: "product", id: null, name: "高山绿茶", owner }]);
    expect(shown(whole)).toEqual([
      ["price", 5990],
      ["pay_product_cnt", 120],
      ["sold_count", 3400],
    ]);
    const column = await planOf(text.replace("商品,", "达人,商品,").replace("高山", "茶山阿妹,高山"), OTHERS);
    expect(column.entities).toEqual(whole.entities);
    expect((await planOf(text, OTHERS)).problems).toMatchObject([{ line: 2, code: "no_owner" }]);
  });
});

describe("a store's export", () => {
  it("of days speaks of the own shop", async () => {
    const plan = await planOf(
      "店铺日报\n日期,成交金额(元),成交人数,退款率\n2026/11/18,1234.5,12,3.2%\n2026/11/19,98,3,0.05",
      {
        ...OWN,
        account: { type: "shop", id: null, name: "山里人家旗舰店" },
      },
    );
    expect(plan).toMatchObject({ kind: "store", rows: 2, badLines: 0, mapping: { subject: "shop" } });
    expect(plan.entities).toEqual([{ type: "shop", id: null, name: "山里人家旗舰店" }]);
    expect(shown(plan)).toEqual([
      ["pay_gmv", 123450],
      ["pay_uv", 12],
      ["refund_rate", 0.032],
      ["pay_gmv", 9800],
      ["pay_uv", 3],
      ["refund_rate", 0.05],
    ]);
    expect(plan.readings.map(({ period }) => period?.to)).toEqual([
      "2026-11-18",
      "2026-11-18",
      "2026-11-18",
      "2026-11-19",
      "2026-11-19",
      "2026-11-19",
    ]);
  });
});

describe("what cannot be", () => {
  const shop: FileFacts = { ...OWN, account: { type: "shop", id: null, name: "店" } };

  it("is refused with its line and column, and nothing else of the line is kept", async () => {
    const plan = await planOf(
      [
        "日期,成交金额,退款率,成交人数",
        "2026-11-01,-5,1%,1",
        "2026-11-02,5,500%,1",
        "2026-11-03,5,5,1",
        "2026-11-04,五元,1%,1",
        "2026-11-05,5,1%,1.5",
        "2026-13-06,5,1%,1",
        "2026-12-06,5,1%,1",
        "2026-11-07,5%,1%,1",
        "2026-11-08,5,1%,1",
      ].join("\n"),
      shop,
    );
    expect(plan.problems.map(({ line, column, code, text }) => [line, column, code, text])).toEqual([
      [2, "成交金额", "out_of_bounds", "-5"],
      [3, "退款率", "out_of_bounds", "500%"],
      [4, "退款率", "rate_without_percent", "5"],
      [5, "成交金额", "not_a_number", "五元"],
      [6, "成交人数", "wrong_unit", "1.5"],
      [7, "日期", "not_a_day", "2026-13-06"],
      [8, "日期", "future", "2026-12-06"],
      [9, "成交金额", "wrong_unit", "5%"],
    ]);
    expect([plan.badLines, plan.readings.length]).toEqual([8, 3]);
  });

  it("a value said twice is one, said otherwise it is a conflict of two lines", async () => {
    const plan = await planOf("日期,成交人数\n2026-11-01,5\n2026-11-01,5\n2026-11-01,6\n", shop);
    expect(plan).toMatchObject({
      duplicates: 1,
      empty: 0,
      badLines: 1,
      problems: [{ line: 4, code: "conflict", first: 2 }],
    });
    expect(plan.readings).toHaveLength(1);
  });

  it("ids and names that were written as CSV come back as they were", async () => {
    const rows = ["1456789012345678901", "0012"].map((id, at) => [id, ["=茶", "＋梨"][at] ?? "", 5 + at]);
    const columns = (["商品ID", "商品"] as const).map((title) => ({ title, kind: "text" as const }));
    const file = await writeCsv({ name: "a", columns: [...columns, { title: "库存", kind: "count" }], rows });
    const plan = await planOf(await file.text(), shop);
    expect(plan.problems).toEqual([]);
    expect(plan.entities.map(({ id, name }) => [id, name])).toEqual(rows.map(([id, name]) => [id, name]));
  });

  it("the extension's own export is known by its columns, whatever they are moved to; other tables are none", async () => {
    const headers = EXPORT_COLUMNS.map(({ title }) => title);
    expect([isOwnExport(headers), isOwnExport(headers.toReversed())]).toEqual([true, true]);
    expect(isOwnExport(["商品ID", "商品", "metric", "snapshot"])).toBe(false);
  });

  it("an id without its last digits, a row without a name", async () => {
    const plan = await planOf("商品ID,商品,库存\n1.45679E+18,茶,5\n1456789012345678901,梨,6\n,,7", shop);
    expect(plan.problems).toMatchObject([
      { line: 2, code: "id_lost" },
      { line: 4, code: "no_name" },
    ]);
    expect(plan.entities).toEqual([{ type: "product", id: "1456789012345678901", name: "梨" }]);
  });
});

it("days and spans as tables write them", () => {
  expect(
    ["2026-08-07", "2026/8/7", "2026.8.7", "2026年8月7日", "20260807", "2026-08-07 09:30:00"].map((text) =>
      momentIn(text)?.slice(0, 10),
    ),
  ).toEqual(Array(6).fill("2026-08-07"));
  expect(momentIn("2026/08/07 9:05")).toBe("2026-08-07T09:05");
  expect(periodIn("2026-08-01 ~ 2026-08-07")).toEqual({ from: "2026-08-01", to: "2026-08-07" });
  expect(periodIn("2026年2月")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  for (const text of ["2026-02-30", "7", "2026-08-07 ~ 2026-08-01", "昨日"]) expect(periodIn(text)).toBeNull();
});

it("numbers written in any way come back as what they were", () => {
  const gmv = findMetric("pay_gmv");
  const rate = findMetric("refund_rate");
  if (!gmv || !rate) throw new Error("no such metric");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (fen) => {
      const yuan = (fen / 100).toFixed(2);
      const grouped = yuan.replace(/\B(?=(\d{3})+(?!\d)\.)/g, ",").replace(/(\d)(?=(\d{3})+\.)/g, "$1,");
      for (const text of [yuan, `￥${yuan}`, `${yuan}元`, String(fen / 100), grouped.replace(/,+/g, ",")]) {
        expect(cellValue(text, gmv, "")).toEqual({ precision: "exact", value: fen });
      }
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (basis) => {
      const value = { precision: "exact", value: basis / 10_000 };
      expect(cellValue(`${basis / 100}%`, rate, "")).toEqual(value);
      expect(cellValue(String(basis / 10_000), rate, "")).toEqual(value);
    }),
  );
});
