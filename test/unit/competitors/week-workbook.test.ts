import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import en from "../../../assets/locales/en/messages.json";
import enWords from "../../../assets/locales/en/rivals.json";
import zh from "../../../assets/locales/zh_CN/messages.json";
import zhWords from "../../../assets/locales/zh_CN/rivals.json";
import { weekTables } from "../../../options/rivals/workbook/week-tables";
import type { Ledger } from "../../../src/ledger/ledger";
import { makeFormats } from "../../../src/ui/format/formats";
import type { I18n } from "../../../src/ui/i18n/context";
import { type Language, type Messages, makeTranslate } from "../../../src/ui/i18n/messages";
import type { Row } from "../../../src/ui/tables/table";
import { writeXlsx } from "../../../src/ui/tables/xlsx";
import { rivalKeys, rivalLooks } from "../../fixtures/ui/rival-looks";
import { freshLedger, shanghai } from "../ledger/sample";

const SIZE = { weeks: 3, rivals: 4, goods: 12, until: shanghai("2026-11-20T10:00") };
const WEEK = "2026-W47";
const LOOKS = rivalLooks(SIZE);
/** Each seller once, long before, with its goods in another order: such a store numbers everything otherwise. */
const BEFORE = rivalLooks({ ...SIZE, weeks: 1, until: SIZE.until - 70 * 86_400_000 }).map(
  ({ observation, ...look }) => {
    const { entities, readings } = observation;
    const turned = (at: number): number => (entities[at]?.type === "product" ? entities.length - 1 - at + first : at);
    const first = entities.findIndex(({ type }) => type === "product");
    return {
      ...look,
      observation: {
        ...observation,
        entities: entities.map((_, at) => entities[turned(at)] ?? entities[at]).filter((each) => each !== undefined),
        readings: readings.map((reading) => ({ ...reading, entity: turned(reading.entity) })),
      },
    };
  },
);

function words(language: Language, ...files: readonly Messages[]): I18n {
  const t = makeTranslate(Object.assign({}, ...files));
  return { language, t, format: makeFormats(language, t) };
}
const chinese = words("zh_CN", zh, zhWords);

/** A ledger that saw the looks in the order given. */
async function seen(looks: typeof LOOKS): Promise<Ledger> {
  const { writer, ledger } = freshLedger();
  for (const { at, tab, observation } of looks) await writer.keep(observation, { at, tab, reader: "test" });
  await writer.putNotes(
    rivalKeys(SIZE.rivals).map((key, order) => ({ kind: "rival", id: key, fields: { entity: key, order } })),
    SIZE.until,
  );
  return ledger;
}
const digest = async (ledger: Ledger, i18n = chinese): Promise<string> => {
  const file = await writeXlsx(await weekTables(ledger, WEEK, i18n));
  return createHash("sha256")
    .update(Buffer.from(await file.arrayBuffer()))
    .digest("hex");
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the week's workbook", () => {
  it("is the same to the byte whenever it is written, and however the store numbers goods", async () => {
    const ledger = await seen(LOOKS);
    const first = await digest(ledger);
    const later = vi.spyOn(Date, "now").mockReturnValue(shanghai("2027-03-05T23:59"));
    expect(await digest(ledger)).toBe(first);
    later.mockRestore();
    expect(await digest(await seen([...BEFORE, ...LOOKS]))).toBe(first);
    expect(await digest(ledger, words("en", en, enWords))).not.toBe(first);
  });

  it("has a sheet for each view, with ends of intervals as numbers and nobody left out", async () => {
    const tables = await weekTables(await seen(LOOKS), WEEK, chinese);
    const rows = new Map(tables.map(({ name, rows: all }) => [name, [...(all as Iterable<Row>)]]));
    expect([...rows.keys()]).toEqual([
      "本周",
      "变化",
      "数据",
      "爆品集中度",
      "价格带",
      "爆品",
      "价格带重合（彼此）",
      "同款商品（彼此）",
      "走势",
    ]);
    for (const [name, all] of rows) expect(all.length, name).toBeGreaterThan(0);
    expect(rows.get("本周")?.map(([name, , , isSeen]) => [name, isSeen])).toEqual([
      ["老金茶庄", "已看"],
      ["小鹿的厨房日记", "没看"],
      ["青禾食品旗舰店", "没看"],
      ["北方坚果铺", "没看"],
    ]);
    const [tier] = rows.get("数据")?.filter(([name, metric]) => name === "老金茶庄" && metric === "带货销售总额") ?? [];
    expect(tier?.slice(2, 5)).toEqual(["￥50万–100万", 50_000_000, 100_000_000]);
  });
});
