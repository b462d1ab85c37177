import { describe, expect, it } from "vitest";
import { competitorBoard } from "../../../src/competitors/competitor-board";
import { at, exact, Ledger, range, rounded } from "../metrics/sample-ledger";

const now = at("2026-11-21 20:00");
const talents = () =>
  new Ledger()
    .entity("talent:a", "甲", { link: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=a" })
    .entity("talent:b", "乙")
    .entity("talent:c", "丙")
    .entity("talent:d", "丁");

describe("the watch board", () => {
  it("says how many of the watched were seen in the ISO week", () => {
    const ledger = talents()
      .capture({ at: "2026-11-15 23:59", page: "talent_square", rows: [["talent:a", "live_count", exact(1)]] })
      .capture({
        at: "2026-11-16 00:00",
        page: "talent_square",
        rows: [
          ["talent:b", "live_count", exact(1)],
          ["talent:c", "live_count", exact(1)],
        ],
      });
    const board = competitorBoard(ledger, ["talent:a", "talent:b", "talent:d"], now);
    expect(board).toMatchObject({ week: "2026-W47", seen: 1, of: 3 });
    expect(board.rows.map(({ key, watched, seenThisWeek }) => [key, watched, seenThisWeek])).toEqual([
      ["talent:a", true, false],
      ["talent:b", true, true],
      ["talent:c", false, true],
    ]);
  });

  it("puts the biggest certain change first, then possible ones, then the user's order", () => {
    const rows = (a: number, b: number, c: number) =>
      [
        ["talent:a", "live_count", exact(a)],
        ["talent:b", "live_count", exact(b)],
        ["talent:c", "follower_count", rounded(c, 1000)],
        ["talent:d", "live_count", exact(4)],
      ] as const;
    const ledger = talents()
      .capture({ at: "2026-11-18 09:00", page: "talent_square", rows: rows(10, 10, 2000) })
      .capture({ at: "2026-11-20 09:00", page: "talent_square", rows: rows(11, 15, 3000) });
    const order = competitorBoard(ledger, ["talent:d", "talent:c", "talent:a", "talent:b"], now).rows.map(
      ({ key }) => key,
    );
    expect(order).toEqual(["talent:b", "talent:a", "talent:c", "talent:d"]);
  });

  it("gives what a line needs: names, units, direction, days, and tiers as ranges", () => {
    const ledger = talents()
      .capture({
        at: "2026-11-13 09:00",
        page: "talent_square",
        rows: [
          ["talent:a", "sales_gmv", range(5e7, 1e8)],
          ["talent:a", "talent_score", exact(4.9)],
        ],
      })
      .capture({ at: "2026-11-20 09:00", page: "talent_detail", rows: [["talent:a", "sales_gmv", range(1e8, null)]] });
    expect(competitorBoard(ledger, ["talent:a"], now).rows).toMatchObject([
      {
        key: "talent:a",
        id: "a",
        name: "甲",
        type: "talent",
        link: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=a",
        weeks: ["2026-W46", "2026-W47"],
        lastSeen: at("2026-11-20 09:00"),
        between: { from: "2026-11-13", to: "2026-11-20" },
        goods: 0,
        changes: [
          {
            kind: "metric",
            metric: "sales_gmv",
            name: { zh: "带货销售总额" },
            from: range(5e7, 1e8),
            to: range(1e8, null),
            certainty: "certain",
            direction: "up",
          },
        ],
        latest: [
          {
            metric: "sales_gmv",
            value: range(1e8, null),
            page: "talent_detail",
            period: null,
            at: at("2026-11-20 09:00"),
          },
          { metric: "talent_score", value: exact(4.9), page: "talent_square", at: at("2026-11-13 09:00") },
        ],
      },
    ]);
  });

  it("has no days to compare for one seen once", () => {
    const ledger = talents().capture({ at: "2026-11-20 09:00", rows: [["talent:a", "live_count", exact(1)]] });
    expect(competitorBoard(ledger, [], now)).toMatchObject({ seen: 0, of: 0, rows: [{ between: null, changes: [] }] });
  });
});
