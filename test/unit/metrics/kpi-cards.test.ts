import { describe, expect, it } from "vitest";
import { kpiCards } from "../../../src/metrics/kpi-cards";
import { at, day, days, exact, Ledger, range, rounded } from "./sample-ledger";

const ME = "account:me";
const SHOP = "shop:s1";
const now = at("2026-11-21 20:00");
const pad = (number: number): string => String(number).padStart(2, "0");

const board = (ledger: Ledger, account?: string) => kpiCards(ledger, { now, ...(account ? { account } : {}) });
const house = () => new Ledger().entity(ME, "自家号").entity(SHOP, "自家店");

describe("cards", () => {
  it("say what, of whom, when, where from, and how it moved", () => {
    const ledger = house()
      .capture({
        at: "2026-11-20 09:00",
        page: "shop_data",
        account: SHOP,
        rows: [[SHOP, "pay_uv", exact(80), day("2026-11-19")]],
      })
      .capture({
        at: "2026-11-21 09:00",
        page: "shop_data",
        account: SHOP,
        rows: [[SHOP, "pay_uv", exact(100), day("2026-11-20")]],
      });
    expect(board(ledger).cards).toMatchObject([
      {
        metric: "pay_uv",
        name: { zh: "成交人数" },
        good: "up",
        entity: { key: SHOP, type: "shop", id: "s1", name: "自家店" },
        value: exact(100),
        period: day("2026-11-20"),
        kind: "day",
        page: "shop_data",
        snapshot: "s1",
        at: at("2026-11-21 09:00"),
        delta: { direction: "up", absolute: 20, relative: 0.25, against: { period: day("2026-11-19") } },
        series: [
          { day: "2026-11-19", value: exact(80), snapshot: "s0" },
          { day: "2026-11-20", value: exact(100), snapshot: "s1" },
        ],
        target: null,
        soFar: null,
        inputs: [],
      },
    ]);
  });

  it("show a corrected day with what it said before, and no correction where none was", () => {
    const told = (when: string, value: ReturnType<typeof exact>, of = "2026-11-19") =>
      ({ at: when, account: SHOP, rows: [[SHOP, "pay_uv", value, day(of)]] }) as const;
    const captures = [
      told("2026-11-19 22:00", exact(60)),
      told("2026-11-20 09:00", exact(80)),
      told("2026-11-20 12:00", exact(80)),
      told("2026-11-20 18:00", exact(84)),
      told("2026-11-21 09:00", exact(84)),
      told("2026-11-21 09:30", rounded(20, 10), "2026-11-20"),
      told("2026-11-21 10:00", exact(21), "2026-11-20"),
    ];
    // Rows need not come in the order of time.
    for (const rows of [captures, captures.toReversed()]) {
      const ledger = rows.reduce((each, capture) => each.capture(capture), house());
      const [card] = board(ledger).cards;
      expect(card?.series).toMatchObject([
        { value: exact(84), was: { value: exact(80), at: at("2026-11-20 12:00") } },
        { value: exact(21) },
      ]);
      expect(card?.series[1]).not.toHaveProperty("was");
    }
  });

  it("are one for each metric, on the kind of period that has a verdict", () => {
    const ledger = house()
      .capture({
        at: "2026-11-20 09:00",
        account: SHOP,
        rows: [
          [SHOP, "pay_uv", exact(80), day("2026-11-19")],
          [SHOP, "pay_uv", exact(500), days("2026-11-13", "2026-11-19")],
        ],
      })
      .capture({
        at: "2026-11-21 09:00",
        account: SHOP,
        rows: [
          [SHOP, "pay_uv", exact(90), day("2026-11-20")],
          [SHOP, "pay_uv", exact(510), days("2026-11-14", "2026-11-20")],
        ],
      });
    expect(board(ledger).cards).toMatchObject([{ metric: "pay_uv", kind: "day", value: exact(90) }]);
  });

  it("prefer a kind of period seen this week over an old verdict", () => {
    const ledger = house()
      .capture({ at: "2026-11-02 09:00", account: SHOP, rows: [[SHOP, "pay_uv", exact(80), day("2026-11-01")]] })
      .capture({ at: "2026-11-03 09:00", account: SHOP, rows: [[SHOP, "pay_uv", exact(90), day("2026-11-02")]] })
      .capture({
        at: "2026-11-21 09:00",
        account: SHOP,
        rows: [[SHOP, "pay_uv", exact(500), days("2026-11-14", "2026-11-20")]],
      });
    expect(board(ledger).cards).toMatchObject([{ kind: "7_days", delta: null }]);
  });

  it("show the last day that is over, and the one under way beside it", () => {
    const ledger = house()
      .capture({ at: "2026-11-20 09:00", account: SHOP, rows: [[SHOP, "pay_uv", exact(80), day("2026-11-19")]] })
      .capture({
        at: "2026-11-21 09:00",
        account: SHOP,
        rows: [
          [SHOP, "pay_uv", exact(90), day("2026-11-20")],
          [SHOP, "pay_uv", exact(12), day("2026-11-21")],
        ],
      });
    expect(board(ledger).cards).toMatchObject([
      { value: exact(90), delta: { direction: "up" }, soFar: { day: "2026-11-21", value: exact(12) } },
    ]);
  });

  it("draw at most 28 days", () => {
    const ledger = house();
    for (let date = 1; date <= 30; date++) {
      for (const month of ["10", "11"]) {
        if (month === "11" && date > 20) continue;
        const of = `2026-${month}-${pad(date)}`;
        const seen = month === "10" && date === 30 ? "2026-10-31" : `2026-${month}-${pad(date + 1)}`;
        ledger.capture({ at: `${seen} 09:00`, account: SHOP, rows: [[SHOP, "pay_uv", exact(date), day(of)]] });
      }
    }
    const series = board(ledger).cards[0]?.series;
    expect(series?.[0]?.day).toBe("2026-10-24");
    expect(series?.at(-1)?.day).toBe("2026-11-20");
    expect(series).toHaveLength(27);
  });

  it("come biggest certain change first, standstill next, no verdict last", () => {
    const ledger = house();
    for (const [seen, of, values] of [
      ["2026-11-20 09:00", "2026-11-19", [100, 100, 100, 12_000, 0]],
      ["2026-11-21 09:00", "2026-11-20", [110, 60, 100, 13_000, 4]],
    ] as const) {
      ledger.capture({
        at: seen,
        account: SHOP,
        rows: [
          [SHOP, "pay_uv", exact(values[0]), day(of)],
          [SHOP, "create_uv", exact(values[1]), day(of)],
          [SHOP, "cart_uv", exact(values[2]), day(of)],
          [SHOP, "product_exposure_cnt", rounded(values[3], 1000), day(of)],
          [SHOP, "coupon_uv", exact(values[4]), day(of)],
        ],
      });
    }
    expect(board(ledger).cards.map(({ metric }) => metric)).toEqual([
      "coupon_uv",
      "create_uv",
      "pay_uv",
      "cart_uv",
      "product_exposure_cnt",
    ]);
  });

  it("are of own accounts and shops only, and of the chosen one", () => {
    const ledger = house()
      .entity("talent:t1", "甲")
      .entity("shop:other", "对手店")
      .capture({ at: "2026-11-21 09:00", account: ME, rows: [[ME, "follower_count", exact(5)]] })
      .capture({
        at: "2026-11-21 09:00",
        account: SHOP,
        page: "talent_square",
        rows: [
          [SHOP, "pay_uv", exact(5), day("2026-11-20")],
          ["talent:t1", "follower_count", exact(50)],
          ["shop:other", "pay_gmv", range(1, 2)],
        ],
      });
    expect(
      board(ledger)
        .cards.map(({ entity }) => entity.key)
        .sort(),
    ).toEqual([ME, SHOP]);
    expect(board(ledger, ME).cards.map(({ entity }) => entity.key)).toEqual([ME]);
  });
});

