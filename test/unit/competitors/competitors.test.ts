import { describe, expect, it } from "vitest";
import { competitors } from "../../../src/competitors/competitors";
import { at, days, exact, Ledger, range, rounded } from "../metrics/sample-ledger";

const OWN = "shop:own";
const JIA = "talent:t1";
const DETAIL = "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1";

const look = (wall: string, rows: Parameters<Ledger["capture"]>[0]["rows"], complete = true) =>
  ({ at: wall, page: "talent_detail", url: DETAIL, account: OWN, complete, rows }) as const;

const goods = (ledger: Ledger, ...names: string[]): Ledger => {
  for (const name of names)
    ledger.entity(`product:${name}@${JIA}`, name, { owner: JIA, account: OWN, firstSeen: at("2026-11-20 09:00") });
  return ledger;
};
const priced = (name: string, fen: number) => [`product:${name}@${JIA}`, "price", exact(fen)] as const;

const changesOf = (ledger: Ledger) => competitors(ledger)[0]?.changes;

describe("who is a competitor", () => {
  it("is every talent, and every shop but the own one", () => {
    const ledger = new Ledger()
      .entity(OWN, "自家店")
      .entity("account:me", "自家号")
      .entity(JIA, "甲", { account: OWN })
      .entity("shop:s2", "对手店")
      .entity("product:mine", "茶", { account: OWN })
      .capture({
        at: "2026-11-20 09:00",
        page: "talent_square",
        account: OWN,
        rows: [
          [JIA, "follower_count", rounded(12_000, 1000)],
          ["shop:s2", "pay_gmv", range(1e7, 5e7)],
        ],
      })
      .capture({
        at: "2026-11-20 08:00",
        page: "shop_data",
        account: OWN,
        rows: [
          [OWN, "pay_gmv", exact(100)],
          ["account:me", "follower_count", exact(100)],
          ["product:mine", "price", exact(100)],
        ],
      });
    expect(competitors(ledger)).toEqual([
      { id: "t1", name: "甲", type: "talent", weeks: ["2026-W47"], changes: [] },
      { id: "s2", name: "对手店", type: "shop", weeks: ["2026-W47"], changes: [] },
    ]);
  });

  it("counts one that is known by its goods alone", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶").capture(look("2026-11-20 09:00", [priced("茶", 100)]));
    expect(competitors(ledger)).toMatchObject([{ id: "t1", name: "甲", weeks: ["2026-W47"] }]);
  });

  it("leaves out one without name and id, and takes the id for a missing name", () => {
    const ledger = new Ledger()
      .entity("talent:#x", null)
      .entity("talent:t9", null)
      .capture(
        look("2026-11-20 09:00", [
          ["talent:#x", "live_count", exact(1)],
          ["talent:t9", "live_count", exact(1)],
        ]),
      );
    expect(competitors(ledger)).toMatchObject([{ id: "t9", name: "t9" }]);
  });

  it("keeps two of one name apart and follows one through a new name", () => {
    const ledger = new Ledger()
      .entity("talent:t1", "新名")
      .entity("talent:t2", "新名")
      .capture(look("2026-11-19 09:00", [["talent:t1", "live_count", exact(1)]]))
      .capture(
        look("2026-11-20 09:00", [
          ["talent:t1", "live_count", exact(5)],
          ["talent:t2", "live_count", exact(90)],
        ]),
      );
    const found = competitors(ledger);
    expect(found.map(({ id, name, changes }) => [id, name, changes.length])).toEqual(
      expect.arrayContaining([
        ["t1", "新名", 1],
        ["t2", "新名", 0],
      ]),
    );
  });
});

describe("weeks", () => {
  it("are ISO weeks in Shanghai time, oldest first, each once", () => {
    const ledger = new Ledger().entity(JIA, "甲");
    for (const wall of [
      "2026-11-16 00:10",
      "2026-11-15 23:50",
      "2026-11-22 23:59",
      "2026-01-01 12:00",
      "2027-01-03 12:00",
    ]) {
      ledger.capture(look(wall, [[JIA, "live_count", exact(1)]]));
    }
    expect(competitors(ledger)[0]?.weeks).toEqual(["2026-W01", "2026-W46", "2026-W47", "2026-W53"]);
  });
});

