import { describe, expect, it } from "vitest";
import en from "../../../assets/locales/en/messages.json";
import zh from "../../../assets/locales/zh_CN/messages.json";
import type { Unit, Value } from "../../../src/console/observation";
import type { Delta } from "../../../src/metrics/delta";
import { makeFormats } from "../../../src/ui/format/formats";
import { makeTranslate } from "../../../src/ui/i18n/messages";

const chinese = makeFormats("zh_CN", makeTranslate(zh));
const english = makeFormats("en", makeTranslate(en));
const exact = (value: number | string): Value => ({ precision: "exact", value });

describe("values", () => {
  const cases: readonly (readonly [Value, Unit, string, string])[] = [
    [exact(0), "count", "0", "0"],
    [exact(9_999), "count", "9,999", "9,999"],
    [exact(12_345), "count", "1.23万", "12.35K"],
    [exact(123_456_789), "count", "1.23亿", "123.46M"],
    [exact(99), "fen", "￥0.99", "￥0.99"],
    [exact(123_450), "fen", "￥1,234.50", "￥1,234.50"],
    [exact(32_876_450), "fen", "￥32.88万", "￥328.76K"],
    [exact(-5_000), "fen", "−￥50", "−￥50"],
    [exact(0.0441), "ratio", "4.41%", "4.41%"],
    [exact(14.73), "second", "14.73秒", "14.73 s"],
    [exact(75), "second", "1分15秒", "1 min 15 s"],
    [exact(3_725), "second", "1小时2分", "1 h 2 min"],
    [exact(4.86), "score", "4.86", "4.86"],
    [exact("在售"), "text", "在售", "在售"],
    [{ precision: "rounded", value: 12_000, step: 1_000 }, "count", "≈1.2万", "≈12K"],
    [{ precision: "rounded", value: 10_000, step: 1_000 }, "count", "≈1.0万", "≈10K"],
    [{ precision: "range", min: 50_000_000, max: 100_000_000 }, "fen", "￥50万–100万", "￥500K–1M"],
    [{ precision: "range", min: 100_000_000, max: null }, "fen", "￥100万以上", "￥1M or more"],
    [{ precision: "range", min: 0, max: 1_000 }, "count", "1,000以下", "under 1,000"],
  ];
  it.each(cases)("%j in %s is %s, in English %s", (value, unit, inChinese, inEnglish) => {
    expect(chinese.value(value, unit).text).toBe(inChinese);
    expect(english.value(value, unit).text).toBe(inEnglish);
  });

  it("tell in full what the short form leaves out", () => {
    expect(chinese.value(exact(12_345), "count").full).toBe("12,345");
    expect(chinese.value(exact(32_876_450), "fen").full).toBe("￥328,764.50");
    expect(chinese.value({ precision: "rounded", value: 12_000, step: 1_000 }, "count").full).toContain("1,000");
  });
});

describe("changes", () => {
  const period = { from: "2026-11-20", to: "2026-11-20" };
  const delta = (part: Partial<Delta>): Delta => ({
    entity: { type: "shop", id: null, name: null },
    metric: "pay_gmv",
    period,
    against: { kind: "previous_period", period },
    current: exact(1),
    previous: exact(1),
    direction: "up",
    absolute: null,
    relative: null,
    reason: null,
    ...part,
  });
  it("show the sign, the size and the share", () => {
    expect(chinese.delta(delta({ absolute: 1_234, relative: 0.052 }), "count")).toBe("+1,234 · +5.2%");
    expect(chinese.delta(delta({ direction: "down", absolute: -50_000, relative: -0.1 }), "fen")).toBe("−￥500 · −10%");
  });
  it("of a ratio are in points, not in percent of percent", () => {
    expect(chinese.delta(delta({ direction: "down", absolute: -0.0312, relative: -0.07 }), "ratio")).toBe(
      "−3.12 个百分点",
    );
  });
  it("say why there is no verdict", () => {
    const why = (reason: Delta["reason"]): string => chinese.delta(delta({ direction: "unknown", reason }), "count");
    expect(why("rounding")).toBe("变化在舍入范围内");
    expect(why("partial")).toBe("今天未结束");
    expect(why("ranges_overlap")).toBe("区间重叠，无法判断");
  });
  it("between tiers have a word and no number", () => {
    expect(chinese.delta(delta({}), "fen")).toBe("升到更高一档");
  });
  it("from zero have no share", () => {
    expect(chinese.delta(delta({ absolute: 18, reason: "zero_base" }), "count")).toBe("+18 · 上期为零");
  });
});

describe("times", () => {
  const now = Date.parse("2026-11-21T00:30:00+08:00");
  it("are of Shanghai whatever the machine's zone", () => {
    expect(chinese.when(Date.parse("2026-11-20T16:05:00Z"), now)).toBe("今天 00:05");
    expect(chinese.when(Date.parse("2026-11-20T15:59:00Z"), now)).toBe("昨天 23:59");
    expect(chinese.when(Date.parse("2026-11-18T01:05:00Z"), now)).toBe("11-18 09:05");
    expect(chinese.when(Date.parse("2025-12-01T01:05:00Z"), now)).toBe("2025-12-01");
  });
  it("of a period name both ends, and the year only where it is another", () => {
    expect(chinese.period({ from: "2026-11-20", to: "2026-11-20" }, now)).toBe("11-20");
    expect(chinese.period({ from: "2026-11-14", to: "2026-11-20" }, now)).toBe("11-14 至 11-20");
    expect(chinese.period({ from: "2025-12-28", to: "2026-01-03" }, now)).toBe("2025-12-28 至 01-03");
  });
});
