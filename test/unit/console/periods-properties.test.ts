import { describe, expect, it } from "vitest";
import { parseMoment, parsePeriod } from "../../../src/console/periods";
import fc from "../../harness/properties";

const day = fc
  .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2029-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const written = (iso: string, style: number): string => {
  const [y, m, d] = iso.split("-");
  return [`${y}-${m}-${d}`, `${y}/${m}/${d}`, `${y}.${m}.${d}`, `${y}年${m}月${d}日`, `${y}/${Number(m)}/${Number(d)}`][
    style
  ] as string;
};
const style = fc.integer({ min: 0, max: 4 });
const full = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe("periods as written", () => {
  it("two days and what stands between them come back, in any writing and width", () => {
    fc.assert(
      fc.property(
        day,
        day,
        style,
        fc.constantFrom(" 至 ", " - ", "~", " — ", " 到 "),
        fc.boolean(),
        (a, b, how, between, wide) => {
          const [from, to] = [a, b].sort() as [string, string];
          const text = `统计时间：${written(from, how)}${between}${written(to, how)}`;
          expect(parsePeriod(wide ? full(text) : text)).toEqual({ kind: "days", from, to });
        },
      ),
    );
  });

  it("one day that figures are said to be of, and a publish time, come back", () => {
    fc.assert(
      fc.property(day, style, fc.integer({ min: 0, max: 23 }), (iso, how, hour) => {
        expect(parsePeriod(`统计时间 ${written(iso, how)}`)).toEqual({ kind: "days", from: iso, to: iso });
        const time = `${String(hour).padStart(2, "0")}:05`;
        expect(parseMoment(`发布于 ${written(iso, how)} ${time} · 公开`)).toBe(`${iso}T${time}`);
      }),
    );
  });

  it("from one hour to another is when something took place, no period", () => {
    expect(parsePeriod("2026-11-11 19:00 至 2026-11-11 22:00")).toBeNull();
  });

  it.each(["昨日数据将于 10 点更新", "较昨日 +3", "昨日同期", "数据次日更新", "截至 2026-11-17", "2026-11-17"])(
    "%s says none",
    (text) => {
      expect(parsePeriod(text)).toBeNull();
    },
  );

  it("takes any text without throwing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        (text) => void [parsePeriod(text), parseMoment(text)],
      ),
    );
  });
});
