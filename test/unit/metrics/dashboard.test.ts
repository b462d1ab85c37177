import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/console/observation";
import { addDays } from "../../../src/metrics/calendar";
import { combine } from "../../../src/metrics/combined";
import { dashboard } from "../../../src/metrics/dashboard";
import { weekOf, weekReport } from "../../../src/metrics/week-report";
import { at, day, exact, Ledger, range } from "./sample-ledger";

const NOW = at("2026-11-21 12:00");
/** A shop seen every day for `days` days up to 2026-11-20; the last day as given. */
function shop(
  days: number,
  last: Record<string, Value>,
  more: (ledger: Ledger) => Ledger = (ledger) => ledger,
): Ledger {
  const ledger = new Ledger().entity("shop:s", "店", { account: "shop:s" });
  for (let back = days - 1; back >= 0; back--) {
    const date = addDays("2026-11-20", -back);
    const numbers = {
      product_exposure_uv: exact(1000 + (back % 3)),
      product_click_uv: exact(200),
      pay_uv: exact(20),
      pay_gmv: exact(20_000),
      ...(back === 0 ? last : {}),
    };
    ledger.capture({
      at: `${addDays(date, 1)} 09:00`,
      page: "shop_data",
      account: "shop:s",
      rows: Object.entries(numbers).map(([metric, value]) => ["shop:s", metric, value, day(date)] as const),
    });
  }
  return more(ledger);
}

describe("the dashboard", () => {
  it("sorts into tiers what is known, and says of the rest what would give it", () => {
    const [board] = dashboard(shop(30, {}), { now: NOW }).houses;
    const tier = (name: string) => board?.entries.filter((each) => each.tier === name).map(({ card }) => card.metric);
    expect(tier("basic")).toEqual(["product_exposure_uv", "exposure_click_rate", "click_pay_rate"]);
    const gap = (metric: string) => board?.gaps.find((each) => each.metric === metric);
    expect(gap("attach_rate")).toMatchObject({
      tier: "advanced",
      pages: [],
      inputs: [
        { metric: "pay_product_cnt", pages: ["shop_data", "compass", "live_board"] },
        { metric: "pay_order_cnt" },
      ],
    });
    expect(gap("ltv")).toMatchObject({
      inputs: [],
      assumptions: ["orders_per_buyer_year", "gross_margin", "customer_years"],
    });
    expect(gap("cpa")).toMatchObject({
      canBring: true,
      inputs: [{ metric: "promotion_spend", pages: [] }, { metric: "new_buyer_count" }],
    });
    expect(board?.entries.some(({ card }) => card.metric === "ltv")).toBe(false);
  });

  it("computes ltv as soon as its inputs are there", () => {
    const assumed = new Map([["shop:s", { orders_per_buyer_year: 4, gross_margin: 0.5, customer_years: 2 }]]);
    const [board] = dashboard(shop(3, {}), { now: NOW, assumed }).houses;
    expect(board?.entries.find(({ card }) => card.metric === "ltv")?.card).toMatchObject({
      value: exact(4000),
      unit: "fen",
      inputs: [{ metric: "pay_gmv_per_uv" }],
    });
  });

  it("takes the user's target before the playbook's, and none where the user wants none", () => {
    const ledger = shop(3, {}).entity("account:a", "号");
    for (const [date, count] of [
      ["2026-10-21", 1000],
      ["2026-11-20", 1100],
    ] as const)
      ledger.capture({
        at: `${date} 09:00`,
        account: "account:a",
        rows: [["account:a", "follower_count", exact(count)]],
      });
    const target = (targets: ReadonlyMap<string, number | null>) =>
      dashboard(ledger, { now: NOW, targets })
        .houses.flatMap(({ entries }) => entries)
        .find(({ card }) => card.metric === "monthly_follower_growth")?.card.target;
    expect(target(new Map())).toMatchObject({ value: 0.2, section: "B四", met: false });
    expect(target(new Map([["monthly_follower_growth", 0.05]]))).toMatchObject({ value: 0.05, section: "", met: true });
    expect(target(new Map([["monthly_follower_growth", null]]))).toBeNull();
  });
});

