import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORMULAS } from "../../../src/metrics/formulas";
import { isMet, PLAYBOOK, playbookRows, thresholdOf } from "../../../src/metrics/playbook";
import { findMetric, METRICS } from "../../../src/metrics/registry";
import { idsByLabel } from "./by-label";
import { exact, range, rounded } from "./sample-ledger";

describe("registry", () => {
  it("has each metric once, named in both languages, with a page that shows it", () => {
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
    for (const { id, name, pages, labels, entities } of METRICS) {
      expect(name.zh, id).toMatch(/\p{Script=Han}/u);
      expect(name.en, id).toMatch(/^[A-Z][\x20-\x7e♡👍]*$/u);
      expect(pages.length && entities.length, id).toBeGreaterThan(0);
      // Whom a talent's page tells of is read by a rule, not by a label alone.
      expect(labels.length > 0, id).toBe(!id.startsWith("audience_"));
    }
    expect(new Set(METRICS.map(({ name }) => name.en)).size).toBe(METRICS.length);
  });

  it.each([
    ["成交金额", ["pay_gmv"]],
    ["成交金额(元)", ["pay_gmv"]],
    ["成交金额（元）", ["pay_gmv"]],
    [" 成交 金额 ", ["pay_gmv"]],
    ["曝光人数（人）", ["product_exposure_uv"]],
    ["商品 曝光人数 【人】", ["product_exposure_uv"]],
    ["新增关注", ["live_new_follow_uv"]],
    ["成交金额占比", []],
    ["", []],
  ])("finds %j", (label, expected) => {
    expect(idsByLabel(label)).toEqual(expected);
  });

  it("gives every meaning of a label that stands for several", () => {
    expect([...idsByLabel("总销量")].sort()).toEqual(["sold_count", "total_sold_count"]);
  });
});

describe("playbook", () => {
  it("names what the registry names, in the same unit", () => {
    for (const row of PLAYBOOK) {
      const metric = findMetric(row.metric);
      if (row.from.includes("page") && row.metric !== "views_per_viewer") expect(metric, row.metric).not.toBeNull();
      if (metric) expect(row.unit, row.metric).toBe(metric.unit);
    }
  });

  it("states the formulas that are computed", () => {
    for (const { metric, inputs } of FORMULAS) {
      const formula = playbookRows(metric).find((row) => row.formula !== null)?.formula ?? "";
      for (const input of inputs) expect(formula, metric).toContain(input);
    }
  });

  it("keeps ratios and ids within bounds", () => {
    for (const { metric, unit, target, section, row } of PLAYBOOK) {
      expect(metric).toMatch(/^[a-z_]+$/);
      expect(section).toBe(`${row[0]}${"一二三四五六七八"[Number(row[1]) - 1]}`);
      if (target && "value" in target && unit === "ratio") expect(target.value > 0 && target.value < 1).toBe(true);
      if (target && "shares" in target) {
        expect(target.shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 10);
      }
    }
  });

  // The targets as the source documents state them.
  it.each([
    ["completion_rate", ">", 0.6, "测评"],
    ["like_conversion_rate", ">", 0.08, "测评"],
    ["share_rate", ">", 0.05, "剧情"],
    ["spread_share_rate", ">", 0.15, null],
    ["monthly_follower_growth", ">", 0.2, null],
    ["first_response_minutes", "<=", 15, null],
    ["resolve_hours", "<=", 48, null],
    ["welcome_response_seconds", "<", 60, null],
    ["member_arpu_ratio", ">=", 3.2, null],
    ["vertical_content_share", ">=", 0.9, null],
  ])("wants %s %s %s", (metric, op, value, content) => {
    expect(thresholdOf(metric)).toMatchObject({ threshold: { op, value }, row: { content } });
  });

  it("has no number to want of a metric without one", () => {
    expect(thresholdOf("pay_gmv_per_uv")).toBeNull();
    expect(thresholdOf("stock")).toBeNull();
    expect(thresholdOf("content_mix")).toBeNull();
  });

  it.each([
    [">", exact(0.61), true],
    [">", exact(0.6), false],
    [">=", exact(0.6), true],
    ["<", exact(0.6), false],
    ["<=", exact(0.6), true],
    ["<=", exact(0.7), false],
    [">", rounded(0.6, 0.1), null],
    [">", rounded(0.8, 0.1), true],
    [">", range(0.5, 0.6), false],
    [">=", range(0.5, 0.6), null],
    [">=", range(0.6, null), true],
    ["<", range(null, 0.5), true],
    [">", exact("高"), null],
  ] as const)("%s 0.6 of %j is %s", (op, value, met) => {
    expect(isMet({ op, value: 0.6 }, value)).toBe(met);
  });

  it("is the file that the extension ships", () => {
    const file = JSON.parse(readFileSync(new URL("../../../assets/playbook.json", import.meta.url), "utf8"));
    expect(PLAYBOOK).toEqual(file.rows);
  });
});
