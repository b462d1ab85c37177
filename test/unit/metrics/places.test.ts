import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { metricEntry, METRICS as STORED_PAGE_METRICS } from "../../../src/ledger/vocabulary";
import { ASSUMPTIONS, findAssumption, isAssumable } from "../../../src/metrics/assumptions";
import { DERIVATIONS, derivationOf } from "../../../src/metrics/derivations";
import { groupBy } from "../../../src/metrics/group-by";
import { INPUTS, PLAYBOOK } from "../../../src/metrics/playbook";
import { boundsOf, findMetric, METRICS, REGISTRY } from "../../../src/metrics/registry";
import { BROUGHT, sourcesOf, tierOf } from "../../../src/metrics/sources";
import { metricTable } from "../../harness/metric-table";
import { idsByLabel } from "./by-label";

describe("the registry has a place for", () => {
  it.each(PLAYBOOK.map((row) => [row.row, row.metric, row] as const))("%s %s", (_row, id, row) => {
    const metric = findMetric(id);
    const sources = sourcesOf(id);
    expect(metric?.entities.length).toBeGreaterThan(0);
    expect(metric?.unit).toBe(row.unit);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of row.from) if (source !== "page") expect(sources).toContain(source);
    if (sources.includes("derived")) expect(row.formula, "a derived metric states its formula").not.toBeNull();
  });

  it("every input of a formula, with a page or an import that gives it", () => {
    for (const { metric, inputs, assumptions } of DERIVATIONS) {
      for (const input of inputs) expect(sourcesOf(input).length, `${input} of ${metric}`).toBeGreaterThan(0);
      for (const id of assumptions) expect(findAssumption(id), id).not.toBeNull();
    }
  });

  it("each metric once, whether read, derived or brought", () => {
    expect(new Set(REGISTRY.map(({ id }) => id)).size).toBe(REGISTRY.length);
    expect(new Set(DERIVATIONS.map(({ metric }) => metric)).size).toBe(DERIVATIONS.length);
    for (const { serves } of INPUTS) expect(derivationOf(serves)).not.toBeNull();
  });

  it("the metrics of the three tiers", () => {
    const tiers = groupBy(
      PLAYBOOK.filter(({ tier }) => tier),
      ({ metric }) => tierOf(metric),
    );
    expect([...tiers].map(([tier, rows]) => [tier, rows.map(({ metric }) => metric)])).toEqual([
      ["basic", ["product_exposure_uv", "exposure_click_rate", "click_pay_rate"]],
      ["advanced", ["average_watch_seconds", "return_visit_days", "attach_rate"]],
      ["decision", ["ltv", "cpa", "inventory_turnover"]],
    ]);
  });
});

describe("the store's vocabulary", () => {
  it("knows every metric of the registry in the same unit, and takes from pages only what pages show", () => {
    for (const { id, unit, entities } of REGISTRY) expect(metricEntry(id)).toMatchObject({ unit, entities });
    for (const id of BROUGHT)
      expect(STORED_PAGE_METRICS.some((each) => each.id === id)).toBe(sourcesOf(id).includes("page"));
    expect(STORED_PAGE_METRICS.map(({ id }) => id)).toEqual(METRICS.map(({ id }) => id));
  });
});

describe("bounds", () => {
  it.each([
    ["pay_gmv", { min: 0, max: null }],
    ["refund_rate", { min: 0, max: 1 }],
    ["net_follower_count", { min: null, max: null }],
    ["monthly_follower_growth", { min: -1, max: null }],
    ["group_active_rate", { min: 0, max: 1 }],
    ["product_status", { min: null, max: null }],
  ])("of %s", (id, expected) => {
    const metric = findMetric(id);
    expect(metric && boundsOf(metric)).toEqual(expected);
  });

  it.each([
    ["gross_margin", 0.35, true],
    ["gross_margin", 35, false],
    ["promotion_spend", 100.5, false],
    ["promotion_spend", -1, false],
    ["lead_days", 7, true],
    ["lead_days", Number.NaN, false],
  ])("of %s %d: %s", (id, value, expected) => {
    const assumption = ASSUMPTIONS.find((each) => each.id === id);
    expect(assumption && isAssumable(assumption, value)).toBe(expected);
  });
});

describe("labels", () => {
  it("knows imported metrics by their names in both languages", () => {
    expect(idsByLabel("群活跃度")).toEqual(["group_active_rate"]);
    expect(idsByLabel("Group activity")).toEqual(["group_active_rate"]);
    expect(idsByLabel("推广花费(元)")).toEqual(["promotion_spend"]);
  });
});

it("assets/docs/metrics.md is what npm run docs writes", () => {
  const file = readFileSync(new URL("../../../assets/docs/metrics.md", import.meta.url), "utf8");
  expect(file).toBe(metricTable());
});
