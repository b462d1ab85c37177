import { describe, expect, it } from "vitest";
import { parseShown, valueFor } from "../../../src/console/numbers";
import type { Unit } from "../../../src/console/observation";
import fc from "../../harness/properties";

const read = (text: string, unit: Unit, hint = "", signed = false) => {
  const shown = parseShown(text);
  return shown && valueFor(shown, unit, hint, signed);
};
const exact = (value: number) => ({ precision: "exact", value });
const rounded = (value: number, step: number) => ({ precision: "rounded", value, step });
const range = (min: number | null, max: number | null) => ({ precision: "range", min, max });

describe("numbers as the console writes them", () => {
  it.each([
    ["1,234", "count", exact(1234)],
    ["0", "count", exact(0)],
    ["１２，３４５", "count", exact(12345)],
    ["18场", "count", exact(18)],
    ["1.2万", "count", rounded(12000, 1000)],
    ["3.0万", "count", rounded(30000, 1000)],
    ["3万", "count", rounded(30000, 10000)],
    ["1.05亿", "count", rounded(105_000_000, 1_000_000)],
    ["2.1w", "count", rounded(21000, 1000)],
    ["￥1,234.50", "fen", exact(123450)],
    ["¥ 0", "fen", exact(0)],
    ["1,024.50元", "fen", exact(102450)],
    ["￥1.2万", "fen", rounded(1_200_000, 100_000)],
    ["￥50万-100万", "fen", range(50_000_000, 100_000_000)],
    ["￥300-500", "fen", range(30_000, 50_000)],
    ["5000-1万", "count", range(5000, 10000)],
    ["50-100万", "count", range(500_000, 1_000_000)],
    ["1万～10万", "count", range(10_000, 100_000)],
    ["￥1000以下", "fen", range(0, 100_000)],
    ["100万以上", "count", range(1_000_000, null)],
    ["10万+", "count", range(100_000, null)],
    ["4.41%", "ratio", exact(0.0441)],
    ["100.0%", "ratio", exact(1)],
    ["14.73秒", "second", exact(14.73)],
    ["2小时34分", "second", exact(9240)],
    ["2小时34分10秒", "second", exact(9250)],
    ["12'34\"", "second", exact(754)],
    ["01:02:03", "second", exact(3723)],
    ["4.92", "score", exact(4.92)],
  ] as const)("%s as %s", (text, unit, value) => {
    expect(read(text, unit)).toEqual(value);
  });

  it.each([
    ["12.5", "fen", "万元", rounded(12_500_000, 100_000)],
    ["8,420", "fen", "元", exact(842_000)],
    ["3.2", "count", "万", rounded(32_000, 1000)],
    ["4.41", "ratio", "%", exact(0.0441)],
    ["12.5", "ratio", "‰", exact(0.0125)],
    ["3.1‰", "ratio", "", exact(0.0031)],
    ["14.7", "second", "秒", exact(14.7)],
    ["3", "second", "分钟", exact(180)],
  ] as const)("takes the unit of %s from its header: %s (%s)", (text, unit, hint, value) => {
    expect(read(text, unit, hint)).toEqual(value);
  });

  it.each(["-", "--", "—", "——", "/", "暂无", "N/A"])("%s is nothing, not zero", (text) => {
    expect(parseShown(text)?.kind).toBe("none");
    expect(read(text, "count")).toBeNull();
  });

  it.each([
    "",
    "abc",
    "2026-11-20",
    "12:34",
    "1,23",
    "1e309",
    "NaN",
    "Infinity",
    "1.2.3",
    "第1名",
    "1234567890123456789",
    "100万-50万",
    "+-3",
    "打败了 72% 的主播",
  ])("does not read %j", (text) => {
    expect(read(text, "count")).toBeNull();
  });

  it("refuses what a metric cannot be", () => {
    expect(read("-3", "count")).toBeNull();
    expect(read("-3", "count", "", true)).toEqual(exact(-3));
    expect(read("12%", "count")).toBeNull();
    expect(read("1.5", "count")).toBeNull();
    expect(read("0.5", "ratio")).toBeNull();
    expect(read("14.73", "second")).toBeNull();
    expect(read("￥5", "count")).toBeNull();
  });

  it("reads back every count as it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (n) => {
        expect(read(n.toLocaleString("en-US"), "count")).toEqual(exact(n));
        expect(read(String(n), "count")).toEqual(exact(n));
      }),
    );
  });

  it("reads back every amount to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (fen) => {
        expect(read(`￥${(fen / 100).toFixed(2)}`, "fen")).toEqual(exact(fen));
      }),
    );
  });

  it("never claims more than 万 shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 10 ** 8 }), fc.constantFrom(0, 1, 2), (n, decimals) => {
        const text = `${(n / 10_000).toFixed(decimals)}万`;
        const value = read(text, "count");
        expect(value?.precision).toBe("rounded");
        if (value?.precision === "rounded") expect(Math.abs(value.value - n)).toBeLessThanOrEqual(value.step);
      }),
    );
  });

  it("reads back every rate, length and tier as it is written", () => {
    const two = (n: number): string => String(n).padStart(2, "0");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.nat(99),
        fc.integer({ min: 1, max: 9_999 }),
        (n, part, more) => {
          const rate = read(`${n}.${two(part)}%`, "ratio");
          expect(rate).toMatchObject({ precision: "exact", value: expect.closeTo((n + part / 100) / 100, 9) });
          const [h, m, s] = [n % 100, part % 60, more % 60];
          const length = h * 3600 + m * 60 + s;
          for (const text of [`${h}小时${m}分${s}秒`, `${two(h)}:${two(m)}:${two(s)}`, `${h * 60 + m}'${two(s)}"`])
            expect(read(text, "second"), text).toEqual(exact(length));
          expect(read(`${n}~${n + more}`, "count")).toEqual(range(n, n + more));
          expect(read(`${n}以下`, "count")).toEqual(range(0, n));
          expect(read(`￥${more}万以上`, "fen")).toEqual(range(more * 1_000_000, null));
          expect(read(`￥${more}万-${more + 1}万`, "fen")).toEqual(range(more * 1_000_000, (more + 1) * 1_000_000));
        },
      ),
    );
  });

  it("reads the same number in full width, with spaces and with marks that nobody sees", () => {
    const wide = (text: string): string =>
      text.replace(/[\d.,%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(
        fc.nat(10 ** 9),
        fc.constantFrom("\u200b", "\u202e", "\ufeff", "\u2060", " "),
        fc.nat(8),
        (n, mark, at) => {
          const text = n.toLocaleString("en-US");
          for (const dressed of [wide(text), `${text.slice(0, at)}${mark}${text.slice(at)}`, ` ${mark}${text}${mark}`])
            expect(read(dressed, "count"), JSON.stringify(dressed)).toEqual(exact(n));
        },
      ),
    );
  });

  it("says of no text more than a safe integer", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+]?\d{1,40}(\.\d{1,20})?(e\d{1,4})?[万亿%]?$/), (text) => {
        for (const unit of ["count", "fen", "ratio", "second", "score"] as const) {
          const value = read(text, unit, unit === "ratio" ? "%" : unit === "second" ? "秒" : "", true);
          const said = value === null ? [] : value.precision === "range" ? [value.min, value.max] : [value.value];
          for (const each of said) if (typeof each === "number") expect(Number.isFinite(each), text).toBe(true);
          if (value?.precision === "exact" && unit === "count") expect(value.value).toSatisfy(Number.isSafeInteger);
        }
      }),
    );
  });

  it("takes any text without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseShown(text)));
  });
});

describe("units said apart from the number", () => {
  it("takes a scale off people and times as off money", () => {
    expect(read("8.0", "count", "万次")).toEqual(rounded(80_000, 1_000));
    expect(read("1.20", "fen", "万元")).toEqual(rounded(1_200_000, 10_000));
    expect(read("\u22125", "count", "", true)).toEqual(exact(-5));
  });
});