describe("derived cards", () => {
  const totals = (of: string, play: number, forward: number) =>
    [
      [ME, "play_count", exact(play), day(of)],
      [ME, "forward_count", exact(forward), day(of)],
    ] as const;

  it("compute what no page shows, with their inputs, delta and target", () => {
    const ledger = house()
      .capture({ at: "2026-11-20 09:00", page: "post_data", account: ME, rows: totals("2026-11-19", 1000, 100) })
      .capture({ at: "2026-11-21 09:00", page: "post_data", account: ME, rows: totals("2026-11-20", 1000, 200) });
    const card = board(ledger).cards.find(({ metric }) => metric === "spread_share_rate");
    expect(card).toMatchObject({
      value: exact(0.2),
      unit: "ratio",
      delta: { direction: "up", absolute: 0.1, relative: 1 },
      target: { comparison: ">", value: 0.15, section: "B四", content: null, met: true },
      inputs: [
        { metric: "forward_count", value: exact(200), page: "post_data", snapshot: "s1" },
        { metric: "play_count", value: exact(1000), page: "post_data", snapshot: "s1" },
      ],
    });
  });

  it("never mix a rate that the page shows with a computed one", () => {
    const rows = (of: string) =>
      [
        [SHOP, "product_click_uv", exact(50), day(of)],
        [SHOP, "product_exposure_uv", exact(100), day(of)],
      ] as const;
    const ledger = house()
      .capture({
        at: "2026-11-20 09:00",
        account: SHOP,
        rows: [...rows("2026-11-19"), [SHOP, "exposure_click_rate", exact(0.4), day("2026-11-19")]],
      })
      .capture({ at: "2026-11-21 09:00", account: SHOP, rows: rows("2026-11-20") });
    const card = board(ledger).cards.find(({ metric }) => metric === "exposure_click_rate");
    expect(card).toMatchObject({ value: exact(0.4), period: day("2026-11-19"), delta: null, inputs: [] });
  });

  it("need all inputs of the same period", () => {
    const ledger = house().capture({
      at: "2026-11-21 09:00",
      account: ME,
      rows: [
        [ME, "play_count", exact(1000), day("2026-11-20")],
        [ME, "forward_count", exact(10), day("2026-11-19")],
      ],
    });
    expect(
      board(ledger)
        .cards.map(({ metric }) => metric)
        .sort(),
    ).toEqual(["forward_count", "play_count"]);
  });

  it("sum the list of posts when it was seen to its end, and only then", () => {
    const posts = (forward: number) =>
      [
        ["video:v1", "play_count", exact(600)],
        ["video:v1", "forward_count", exact(20)],
        ["video:v2", "play_count", exact(400)],
        ["video:v2", "forward_count", exact(forward)],
      ] as const;
    const ledger = house()
      .entity("video:v1", "一", { account: ME })
      .entity("video:v2", "二", { account: ME })
      .capture({ at: "2026-11-20 09:00", page: "post_list", account: ME, rows: posts(80) })
      .capture({ at: "2026-11-21 09:00", page: "post_list", account: ME, rows: posts(180) })
      .capture({
        at: "2026-11-21 10:00",
        page: "post_list",
        account: ME,
        complete: false,
        rows: posts(980).slice(0, 2),
      });
    const card = board(ledger).cards.find(({ metric }) => metric === "spread_share_rate");
    expect(card).toMatchObject({
      value: exact(0.2),
      period: null,
      delta: { absolute: 0.1, direction: "up" },
      snapshot: "s1",
    });
  });

  it.each([
    ["2026-10-22", 0.25],
    ["2026-10-19", 0.25],
    ["2026-10-18", null],
    ["2026-10-23", null],
  ])("tell the growth of 30 days from a count of %s", (before, growth) => {
    const ledger = house()
      .capture({ at: `${before} 09:00`, account: ME, rows: [[ME, "follower_count", exact(8000)]] })
      .capture({ at: "2026-11-21 09:00", account: ME, rows: [[ME, "follower_count", exact(10_000)]] });
    const card = board(ledger).cards.find(({ metric }) => metric === "monthly_follower_growth");
    if (growth === null) expect(card).toBeUndefined();
    else {
      expect(card).toMatchObject({
        value: exact(growth),
        target: { met: true },
        inputs: [{ value: exact(10_000) }, { value: exact(8000), at: at(`${before} 09:00`) }],
      });
    }
  });

  it("tell growth from rounded counts no closer than they allow", () => {
    const ledger = house()
      .capture({ at: "2026-10-22 09:00", account: ME, rows: [[ME, "follower_count", rounded(10_000, 1000)]] })
      .capture({ at: "2026-11-21 09:00", account: ME, rows: [[ME, "follower_count", rounded(12_000, 1000)]] });
    const card = board(ledger).cards.find(({ metric }) => metric === "monthly_follower_growth");
    // Between 11000/11000 and 13000/9000.
    expect(card).toMatchObject({ value: rounded(0.2, 0.2444444444), target: { met: null } });
  });

  it.each([exact(0), rounded(1000, 1000), range(0, 1000)])(
    "tell no growth from a count that may be zero (%j)",
    (before) => {
      const ledger = house()
        .capture({ at: "2026-10-22 09:00", account: ME, rows: [[ME, "follower_count", before]] })
        .capture({ at: "2026-11-21 09:00", account: ME, rows: [[ME, "follower_count", exact(12_000)]] });
      expect(board(ledger).cards.map(({ metric }) => metric)).toEqual(["follower_count"]);
    },
  );

  it("do not judge a target meant for one type of post", () => {
    const rows = [
      [ME, "play_count", exact(100), day("2026-11-20")],
      [ME, "like_count", exact(10), day("2026-11-20")],
      [ME, "fav_count", exact(10), day("2026-11-20")],
    ] as const;
    const ledger = house().capture({ at: "2026-11-21 09:00", account: ME, rows });
    const card = board(ledger).cards.find(({ metric }) => metric === "like_conversion_rate");
    expect(card?.target).toEqual({ comparison: ">", value: 0.08, section: "A二", content: "测评", met: null });
  });
});

