import { describe, expect, it } from "vitest";
import zh from "../../../assets/locales/zh_CN/messages.json";
import words from "../../../assets/locales/zh_CN/rivals.json";
import { type ChangeEntry, changeRuns } from "../../../options/rivals/change-runs";
import { growthText, intervalText } from "../../../options/rivals/interval-text";
import { short } from "../../../options/rivals/short";
import { makeFormats } from "../../../src/ui/format/formats";
import { makeTranslate } from "../../../src/ui/i18n/messages";

const t = makeTranslate({ ...zh, ...words });
const i18n = { t, format: makeFormats("zh_CN", t) };

describe("intervals in words", () => {
  it("are one number where both ends are, and both ends where not", () => {
    expect(intervalText({ low: 0.28, high: 0.28 }, "ratio", i18n)).toBe("28%");
    expect(intervalText({ low: 0.2, high: 0.35 }, "ratio", i18n)).toBe("20–35%");
    expect(intervalText({ low: 1_000_000, high: 5_000_000 }, "fen", i18n)).toBe("￥1万–5万");
    expect(intervalText({ low: 5, high: Number.POSITIVE_INFINITY }, "count", i18n)).toBe("5以上");
    expect(intervalText(null, "count", i18n)).toBe("—");
  });

  it("of growth carry their sign, and say when it may be either", () => {
    expect(growthText({ low: 0.12, high: 0.12 }, i18n)).toBe("+12%");
    expect(growthText({ low: 0.1, high: 2 }, i18n)).toBe("+10% 至 +200%");
    expect(growthText({ low: -0.68, high: 3.51 }, i18n)).toBe("升降不定（−68% 至 +351%）");
  });
});

describe("names in pictures", () => {
  it("are cut by width, Latin at half that of Chinese", () => {
    expect(short("北方坚果铺", 5)).toBe("北方坚果铺");
    expect(short("青禾食品旗舰店", 5)).toBe("青禾食品…");
    expect(short("Wild Tea", 5)).toBe("Wild Tea");
    expect(short("Wild Tea Studio", 5)).toBe("Wild Tea…");
  });
});

describe("changes", () => {
  const rival = { id: "a" };
  const entry = (of: object, kind: string, certainty = "certain"): ChangeEntry =>
    ({ rival: of, span: null, change: { kind, certainty } }) as unknown as ChangeEntry;

  it("of one seller's goods fold where they stand together; numbers never do", () => {
    const other = { id: "b" };
    const runs = changeRuns([
      entry(rival, "goods_new"),
      entry(rival, "goods_new"),
      entry(other, "goods_new"),
      entry(other, "price"),
      entry(other, "price", "possible"),
      entry(other, "metric"),
      entry(other, "metric"),
    ]);
    expect(runs.map(({ length }) => length)).toEqual([2, 1, 1, 1, 1, 1]);
  });
});
