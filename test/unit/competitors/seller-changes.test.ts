import { describe, expect, it } from "vitest";
import { nextReminder, weekBoard, weekSpan, weeksUntil } from "../../../src/competitors/week-board";
import type { ObservedEntity, Value } from "../../../src/console/observation";
import { changesOf } from "../../../src/ui/data/rivals/changes";
import { bandsOf, marketWeeks, overlaps, sameGoodsWeek, structures } from "../../../src/ui/data/rivals/market";
import { contentWatch, ranksOf } from "../../../src/ui/data/rivals/trends";
import { watchBoardOf } from "../../../src/ui/data/rivals/watch-board";
import { capture, exact, freshLedger, observation, reading, shanghai } from "../ledger/sample";

const owner = { type: "talent", id: "t1", name: "老金茶庄" } as const;
const tier = (min: number, max: number): Value => ({ precision: "range", min, max });
type Row = readonly [id: string, price: number, sold: number];

function page(
  own: readonly (readonly [metric: string, value: Value | number])[],
  goods: readonly Row[],
  complete = true,
) {
  const things = goods.map(([id]): ObservedEntity => ({ type: "product", id, name: `茶${id} 250g`, owner }));
  return observation(
    [{ ...owner, link: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1" }, ...things],
    [
      ...own.map(([metric, value]) => reading(0, metric, value)),
      ...goods.flatMap(([, price, sold], at) => [reading(at + 1, "price", price), reading(at + 1, "sold_count", sold)]),
    ],
    {
      page: "talent_detail",
      url: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1",
      account: { id: null, name: "山里人家旗舰店" },
      complete,
    },
  );
}
const ownGoods = (goods: readonly Row[]) =>
  observation(
    goods.map(([id]): ObservedEntity => ({ type: "product", id: `own${id}`, name: `茶${id} 250g` })),
    goods.flatMap(([, price, sold], at) => [reading(at, "price", price), reading(at, "sold_count", sold)]),
    {
      page: "goods_list",
      url: "https://store.weixin.qq.com/shop/goods/list",
      account: { id: null, name: "山里人家旗舰店" },
    },
  );

async function watching() {
  const all = freshLedger();
  await all.writer.putNotes([{ kind: "rival", id: "talent:t1", fields: { entity: "talent:t1", order: 1 } }], 1);
  return all;
}
const told = (found: Awaited<ReturnType<typeof changesOf>>) =>
  found.flatMap(({ changes }) => changes.map(({ kind, metric, item, certainty }) => [kind, metric ?? item, certainty]));

describe("changes between two days", () => {
  it("are told between the two last looks, since a day, and between any two", async () => {
    const { writer, ledger } = await watching();
    await writer.keep(
      page(
        [
          ["sales_gmv", tier(1000, 5000)],
          ["live_count", 3],
        ],
        [["1", 900, 5]],
      ),
      capture("2026-11-02T10:00"),
    );
    await writer.keep(
      page(
        [
          ["sales_gmv", tier(5000, 9000)],
          ["live_count", 4],
        ],
        [["1", 900, 6]],
      ),
      capture("2026-11-10T10:00"),
    );
    await writer.keep(
      page(
        [
          ["sales_gmv", tier(5000, 9000)],
          ["live_count", 9],
        ],
        [
          ["1", 800, 7],
          ["2", 500, 1],
        ],
      ),
      capture("2026-11-18T10:00"),
    );
    const last = told(await changesOf(ledger, "seen"));
    expect(last).toHaveLength(4);
    expect(last).toEqual(
      expect.arrayContaining([
        ["metric", "live_count", "certain"],
        ["goods_new", "茶2 250g", "certain"],
        ["price", "茶1 250g", "certain"],
        ["pace", "live_count", "certain"],
      ]),
    );
    const month = told(await changesOf(ledger, { from: "2026-11-02", to: "2026-11-18" }));
    expect(month).toContainEqual(["metric", "sales_gmv", "certain"]);
    expect(await changesOf(ledger, { from: "2026-11-18", to: "2026-11-25" })).toMatchObject([{ changes: [] }]);
  });

  it("never call goods gone that a list half loaded did not show", async () => {
    const { writer, ledger } = await watching();
    await writer.keep(
      page(
        [],
        [
          ["1", 900, 5],
          ["2", 900, 5],
        ],
      ),
      capture("2026-11-02T10:00"),
    );
    await writer.keep(page([], [["1", 900, 5]], false), capture("2026-11-10T10:00"));
    expect(told(await changesOf(ledger, "seen"))).toEqual([]);
    await writer.keep(page([["live_count", 1]], [["1", 900, 5]]), capture("2026-11-11T10:00"));
    expect(told(await changesOf(ledger, { from: "2026-11-02", to: "2026-11-11" }))).toEqual([
      ["goods_gone", "茶2 250g", "certain"],
    ]);
  });

  it("say that tiers may have been cut anew when their bounds overlap", async () => {
    const { writer, ledger } = await watching();
    await writer.keep(page([["sales_gmv", tier(1000, 5000)]], []), capture("2026-11-02T10:00"));
    await writer.keep(page([["sales_gmv", tier(1000, 3000)]], []), capture("2026-11-10T10:00"));
    const [found] = await changesOf(ledger, "seen");
    expect(found?.changes).toMatchObject([{ certainty: "possible", retiered: true, direction: "other" }]);
  });

  it("are silent where the user muted a field or set a change aside", async () => {
    const { writer, ledger } = await watching();
    await writer.keep(
      page(
        [
          ["live_count", 1],
          ["video_count", 1],
        ],
        [],
      ),
      capture("2026-11-02T10:00"),
    );
    await writer.keep(
      page(
        [
          ["live_count", 3],
          ["video_count", 2],
        ],
        [],
      ),
      capture("2026-11-10T10:00"),
    );
    const [before] = await changesOf(ledger, "seen");
    expect(before?.changes).toHaveLength(2);
    await writer.putNotes([{ kind: "rival_mute", id: "live_count *", fields: { on: true } }], 5);
    const [muted] = await changesOf(ledger, "seen");
    expect(muted?.changes.map(({ metric }) => metric)).toEqual(["video_count"]);
    await writer.putNotes([{ kind: "rival_dismissed", id: muted?.changes[0]?.id ?? "", fields: { at: 5 } }], 6);
    expect((await changesOf(ledger, "seen"))[0]?.changes).toEqual([]);
    const board = await watchBoardOf(ledger, shanghai("2026-11-20T10:00"));
    expect(board).toMatchObject({ seen: 0, of: 1, rows: [{ changes: [], lastDay: "2026-11-10" }] });
  });
});

describe("goods of a week", () => {
  it("come to shares, overlaps and same goods as worked out by hand", async () => {
    const { writer, ledger } = await watching();
    // Ours: 1 at ￥10, 2 at ￥30. Theirs: 1 at ￥10, 3 at ￥10, 4 at ￥30, 5 at ￥30; sold 6, 2, 1, 1 of 10.
    await writer.keep(
      ownGoods([
        ["1", 1000, 3],
        ["2", 3000, 1],
      ]),
      capture("2026-11-17T10:00"),
    );
    await writer.keep(
      page(
        [],
        [
          ["1", 1000, 6],
          ["3", 1000, 2],
          ["4", 3000, 1],
          ["5", 3000, 1],
        ],
      ),
      capture("2026-11-18T10:00"),
    );
    await writer.putNotes([{ kind: "rival_bands", id: "price", fields: { edges: [2000] } }], 2);
    const [market] = await marketWeeks(ledger, ["2026-W47"]);
    if (!market) throw new Error("no market");
    const bands = bandsOf(market, await ledger.notes("rival_bands"));
    const [ours, theirs] = structures(market, bands);
    expect([ours?.cr1, theirs?.cr1, theirs?.cr3, theirs?.hhi]).toEqual([
      { low: 0.75, high: 0.75 },
      { low: 0.6, high: 0.6 },
      { low: 0.9, high: 0.9 },
      { low: 0.42, high: 0.42 },
    ]);
    expect(theirs?.bands.map(({ count }) => count.low)).toEqual([2, 2]);
    expect(overlaps(market, bands)[0]?.[1]).toEqual({ low: 1, high: 1 });
    const same = await sameGoodsWeek(ledger, market, new Map());
    // One of 2 + 4 − 1 things is sold by both.
    expect(same.jaccard[0]?.[1]).toMatchObject({ low: 0.2 });
    expect((await marketWeeks(ledger, ["2026-W46"]))[0]?.sellers.map(({ goods }) => goods.goods.length)).toEqual([
      0, 0,
    ]);
  });
});

describe("weeks", () => {
  it("are counted in ISO weeks of Shanghai", () => {
    expect(weeksUntil("2027-01-01", 3)).toEqual(["2026-W51", "2026-W52", "2026-W53"]);
    expect(weekSpan("2026-W53")).toEqual({ monday: "2026-12-28", sunday: "2027-01-03" });
    expect(weekBoard([], [], shanghai("2026-11-22T23:59")).week).toBe("2026-W47");
  });

  it("ring on the day and hour asked for, the next week when that is over", () => {
    const friday = shanghai("2026-11-20T09:00");
    expect(nextReminder(friday, 5, 10)).toBe(shanghai("2026-11-20T10:00"));
    expect(nextReminder(friday, 5, 9)).toBe(shanghai("2026-11-27T09:00"));
    expect(nextReminder(friday, 1, 8)).toBe(shanghai("2026-11-23T08:00"));
  });
});

describe("places and content", () => {
  it("share a place where tiers are alike, and leave a gap where nothing was seen", async () => {
    const { writer, ledger } = await watching();
    await writer.keep(
      page(
        [
          ["sales_gmv", tier(1000, 5000)],
          ["live_count", 2],
          ["video_count", 4],
          ["talent_categories", exact("茶、食品")],
        ],
        [],
      ),
      capture("2026-11-03T10:00"),
    );
    await writer.keep(
      page(
        [
          ["sales_gmv", tier(5000, 9000)],
          ["live_count", 5],
          ["video_count", 5],
        ],
        [],
      ),
      capture("2026-11-18T10:00"),
    );
    const { lines } = await ranksOf(ledger, "sales_gmv", weeksUntil("2026-11-18", 3));
    expect(lines[0]?.points.map((point) => point?.rank ?? null)).toEqual([1, null, 1]);
    const { categories, forms } = await contentWatch(ledger, weeksUntil("2026-11-18", 3));
    expect(categories.map(({ category, growth }) => [category, growth])).toEqual([
      ["茶", { low: 0, high: 8 }],
      ["食品", { low: 0, high: 8 }],
    ]);
    expect(forms[0]?.share).toEqual({ lives: exact3, videos: exact1, liveShare: { low: 0.75, high: 0.75 } });
  });
});
const exact3 = { low: 3, high: 3 };
const exact1 = { low: 1, high: 1 };