describe("the funnel", () => {
  it("says where it leaks, against its own middle", () => {
    const [board] = dashboard(shop(30, { pay_uv: exact(8) }), { now: NOW }).houses;
    expect(board?.funnel).toMatchObject({
      period: day("2026-11-20"),
      leak: "click_pay_rate",
      rates: [{ direction: "up" }, { value: exact(0.04), usual: exact(0.1), direction: "down", relative: -0.6 }],
    });
  });
  it.each<[string, number, Record<string, Value>, unknown]>([
    ["no leak when nothing fell", 30, {}, { leak: null }],
    [
      "no leak while there is no usual",
      5,
      { pay_uv: exact(8) },
      { leak: null, rates: [{ usual: null }, { usual: null }] },
    ],
    ["no funnel of steps that grow", 30, { pay_uv: exact(500) }, null],
    [
      "no leak when a rate is a hair under its usual",
      30,
      { pay_uv: exact(9_999), product_click_uv: exact(100_000), product_exposure_uv: exact(500_000) },
      { leak: null, rates: [{}, { direction: "down" }] },
    ],
    ["no leak within a tier", 30, { pay_uv: range(5, 30) }, { leak: null }],
  ])("has %s", (_what, days, last, expected) => {
    const [board] = dashboard(shop(days, last), { now: NOW }).houses;
    if (expected === null) expect(board?.funnel).toBeNull();
    else expect(board?.funnel).toMatchObject(expected as object);
  });
});

describe("sums over shops", () => {
  const two = shop(3, {}).entity("shop:t", "二店", { account: "shop:t" });
  two.capture({
    at: "2026-11-21 10:00",
    page: "shop_data",
    account: "shop:t",
    rows: [
      ["shop:t", "pay_gmv", exact(500), day("2026-11-20")],
      ["shop:t", "pay_uv", exact(5), day("2026-11-20")],
    ],
  });
  it("add money up and never people", () => {
    const { combined } = dashboard(two, { now: NOW });
    expect(combined.map(({ metric, value }) => [metric, value])).toEqual([["pay_gmv", exact(20_500)]]);
  });
  it("are none while one shop's number is of another day", () => {
    const { houses } = dashboard(two, { now: NOW });
    const cards = houses.flatMap(({ entries }) => entries.map(({ card }) => card));
    const moved = cards.map((card) => (card.entity.key === "shop:t" ? { ...card, period: day("2026-11-19") } : card));
    expect(combine(moved)).toEqual([]);
  });
});

describe("the week's report", () => {
  const week = weekOf("2026-11-18");
  it("sums what adds up, takes the middle of what does not, and says on how many days", () => {
    const report = weekReport(shop(20, {}), week, {});
    expect(week).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    const line = (metric: string) => report.lines.find((each) => each.metric === metric);
    expect(line("pay_gmv")).toMatchObject({ value: exact(100_000), how: "sum", days: 5, change: null });
    expect(line("pay_gmv")?.before).toMatchObject({ value: exact(140_000), days: 7 });
    expect(line("click_pay_rate")).toMatchObject({ value: exact(0.1), how: "middle", change: { direction: "flat" } });
    expect(report.gaps.map(({ metric }) => metric)).toEqual(
      ["average_watch_seconds", "return_visit_days", "attach_rate", "ltv", "cpa", "inventory_turnover"].filter(
        (metric) => metric !== "average_watch_seconds",
      ),
    );
  });
  it("compares whole weeks, biggest change first", () => {
    const report = weekReport(shop(30, {}), weekOf("2026-11-11"), {});
    expect(report.lines.find(({ metric }) => metric === "pay_gmv")?.change).toMatchObject({ direction: "flat" });
    expect(report.movers).toEqual([]);
  });
  it("prefers a page that speaks of that very week", () => {
    const ledger = shop(20, {}).capture({
      at: "2026-11-16 09:00",
      page: "shop_data",
      account: "shop:s",
      rows: [["shop:s", "pay_gmv", exact(150_000), weekOf("2026-11-11")]],
    });
    expect(weekReport(ledger, weekOf("2026-11-11"), {}).lines.find(({ metric }) => metric === "pay_gmv")).toMatchObject(
      { how: "page", value: exact(150_000) },
    );
  });
});
