import { describe, expect, it } from "vitest";
import { deltas } from "../../../src/metrics/deltas";
import fc from "../../harness/properties";
import { day, days, exact, Ledger, range, rounded } from "./sample-ledger";

const SHOP = "shop:#own";
const TALENT = "talent:t1";

describe("deltas", () => {
  it("compares yesterday's card with the day before it", () => {
    const ledger = new Ledger()
      .entity(SHOP, null)
      .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "pay_gmv", exact(120_000), day("2026-11-19")]] })
      .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_gmv", exact(150_000), day("2026-11-20")]] });
    expect(deltas(ledger)).toEqual([
      {
        entity: { type: "shop", id: null, name: null },
        metric: "pay_gmv",
        period: day("2026-11-20"),
        against: { kind: "previous_period", period: day("2026-11-19") },
        current: exact(150_000),
        previous: exact(120_000),
        direction: "up",
        absolute: 30_000,
        relative: 0.25,
        reason: null,
      },
    ]);
  });

  it("skips days that were not seen", () => {
    const ledger = new Ledger().entity(SHOP, null);
    for (const [seen, value, of] of [
      ["2026-11-10 09:00", 10, "2026-11-09"],
      ["2026-11-15 09:00", 20, "2026-11-14"],
      ["2026-11-21 09:00", 30, "2026-11-20"],
    ] as const) {
      ledger.capture({ at: seen, rows: [[SHOP, "pay_uv", exact(value), day(of)]] });
    }
    expect(deltas(ledger)).toMatchObject([{ period: day("2026-11-20"), against: { period: day("2026-11-14") } }]);
  });

  it("gives one delta for each kind of period and none between kinds", () => {
    const ledger = new Ledger().entity(SHOP, null);
    ledger.capture({
      at: "2026-11-14 09:00",
      rows: [
        [SHOP, "pay_uv", exact(1), day("2026-11-13")],
        [SHOP, "pay_uv", exact(7), days("2026-11-07", "2026-11-13")],
        [SHOP, "pay_uv", exact(30), days("2026-10-15", "2026-11-13")],
        [SHOP, "pay_uv", exact(9), days("2026-11-01", "2026-11-03")],
      ],
    });
    ledger.capture({
      at: "2026-11-21 09:00",
      rows: [
        [SHOP, "pay_uv", exact(2), day("2026-11-20")],
        [SHOP, "pay_uv", exact(8), days("2026-11-14", "2026-11-20")],
        [SHOP, "pay_uv", exact(40), days("2026-10-22", "2026-11-20")],
        [SHOP, "pay_uv", exact(12), days("2026-11-04", "2026-11-06")],
      ],
    });
    expect(deltas(ledger).map((each) => [each.period.from, each.direction, each.reason])).toEqual([
      ["2026-11-20", "up", null],
      ["2026-11-14", "up", null],
      ["2026-10-22", "unknown", "overlapping_periods"],
    ]);
  });

  it("reaches back to the nearest period that does not overlap", () => {
    const ledger = new Ledger().entity(SHOP, null);
    for (let end = 12; end <= 20; end++) {
      const period = days(`2026-11-${String(end - 6).padStart(2, "0")}`, `2026-11-${end}`);
      ledger.capture({ at: `2026-11-${end + 1} 09:00`, rows: [[SHOP, "pay_uv", exact(end), period]] });
    }
    expect(deltas(ledger)).toMatchObject([
      { period: days("2026-11-14", "2026-11-20"), against: { period: days("2026-11-07", "2026-11-13") }, absolute: 7 },
    ]);
  });

  it("says so when all earlier periods overlap, and names the nearest", () => {
    const ledger = new Ledger()
      .entity(SHOP, null)
      .capture({ at: "2026-11-19 09:00", rows: [[SHOP, "pay_uv", exact(70), days("2026-11-12", "2026-11-18")]] })
      .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "pay_uv", exact(75), days("2026-11-13", "2026-11-19")]] })
      .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_uv", exact(80), days("2026-11-14", "2026-11-20")]] });
    expect(deltas(ledger)).toMatchObject([
      { direction: "unknown", reason: "overlapping_periods", against: { period: days("2026-11-13", "2026-11-19") } },
    ]);
  });

  it("takes the latest revision of a period on both sides", () => {
    const ledger = new Ledger()
      .entity(SHOP, null)
      .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "pay_uv", exact(10), day("2026-11-19")]] })
      .capture({ at: "2026-11-20 18:00", rows: [[SHOP, "pay_uv", exact(14), day("2026-11-19")]] })
      .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_uv", exact(11), day("2026-11-20")]] })
      .capture({ at: "2026-11-21 10:00", rows: [[SHOP, "pay_uv", exact(21), day("2026-11-20")]] });
    expect(deltas(ledger)).toMatchObject([{ current: exact(21), previous: exact(14), absolute: 7, relative: 0.5 }]);
  });

  it("counts a content that came back as the last capture", () => {
    const ledger = new Ledger()
      .entity(SHOP, null)
      .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "follower_count", exact(100)]] })
      .capture({ at: "2026-11-21 09:00", again: "2026-11-21 12:00", rows: [[SHOP, "follower_count", exact(110)]] })
      .capture({ at: "2026-11-21 10:00", rows: [[SHOP, "follower_count", exact(105)]] });
    expect(deltas(ledger)).toMatchObject([{ current: exact(110), previous: exact(100) }]);
  });

  it("has no delta for one period, however often it was seen", () => {
    const ledger = new Ledger()
      .entity(SHOP, null)
      .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "pay_uv", exact(10), day("2026-11-19")]] })
      .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_uv", exact(12), day("2026-11-19")]] })
      .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "follower_count", exact(12)]] })
      .capture({ at: "2026-11-21 19:00", rows: [[SHOP, "follower_count", exact(13)]] });
    expect(deltas(ledger)).toEqual([]);
  });

  describe("a counter without a period", () => {
    it("compares the last captures of two Shanghai days, which are its periods", () => {
      const ledger = new Ledger()
        .entity(TALENT, "甲")
        .capture({ at: "2026-11-19 23:50", rows: [[TALENT, "live_count", exact(17)]] })
        .capture({ at: "2026-11-20 00:10", rows: [[TALENT, "live_count", exact(18)]] })
        .capture({ at: "2026-11-20 20:00", rows: [[TALENT, "live_count", exact(20)]] });
      expect(deltas(ledger)).toMatchObject([
        {
          entity: { type: "talent", id: "t1", name: "甲" },
          period: day("2026-11-20"),
          against: { period: day("2026-11-19") },
          current: exact(20),
          previous: exact(17),
          direction: "up",
          reason: null,
        },
      ]);
    });

    it("is a snapshot, not a day half over", () => {
      const ledger = new Ledger()
        .entity(TALENT, "甲")
        .capture({ at: "2026-11-20 08:00", rows: [[TALENT, "sales_gmv", range(5e7, 1e8)]] })
        .capture({ at: "2026-11-21 08:00", rows: [[TALENT, "sales_gmv", range(1e8, 5e8)]] });
      expect(deltas(ledger)).toMatchObject([{ direction: "up", absolute: null, relative: null, reason: null }]);
    });
  });

  describe("a day that is not over", () => {
    it("has no verdict", () => {
      const ledger = new Ledger()
        .entity(SHOP, null)
        .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_uv", exact(100), day("2026-11-20")]] })
        .capture({ at: "2026-11-21 09:01", rows: [[SHOP, "pay_uv", exact(20), day("2026-11-21")]] });
      expect(deltas(ledger)).toMatchObject([{ direction: "unknown", reason: "partial", period: day("2026-11-21") }]);
    });

    it("is over once it was captured again after it", () => {
      const ledger = new Ledger()
        .entity(SHOP, null)
        .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "pay_uv", exact(100), day("2026-11-19")]] })
        .capture({ at: "2026-11-20 09:01", rows: [[SHOP, "pay_uv", exact(20), day("2026-11-20")]] })
        .capture({ at: "2026-11-21 00:01", rows: [[SHOP, "pay_uv", exact(130), day("2026-11-20")]] });
      expect(deltas(ledger)).toMatchObject([{ direction: "up", reason: null, current: exact(130) }]);
    });

    it("gives no base either, when it was never captured again", () => {
      const ledger = new Ledger()
        .entity(SHOP, null)
        .capture({ at: "2026-11-19 09:00", rows: [[SHOP, "pay_uv", exact(20), day("2026-11-19")]] })
        .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_uv", exact(90), day("2026-11-20")]] });
      expect(deltas(ledger)).toMatchObject([{ direction: "unknown", reason: "partial", previous: exact(20) }]);
    });

    it("spoils seven days that end with it", () => {
      const ledger = new Ledger()
        .entity(SHOP, null)
        .capture({ at: "2026-11-14 09:00", rows: [[SHOP, "pay_uv", exact(20), days("2026-11-07", "2026-11-13")]] })
        .capture({ at: "2026-11-21 09:00", rows: [[SHOP, "pay_uv", exact(90), days("2026-11-15", "2026-11-21")]] });
      expect(deltas(ledger)).toMatchObject([{ direction: "unknown", reason: "partial" }]);
    });
  });

  it("has no delta for text", () => {
    const ledger = new Ledger()
      .entity("product:p", "茶")
      .capture({ at: "2026-11-20 09:00", rows: [["product:p", "product_status", exact("销售中")]] })
      .capture({ at: "2026-11-21 09:00", rows: [["product:p", "product_status", exact("已下架")]] });
    expect(deltas(ledger)).toEqual([]);
  });

  it("keeps entities and metrics apart", () => {
    const ledger = new Ledger()
      .entity(TALENT, "甲")
      .entity("talent:t2", "甲")
      .capture({
        at: "2026-11-20 09:00",
        rows: [
          [TALENT, "follower_count", rounded(12_000, 1000)],
          ["talent:t2", "follower_count", exact(500)],
        ],
      });
    ledger.capture({ at: "2026-11-21 09:00", rows: [[TALENT, "live_count", exact(500)]] });
    expect(deltas(ledger)).toEqual([]);
  });

  it("knows nothing of a number that one page shows in two ways, and all of it again from the next page", () => {
    const ledger = new Ledger()
      .entity(SHOP, null)
      .capture({ at: "2026-11-20 09:00", rows: [[SHOP, "pay_uv", exact(10), day("2026-11-19")]] })
      .capture({
        at: "2026-11-21 09:00",
        rows: [
          [SHOP, "pay_uv", exact(11), day("2026-11-20")],
          [SHOP, "pay_uv", exact(12), day("2026-11-20")],
          [SHOP, "pay_uv", exact(11), day("2026-11-20")],
        ],
      });
    expect(deltas(ledger)).toEqual([]);
    ledger.capture({ at: "2026-11-21 10:00", rows: [[SHOP, "pay_uv", exact(12), day("2026-11-20")]] });
    expect(deltas(ledger)).toMatchObject([{ current: exact(12), previous: exact(10) }]);
  });

  it("does not depend on the order of rows", () => {
    const ledger = new Ledger().entity(SHOP, null).entity(TALENT, "甲");
    for (let date = 11; date <= 20; date++) {
      ledger.capture({
        at: `2026-11-${date} 09:00`,
        rows: [
          [SHOP, "pay_uv", exact((date * 7) % 5), day(`2026-11-${date - 1}`)],
          [SHOP, "pay_uv", exact((date * 3) % 7), day(`2026-11-0${(date % 3) + 1}`)],
          [TALENT, "follower_count", rounded(date * 1000, 1000)],
        ],
      });
    }
    const inOrder = deltas(ledger);
    expect(inOrder).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(ledger.readings, { minLength: ledger.readings.length }), (readings) => {
        const shuffled = deltas({ ...ledger, entities: ledger.entities, snapshots: ledger.snapshots, readings });
        expect(new Set(shuffled.map((each) => JSON.stringify(each)))).toEqual(
          new Set(inOrder.map((each) => JSON.stringify(each))),
        );
      }),
      { numRuns: 50 },
    );
  });
});