describe("missing", () => {
  const missing = (ledger: Ledger, account?: string) =>
    new Map(board(ledger, account).missing.map((each) => [each.metric, each]));

  it("lists what the playbook watches and no page showed this week, with the pages that do", () => {
    const ledger = house()
      .capture({
        at: "2026-11-15 23:00",
        page: "shop_data",
        account: SHOP,
        rows: [[SHOP, "refund_rate", exact(0.1), day("2026-11-14")]],
      })
      .capture({
        at: "2026-11-16 00:10",
        page: "shop_data",
        account: SHOP,
        rows: [[SHOP, "product_exposure_uv", exact(9), day("2026-11-15")]],
      });
    const found = missing(ledger, SHOP);
    expect(found.get("refund_rate")).toMatchObject({
      name: { zh: "退款率" },
      pages: ["shop_data", "compass", "live_board"],
      lastSeen: at("2026-11-15 23:00"),
      inputs: [],
    });
    expect(found.has("product_exposure_uv")).toBe(false);
    expect(found.get("good_review_rate")).toMatchObject({ lastSeen: null });
  });

  it("names the inputs that a rate waits for", () => {
    const ledger = house().capture({
      at: "2026-11-21 09:00",
      account: ME,
      rows: [[ME, "play_count", exact(9), day("2026-11-20")]],
    });
    expect(missing(ledger, ME).get("like_conversion_rate")).toMatchObject({
      inputs: ["like_count", "fav_count"],
      pages: ["post_data", "post_list", "post_detail"],
      lastSeen: null,
    });
  });

  it("is about the chosen house: no shop figures for an account, no account figures for a shop", () => {
    const ledger = house()
      .capture({ at: "2026-11-21 09:00", account: ME, rows: [[ME, "follower_count", exact(9)]] })
      .capture({ at: "2026-11-21 09:00", account: SHOP, rows: [[SHOP, "pay_uv", exact(9), day("2026-11-20")]] });
    expect(missing(ledger, ME).has("max_online_uv")).toBe(true);
    expect(missing(ledger, ME).has("refund_rate")).toBe(false);
    expect(missing(ledger, ME).has("on_time_ship_rate")).toBe(false);
    expect(missing(ledger, SHOP).has("completion_rate")).toBe(false);
    expect(missing(ledger, SHOP).has("max_online_uv")).toBe(false);
    expect(missing(ledger, SHOP).has("on_time_ship_rate")).toBe(true);
  });

  it("does not take a talent's figures for one's own", () => {
    const ledger = house()
      .entity("talent:t1", "甲", { account: SHOP })
      .capture({ at: "2026-11-21 09:00", account: SHOP, rows: [["talent:t1", "pay_gmv_per_uv", range(100, 300)]] });
    expect(missing(ledger, SHOP).has("pay_gmv_per_uv")).toBe(true);
  });

  it("never asks for what only an import can give", () => {
    const found = missing(new Ledger());
    expect(found.size).toBeGreaterThan(5);
    expect(found.has("group_active_rate")).toBe(false);
    expect(found.has("ltv")).toBe(false);
  });
});
