import { describe, expect, it } from "vitest";
import { pageHealth } from "../../../options/drift/page-health";
import { labelsFile, labelsIn } from "../../../options/labels/label-json";
import { unknownLabels } from "../../../options/labels/unknown-labels";
import { columnsOf } from "../../../options/manual/columns";
import { cellKey, paste, readGrid } from "../../../options/manual/grid-values";
import type { Sighting } from "../../../src/ledger/model";
import { findMetric, type Metric } from "../../../src/metrics/registry";

const metrics = ["group_active_rate", "promotion_spend", "new_buyer_count", "welcome_response_seconds"].map(
  (id) => findMetric(id) as Metric,
);
const NOW = Date.parse("2026-11-21T10:00:00+08:00");

describe("the grid of typed values", () => {
  it("has the newest periods that are over", () => {
    expect(columnsOf("day", NOW).map(({ from }) => from)).toEqual([
      "2026-11-14",
      "2026-11-15",
      "2026-11-16",
      "2026-11-17",
      "2026-11-18",
      "2026-11-19",
      "2026-11-20",
    ]);
    expect(columnsOf("week", NOW).slice(-2)).toEqual([
      { from: "2026-11-02", to: "2026-11-08" },
      { from: "2026-11-09", to: "2026-11-15" },
    ]);
    expect(columnsOf("month", NOW).slice(-2)).toEqual([
      { from: "2026-09-01", to: "2026-09-30" },
      { from: "2026-10-01", to: "2026-10-31" },
    ]);
  });

  it("takes a block from a spreadsheet, in the units written beside the metrics", () => {
    const columns = columnsOf("week", NOW);
    const { typed, outside } = paste(
      new Map(),
      "41.5\t\r\n1,234.50\t2000\r\n12\t9\r\n35\t1分20秒\r\nx\ty\r\n",
      { row: 0, column: 4 },
      { rows: 4, columns: 6 },
    );
    expect(outside).toBe(2);
    const { readings, problems } = readGrid(typed, metrics, columns);
    expect(problems).toEqual([]);
    expect(readings.map(({ metric, value, period }) => [metric, "value" in value && value.value, period?.to])).toEqual([
      ["group_active_rate", 0.415, "2026-11-08"],
      ["promotion_spend", 123_450, "2026-11-08"],
      ["promotion_spend", 200_000, "2026-11-15"],
      ["new_buyer_count", 12, "2026-11-08"],
      ["new_buyer_count", 9, "2026-11-15"],
      ["welcome_response_seconds", 35, "2026-11-08"],
      ["welcome_response_seconds", 80, "2026-11-15"],
    ]);
  });

  it("says which cell cannot be", () => {
    const typed = new Map([
      [cellKey(0, 0), "500"],
      [cellKey(1, 2), "-5"],
      [cellKey(2, 1), "多"],
    ]);
    expect(
      readGrid(typed, metrics, columnsOf("day", NOW)).problems.map(({ row, column, code }) => [row, column, code]),
    ).toEqual([
      [0, 0, "out_of_bounds"],
      [1, 2, "out_of_bounds"],
      [2, 1, "not_a_number"],
    ]);
  });
});

describe("unknown labels", () => {
  const look = (page: Sighting["page"], labels: readonly string[]): Sighting => ({
    seq: 1,
    at: NOW,
    tab: null,
    page,
    state: "ok",
    url: "",
    account: null,
    period: null,
    snapshot: null,
    readings: 0,
    unknownLabels: labels,
    failed: [],
  });

  it("are counted by page, the most seen first, without those explained", () => {
    const looks = [look("home", ["心智", "甲"]), look("shop_data", ["心智", "乙"]), look("shop_data", ["心智"])];
    expect(unknownLabels(looks, new Set(["甲"]))).toEqual([
      {
        label: "心智",
        pages: [
          ["shop_data", 2],
          ["home", 1],
        ],
      },
      { label: "乙", pages: [["shop_data", 1]] },
    ]);
  });

  it("go to a file and come back; a file that is not all right brings nothing", () => {
    const notes = [{ id: "心智", value: { metric: "stock", hint: "万" }, at: 1 }];
    expect(labelsIn(labelsFile(notes))).toEqual({
      notes: [{ kind: "label", id: "心智", fields: { metric: "stock", hint: "万" } }],
    });
    expect(labelsIn("")).toMatchObject([{ line: 1, kind: "nothing" }]);
    expect(labelsIn("{}")).toMatchObject([{ line: 1, kind: "schema", where: "labels" }]);
    expect(labelsIn('{"labels":[]}')).toMatchObject([{ line: 1, kind: "nothing" }]);
  });

  it("say of a file that is not all right each line that is wrong", () => {
    const file = [
      '{ "labels": [',
      '  { "label": "甲", "metric": "stock", "hint": "" },',
      '  { "label": "乙", "metric": "no_such", "hint": "" },',
      '  { "label": "丙", "metric": "stock", "hint": "打" },',
      '  { "label": "甲", "metric": "sold_count", "hint": "" }',
      "] }",
    ];
    const faults = labelsIn(file.join("\n"));
    expect(faults).toMatchObject([
      { line: 3, kind: "metric", where: "no_such" },
      { line: 4, kind: "unit", where: "打" },
      { line: 5, kind: "twice", where: "甲" },
    ]);
    expect(labelsIn(file.slice(0, 3).join("\n"))).toMatchObject([{ line: 3, kind: "cut" }]);
    expect(labelsIn(file.join("\n").replace('"hint": "打"', '"unit": "元"'))).toMatchObject([
      { line: 4, kind: "schema", where: "labels.2.hint" },
      { line: 4, kind: "key", where: "labels.2.unit" },
    ]);
  });
});

it("a page's health is its last good look, and what came of the newest", () => {
  const look = (at: number, state: Sighting["state"], readings: number): Sighting => ({
    seq: at,
    at,
    tab: 1,
    page: "goods_list",
    state,
    url: "",
    account: null,
    period: null,
    snapshot: readings > 0 ? `s${at}` : null,
    readings,
    unknownLabels: [],
    failed: state === "schema_changed" ? [{ check: "totals", expected: 3, seen: 2 }] : [],
  });
  const [line] = pageHealth([
    look(9, "loading", 0),
    look(8, "schema_changed", 0),
    look(7, "ok", 12),
    look(6, "ok", 40),
  ]);
  expect(line).toMatchObject({
    page: "goods_list",
    understood: 7,
    snapshot: "s7",
    newest: { at: 8, state: "schema_changed", failed: [{ check: "totals" }] },
  });
  expect(line?.expected).toContain("stock");
  expect(pageHealth([look(1, "loading", 0)])).toEqual([]);
});
