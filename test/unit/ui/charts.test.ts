import { describe, expect, it } from "vitest";
import zh from "../../../assets/locales/zh_CN/messages.json";
import type { Value } from "../../../src/console/observation";
import { chartConfig } from "../../../src/ui/charts/config";
import { fileName } from "../../../src/ui/charts/file-name";
import { placesOf, plotted } from "../../../src/ui/charts/plotted";
import type { ChartSpec } from "../../../src/ui/charts/spec";
import { twinTable } from "../../../src/ui/charts/twin";
import { makeFormats } from "../../../src/ui/format/formats";
import { makeTranslate } from "../../../src/ui/i18n/messages";

const format = makeFormats("zh_CN", makeTranslate(zh));
const palette = { series: ["a", "b"], ink: "i", soft: "s", line: "l", surface: "w", note: "n", font: "f" };
const exact = (value: number): Value => ({ precision: "exact", value });
const spec: ChartSpec = {
  kind: "line",
  title: "成交",
  xName: "日期",
  x: ["2026-11-19", "2026-11-20", "2026-11-21"].map((key) => ({ key, text: key.slice(5) })),
  series: [
    { name: "成交金额", unit: "fen", values: [exact(100), null, { precision: "range", min: 200, max: 400 }] },
    { name: "曝光", unit: "count", values: [exact(5), { precision: "rounded", value: 12_000, step: 1000 }, exact(0)] },
  ],
  notes: [{ kind: "campaign", from: "2026-11-20", to: "2026-11-25", text: "返场" }],
};

describe("plotted", () => {
  it.each<[Value | null, unknown]>([
    [exact(5), { at: 5, low: 5, high: 5 }],
    [
      { precision: "rounded", value: 12_000, step: 1000 },
      { at: 12_000, low: 11_000, high: 13_000 },
    ],
    [
      { precision: "range", min: 5, max: 9 },
      { at: null, low: 5, high: 9 },
    ],
    [
      { precision: "range", min: 5, max: null },
      { at: null, low: 5, high: 5 },
    ],
    [{ precision: "exact", value: "高" }, null],
    [null, null],
  ])("%j", (value, expected) => expect(plotted(value)).toEqual(expected));
});

describe("chartConfig", () => {
  const { data, options } = chartConfig(spec, palette, format);
  it("keeps a gap a gap and a range no point of a line", () => {
    expect(data.datasets.map((each) => each.data)).toEqual([
      [100, null, null],
      [5, 12_000, 0],
    ]);
  });
  it("gives the second unit an axis of its own, in the unit's own words", () => {
    expect(data.datasets.map((each) => (each as { yAxisID?: string }).yAxisID)).toEqual(["y", "y2"]);
    const ticks = options?.scales?.y?.ticks?.callback as unknown as (value: number) => string;
    expect(ticks(1_234_500)).toBe("￥1.23万");
  });
  it("floats a bar from end to end", () => {
    const bars = chartConfig({ ...spec, kind: "bar" }, palette, format);
    expect(bars.data.datasets[0]?.data).toEqual([100, null, [200, 400]]);
  });
});

describe("its twin", () => {
  it("has the same numbers, a range as text, what was not seen empty, and what happened", () => {
    const table = twinTable(spec, { note: "标注", show: () => "￥2–4" });
    expect(table.columns.map(({ title, kind }) => [title, kind])).toEqual([
      ["日期", "text"],
      ["成交金额", "fen"],
      ["曝光", "count"],
      ["标注", "text"],
    ]);
    expect([...(table.rows as Iterable<unknown>)]).toEqual([
      ["2026-11-19", 100, 5, ""],
      ["2026-11-20", null, "￥2–4", "返场"],
      ["2026-11-21", "￥2–4", 0, "返场"],
    ]);
  });
});

it("a note outside of the axis has no place on it", () => {
  expect(placesOf(["2026-11-19", "2026-11-20"], { from: "2026-11-20", to: "2026-12-01" })).toEqual([1, 1]);
  expect(placesOf(["2026-11-19"], { from: "2026-11-20", to: "2026-12-01" })).toBeNull();
});

it("a title is a file's name on any system", () => expect(fileName('a/b:c*"d"\n e')).toBe("a b c d e"));
