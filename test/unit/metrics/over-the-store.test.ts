import { describe, expect, it } from "vitest";
import { competitors } from "../../../src/competitors/competitors";
import type { Observation, ObservedEntity } from "../../../src/console/observation";
import { deltas } from "../../../src/metrics/deltas";
import { kpiCards } from "../../../src/metrics/kpi-cards";
import { watchBoardOf } from "../../../src/ui/data/rivals/watch-board";
import { capture, freshLedger, observation, reading, shanghai, shopDay, video } from "../ledger/sample";
import { exact, range, rounded } from "./sample-ledger";

const store = {
  account: { id: null, name: "山里人家旗舰店" },
  url: "https://store.weixin.qq.com/shop/findersquare/find",
};
const square = (rows: readonly ObservedEntity[], readings: Observation["readings"]) =>
  observation(rows, readings, { ...store, page: "talent_square" });

describe("over the store", () => {
  it("compares what the ledger kept: days, revisions and contents that came back", async () => {
    const { writer, ledger } = freshLedger();
    const post = (plays: number) => observation([video("春茶", "2026-11-01T09:00")], [reading(0, "play_count", plays)]);
    await writer.keep(shopDay(100_000), capture("2026-11-20T10:00"));
    await writer.keep(shopDay(130_000), capture("2026-11-21T10:00"));
    await writer.keep(shopDay(120_000), capture("2026-11-21T11:00"));
    for (const [plays, at] of [
      [100, "2026-11-20T10:00"],
      [150, "2026-11-21T10:00"],
      [140, "2026-11-21T11:00"],
      [150, "2026-11-21T12:00"],
    ] as const) {
      await writer.keep(post(plays), capture(at));
    }
    const found = deltas(await ledger.view());
    expect(found).toHaveLength(2);
    expect(found.find(({ metric }) => metric === "pay_gmv")).toMatchObject({
      entity: { type: "shop", name: "山里人家旗舰店" },
      period: { from: "2026-11-20", to: "2026-11-20" },
      absolute: 20_000,
      relative: 0.2,
    });
    expect(found.find(({ metric }) => metric === "play_count")).toMatchObject({ current: exact(150), absolute: 50 });
  });

  it("knows a talent by a later id, keeps namesakes apart, and never takes the own shop for a rival", async () => {
    const { writer, ledger } = freshLedger();
    const talent = (id: string | null, name: string): ObservedEntity => ({ type: "talent", id, name });
    await writer.keep(shopDay(1), capture("2026-11-18T09:00"));
    await writer.keep(
      square(
        [talent(null, "甲"), talent("t2", "乙"), talent("t3", "乙")],
        [
          reading(0, "sales_gmv", range(5e7, 1e8)),
          reading(1, "follower_count", rounded(12_000, 1000)),
          reading(2, "follower_count", rounded(90_000, 1000)),
        ],
      ),
      capture("2026-11-18T10:00"),
    );
    await writer.keep(
      square(
        [talent("t1", "甲"), talent("t2", "乙的新名"), talent("t3", "乙")],
        [
          reading(0, "sales_gmv", range(1e8, 5e8)),
          reading(1, "follower_count", rounded(15_000, 1000)),
          reading(2, "follower_count", rounded(90_000, 1000)),
        ],
      ),
      capture("2026-11-25T10:00"),
    );
    const found = competitors(await ledger.view()).sort((a, b) => (a.id ?? "").localeCompare(b.id ?? ""));
    expect(found).toEqual([
      {
        id: "t1",
        name: "甲",
        type: "talent",
        weeks: ["2026-W47", "2026-W48"],
        changes: [
          { kind: "metric", metric: "sales_gmv", from: range(5e7, 1e8), to: range(1e8, 5e8), certainty: "certain" },
        ],
      },
      {
        id: "t2",
        name: "乙的新名",
        type: "talent",
        weeks: ["2026-W47", "2026-W48"],
        changes: [
          {
            kind: "metric",
            metric: "follower_count",
            from: rounded(12_000, 1000),
            to: rounded(15_000, 1000),
            certainty: "certain",
          },
        ],
      },
      { id: "t3", name: "乙", type: "talent", weeks: ["2026-W47", "2026-W48"], changes: [] },
    ]);
  });

  it("compares the goods of a talent whose list was seen to its end twice", async () => {
    const { writer, ledger } = freshLedger();
    const owner = { type: "talent", id: "t1", name: "甲" } as const;
    const page = (goods: readonly (readonly [string, number])[]) =>
      observation(
        goods.map(([name]) => ({ type: "product", id: null, name, owner })),
        goods.map(([, price], index) => reading(index, "price", price)),
        { ...store, page: "talent_detail", url: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1" },
      );
    await writer.keep(
      page([
        ["茶", 9900],
        ["杯", 2000],
      ]),
      capture("2026-11-20T10:00"),
    );
    await writer.keep(
      page([
        ["茶", 8900],
        ["壶", 30_000],
      ]),
      capture("2026-11-21T10:00"),
    );
    const [jia] = competitors(await ledger.view());
    expect(jia?.changes.map(({ kind, item, certainty }) => [kind, item, certainty]).sort()).toEqual([
      ["goods_gone", "杯", "certain"],
      ["goods_new", "壶", "certain"],
      ["price", "茶", "certain"],
    ]);
    await writer.putNotes([{ kind: "rival", id: "talent:t1", fields: { entity: "talent:t1" } }], 1);
    const board = await watchBoardOf(ledger, shanghai("2026-11-21T12:00"));
    const [row] = board.rows;
    expect([row?.seenThisWeek, row?.changes.map(({ kind, item, certainty }) => [kind, item, certainty])]).toEqual([
      true,
      expect.arrayContaining([
        ["goods_new", "壶", "certain"],
        ["price", "茶", "certain"],
      ]),
    ]);
  });

  it("shows the watch list also where the newer of two days in a row had pages without goods", async () => {
    const { writer, ledger } = freshLedger();
    const owner = { type: "talent", id: "t1", name: "甲" } as const;
    const page = (thing: ObservedEntity, metric: string, at: string) =>
      writer.keep(
        observation([thing], [reading(0, metric, 9900)], {
          ...store,
          page: "talent_detail",
          url: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1",
        }),
        capture(at),
      );
    await page({ type: "product", id: null, name: "茶", owner }, "price", "2026-11-20T10:00");
    await page({ type: "video", id: null, name: "春茶上新", owner }, "play_count", "2026-11-21T10:00");
    await writer.putNotes([{ kind: "rival", id: "talent:t1", fields: { entity: "talent:t1" } }], 1);
    const { rows } = await watchBoardOf(ledger, shanghai("2026-11-21T12:00"));
    expect(rows.map(({ between }) => between)).toEqual([{ from: "2026-11-20", to: "2026-11-21" }]);
  });

  it("gives cards for the own shop and account, rates of posts with their list behind them", async () => {
    const { writer, ledger } = freshLedger();
    const posts = (plays: number) =>
      observation(
        [video("春茶"), video("秋梨")],
        [
          reading(0, "play_count", plays),
          reading(0, "forward_count", 30),
          reading(1, "play_count", 100),
          reading(1, "forward_count", 10),
        ],
      );
    await writer.keep(posts(100), capture("2026-11-20T10:00"));
    await writer.keep(posts(300), capture("2026-11-21T10:00"));
    await writer.keep(shopDay(5), capture("2026-11-21T10:00"));
    const now = shanghai("2026-11-21T12:00");
    const { cards } = kpiCards(await ledger.view(), { now });
    expect(cards.map(({ metric, value }) => [metric, value])).toEqual([
      ["spread_share_rate", exact(0.1)],
      ["pay_gmv", exact(5)],
    ]);
    expect(cards[0]).toMatchObject({
      entity: { type: "account", name: "山里人家" },
      delta: { absolute: -0.1 },
      page: "post_list",
    });
  });
});