describe("changes of metrics", () => {
  it("lie between the two newest days, last capture of each", () => {
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(look("2026-11-01 09:00", [[JIA, "live_count", exact(1)]]))
      .capture(look("2026-11-18 09:00", [[JIA, "live_count", exact(10)]]))
      .capture(look("2026-11-18 21:00", [[JIA, "live_count", exact(12)]]))
      .capture(
        look("2026-11-20 09:00", [
          [JIA, "live_count", exact(15)],
          [JIA, "buyer_count", exact(3)],
        ]),
      );
    expect(changesOf(ledger)).toEqual([
      { kind: "metric", metric: "live_count", from: exact(12), to: exact(15), certainty: "certain" },
    ]);
  });

  it.each([
    ["the next tier", range(5e7, 1e8), range(1e8, 5e8), "certain"],
    ["tiers cut anew", range(5e7, 1e8), range(1e7, 1e8), "possible"],
    ["one rounding step", rounded(12_000, 1000), rounded(13_000, 1000), "possible"],
    ["two rounding steps", rounded(12_000, 1000), rounded(14_000, 1000), "certain"],
    ["a fall", exact(18), exact(17), "certain"],
    ["the same tier", range(5e7, 1e8), range(5e7, 1e8), null],
    ["the same rounding", rounded(12_000, 1000), rounded(12_000, 1000), null],
    ["the same number", exact(18), exact(18), null],
    ["a tier that holds the number shown before", rounded(12_000, 1000), range(10_000, 100_000), null],
    ["a tier that only meets the number shown before", rounded(12_000, 1000), range(12_000, 100_000), "possible"],
    ["over the 万 line", exact(9800), rounded(10_000, 1000), "possible"],
    ["the same number, shown shorter", exact(12_000), rounded(12_000, 1000), "possible"],
    ["another text", exact("服饰内衣"), exact("服饰内衣、美妆"), "certain"],
  ] as const)("%s", (_what, from, to, certainty) => {
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(look("2026-11-19 09:00", [[JIA, "sales_gmv", from]]))
      .capture(look("2026-11-20 09:00", [[JIA, "sales_gmv", to]]));
    expect(changesOf(ledger)).toEqual(certainty ? [{ kind: "metric", metric: "sales_gmv", from, to, certainty }] : []);
  });

  it("lie between periods of one length only", () => {
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(look("2026-11-19 09:00", [[JIA, "watch_uv", exact(100), days("2026-10-01", "2026-11-18")]]))
      .capture(look("2026-11-20 09:00", [[JIA, "watch_uv", exact(300), days("2026-08-22", "2026-11-19")]]));
    expect(changesOf(ledger)).toEqual([]);
  });

  it("come certain first, then biggest", () => {
    const rows = (a: number, b: number, c: number) =>
      [
        [JIA, "live_count", exact(a)],
        [JIA, "video_count", exact(b)],
        [JIA, "follower_count", rounded(c, 1000)],
      ] as const;
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(look("2026-11-19 09:00", rows(100, 100, 1000)))
      .capture(look("2026-11-20 09:00", rows(110, 150, 2000)));
    expect(changesOf(ledger)?.map(({ metric }) => metric)).toEqual(["video_count", "live_count", "follower_count"]);
  });
});

describe("a new form of content", () => {
  const day = (wall: string, live: number | null, video: number | null) =>
    look(wall, [
      ...(live === null ? [] : [[JIA, "live_count", exact(live)] as const]),
      ...(video === null ? [] : [[JIA, "video_count", exact(video)] as const]),
    ]);

  it("is one that stood at zero", () => {
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(day("2026-11-19 09:00", 18, 0))
      .capture(day("2026-11-20 09:00", 18, 3));
    expect(changesOf(ledger)).toContainEqual({
      kind: "form",
      metric: "video_count",
      from: exact(0),
      to: exact(3),
      certainty: "certain",
    });
  });

  it("is not one that was not seen before", () => {
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(day("2026-11-19 09:00", 18, null))
      .capture(day("2026-11-20 09:00", 18, 3));
    expect(changesOf(ledger)).toEqual([]);
  });
});

describe("a form of content in tiers", () => {
  it("is not new when it may have been there", () => {
    const ledger = new Ledger()
      .entity(JIA, "甲")
      .capture(look("2026-11-19 09:00", [[JIA, "video_sales_gmv", range(0, 100_000)]]))
      .capture(look("2026-11-20 09:00", [[JIA, "video_sales_gmv", range(100_000, 500_000)]]));
    expect(changesOf(ledger)?.map(({ kind }) => kind)).toEqual(["metric"]);
  });
});

describe("goods", () => {
  it("are new, gone and dearer when both lists were seen to the end", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶", "杯", "壶")
      .capture(look("2026-11-19 09:00", [priced("茶", 9900), priced("杯", 2000)]))
      .capture(look("2026-11-20 09:00", [priced("茶", 10_900), priced("壶", 30_000)]));
    const changes = changesOf(ledger);
    expect(changes).toHaveLength(3);
    expect(changes).toEqual(
      expect.arrayContaining([
        { kind: "goods_new", item: "壶", from: null, to: null, certainty: "certain" },
        { kind: "goods_gone", item: "杯", from: null, to: null, certainty: "certain" },
        { kind: "price", item: "茶", from: exact(9900), to: exact(10_900), certainty: "certain" },
      ]),
    );
  });

  it.each([
    [true, false],
    [false, true],
    [false, false],
  ])("are never gone from a half loaded list (first day to the end: %s, second: %s)", (first, second) => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶", "杯")
      .capture(look("2026-11-19 09:00", [priced("茶", 1), priced("杯", 2)], first))
      .capture(look("2026-11-20 09:00", [priced("茶", 1)], second));
    expect(changesOf(ledger)).toEqual([]);
  });

  it("are only possibly new after a half loaded list, and not new when seen on an earlier day", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶", "杯", "壶")
      .entity(`product:壶@${JIA}`, "壶", { owner: JIA, firstSeen: 0 })
      .capture(look("2026-11-19 09:00", [priced("茶", 1)], false))
      .capture(look("2026-11-20 09:00", [priced("茶", 1), priced("杯", 2), priced("壶", 3)]));
    expect(changesOf(ledger)).toEqual([{ kind: "goods_new", item: "杯", from: null, to: null, certainty: "possible" }]);
  });

  it("are not compared with a day on which no goods were seen", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶")
      .capture(look("2026-11-19 09:00", [[JIA, "live_count", exact(1)]]))
      .capture(look("2026-11-20 09:00", [[JIA, "live_count", exact(1)], priced("茶", 1)]));
    expect(changesOf(ledger)).toEqual([]);
  });

  it("of another list on the same day prove nothing", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶", "杯")
      .capture(look("2026-11-19 09:00", [priced("茶", 1), priced("杯", 1)]))
      .capture({ ...look("2026-11-20 09:00", [priced("茶", 1)]), url: `${DETAIL}&tab=live` });
    expect(changesOf(ledger)).toEqual([]);
  });

  it("are compared where the address differs in more than the tab", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲"), "茶", "杯")
      .capture({
        ...look("2026-11-19 09:00", [priced("茶", 1), priced("杯", 1)]),
        url: `${DETAIL}&tab=goods&from=list`,
      })
      .capture({ ...look("2026-11-20 09:00", [priced("茶", 1)]), url: `${DETAIL}/new?tab=goods` });
    expect(changesOf(ledger)?.map(({ kind, item }) => [kind, item])).toEqual([["goods_gone", "杯"]]);
  });

  it("of one talent say nothing of the other's", () => {
    const ledger = goods(new Ledger().entity(JIA, "甲").entity("talent:t2", "乙"), "茶", "杯")
      .entity("product:杯@talent:t2", "杯", { owner: "talent:t2" })
      .capture(look("2026-11-19 09:00", [priced("茶", 1), priced("杯", 1)]))
      .capture(look("2026-11-20 09:00", [priced("茶", 1), ["product:杯@talent:t2", "price", exact(1)]]));
    const jia = competitors(ledger).find(({ id }) => id === "t1");
    expect(jia?.changes).toEqual([{ kind: "goods_gone", item: "杯", from: null, to: null, certainty: "certain" }]);
  });
});
