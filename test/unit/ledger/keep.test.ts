import { describe, expect, it } from "vitest";
import { capture, exact, freshLedger, observation, reading, shanghai, shopDay, video, yesterday } from "./sample";

describe("keeping a look at a page", () => {
  it("stores snapshot, readings, entity, aggregate and sighting", async () => {
    const { writer, ledger } = freshLedger();
    expect(await writer.keep(shopDay(123_400), capture("2026-11-21T10:00", 7))).toBe("new");

    const [shop] = await ledger.owners();
    expect(shop).toMatchObject({ type: "shop", id: null, name: "山里人家旗舰店", account: null, owner: null });
    const sighting = await ledger.latestSighting(7);
    expect(sighting).toMatchObject({ state: "ok", readings: 1, period: { from: "2026-11-20", to: "2026-11-20" } });
    const id = sighting?.snapshot ?? "";
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(await ledger.snapshot(id)).toMatchObject({ day: "2026-11-21", account: shop?.key, readingCount: 1 });
    expect(await ledger.readings(id)).toEqual([
      {
        snapshot: id,
        entity: shop?.key,
        metric: "pay_gmv",
        unit: "fen",
        value: exact(123_400),
        period: { from: "2026-11-20", to: "2026-11-20" },
        at: shanghai("2026-11-21T10:00"),
        shown: { type: "shop", id: null, name: null },
      },
    ]);
    expect(await ledger.history(shop?.key ?? "")).toEqual([
      {
        entity: shop?.key,
        metric: "pay_gmv",
        unit: "fen",
        value: exact(123_400),
        period: { from: "2026-11-20", to: "2026-11-20" },
        day: "2026-11-21",
        at: shanghai("2026-11-21T10:00"),
        page: "shop_data",
        snapshot: id,
      },
    ]);
  });

  it("moves only lastSeen when the same content comes again, in any row order", async () => {
    const { writer, ledger } = freshLedger();
    const rows = [video("春茶"), video("秋梨")];
    const page = observation(rows, [reading(0, "play_count", 10), reading(1, "play_count", 20)]);
    const turned = observation([...rows].reverse(), [reading(0, "play_count", 20), reading(1, "play_count", 10)]);
    expect(await writer.keep(page, capture("2026-11-21T10:00"))).toBe("new");
    expect(await writer.keep(turned, capture("2026-11-21T11:00"))).toBe("known");

    const [later, earlier] = await ledger.recentSightings(10);
    expect(later?.snapshot).toBe(earlier?.snapshot);
    expect(await ledger.snapshot(later?.snapshot ?? "")).toMatchObject({
      firstSeen: shanghai("2026-11-21T10:00"),
      lastSeen: shanghai("2026-11-21T11:00"),
    });
    expect(await ledger.usage()).toMatchObject({ snapshots: 1, readings: 2, sightings: 2 });
  });

  it("keeps the same content of another day as another snapshot", async () => {
    const { writer, ledger } = freshLedger();
    const page = observation([video("春茶")], [reading(0, "play_count", 10)]);
    await writer.keep(page, capture("2026-11-21T23:59"));
    expect(await writer.keep(page, capture("2026-11-22T00:00"))).toBe("new");
    const [profile] = await ledger.profiles({ type: "video" });
    const history = await ledger.history(profile?.entity.key ?? "");
    expect(history.map((each) => each.day)).toEqual(["2026-11-21", "2026-11-22"]);
  });

  it("keeps a corrected number as a revision and lets the latest hold", async () => {
    const { writer, ledger } = freshLedger();
    const spoken = { kind: "days", from: "2026-11-18", to: "2026-11-18" } as const;
    const page = (gmv: number) =>
      observation([{ type: "shop", id: "9", name: null }], [reading(0, "pay_gmv", gmv, spoken)], {
        page: "shop_data",
        url: "https://store.weixin.qq.com/shop/data",
        account: { id: "9", name: "店" },
      });
    await writer.keep(page(100), capture("2026-11-19T09:00"));
    await writer.keep(page(90), capture("2026-11-20T09:00"));
    await writer.keep(page(95), capture("2026-11-20T10:00"));
    const history = await ledger.history("shop:9");
    expect(history.map(({ day, value }) => [day, value])).toEqual([
      ["2026-11-19", exact(100)],
      ["2026-11-20", exact(95)],
    ]);
    expect((await ledger.profile("shop:9"))?.latest).toMatchObject([{ value: exact(95), day: "2026-11-20" }]);
    expect(await ledger.usage()).toMatchObject({ snapshots: 3, readings: 3 });
  });

  it("follows a counter that goes and comes back within a day", async () => {
    const { writer, ledger } = freshLedger();
    const page = (stock: number) =>
      observation([{ type: "product", id: "1", name: "茶" }], [reading(0, "stock", stock)], { page: "goods_list" });
    await writer.keep(page(10), capture("2026-11-21T10:00"));
    await writer.keep(page(9), capture("2026-11-21T11:00"));
    expect(await writer.keep(page(10), capture("2026-11-21T12:00"))).toBe("known");
    const history = await ledger.history("product:1");
    expect(history).toMatchObject([{ value: exact(10), at: shanghai("2026-11-21T12:00") }]);
  });

  it("lets the later look hold when the clock was set back within the day", async () => {
    const { writer, ledger } = freshLedger();
    const page = (plays: number) => observation([video("春茶")], [reading(0, "play_count", plays)]);
    await writer.keep(page(10), capture("2026-11-21T10:00"));
    await writer.keep(page(11), capture("2026-11-21T08:00"));
    const [profile] = await ledger.profiles({ type: "video" });
    expect(profile?.latest).toMatchObject([{ value: exact(11) }]);
  });

  it("files a look under the day its clock said when the clock was set back across midnight", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(shopDay(100), capture("2026-11-21T10:00"));
    await writer.keep(shopDay(70), capture("2026-11-19T10:00"));
    const [shop] = await ledger.owners();
    const history = await ledger.history(shop?.key ?? "");
    expect(history.map(({ period, value }) => [period?.to, value])).toEqual([
      ["2026-11-18", exact(70)],
      ["2026-11-20", exact(100)],
    ]);
    expect((await ledger.profile(shop?.key ?? ""))?.latest).toMatchObject([{ value: exact(100) }]);
  });

  it.each(["loading", "needs_login", "risk_control", "schema_changed", "off"] as const)(
    "stores a sighting alone for state %s, whatever readings come with it",
    async (state) => {
      const { writer, ledger } = freshLedger();
      expect(await writer.keep(shopDay(1, { state }), capture("2026-11-21T10:00"))).toBe("nothing");
      expect(await ledger.usage()).toMatchObject({ snapshots: 0, readings: 0, entities: 0, sightings: 1 });
      expect(await ledger.latestSighting(1)).toMatchObject({ state, snapshot: null, readings: 0 });
    },
  );

  it("holds ranges, rounded values and text as they were", async () => {
    const { writer, ledger } = freshLedger();
    const values = [
      reading(0, "follower_count", { precision: "rounded", value: 12_000, step: 1_000 }),
      reading(0, "sales_gmv", { precision: "range", min: 100_000_000, max: null }),
      reading(0, "talent_categories", "美妆 食品"),
      reading(0, "live_share", 0.35),
    ];
    await writer.keep(
      observation([{ type: "talent", id: "t1", name: "小美" }], values, { page: "talent_detail" }),
      capture("2026-11-21T10:00"),
    );
    const profile = await ledger.profile("talent:t1");
    expect(profile?.latest.map(({ metric, value }) => ({ metric, value }))).toEqual(
      values.map(({ metric, value }) => ({ metric, value })),
    );
  });

  it("keeps the newest of each length of period", async () => {
    const { writer, ledger } = freshLedger();
    const page = (gmv: number) =>
      shopDay(0, {
        readings: [
          reading(0, "pay_gmv", gmv, yesterday),
          reading(0, "pay_gmv", gmv * 7, { kind: "relative", endsDaysAgo: 1, days: 7 }),
          reading(0, "pay_gmv", 5, { kind: "days", from: "2026-11-01", to: "2026-11-01" }),
        ],
      });
    await writer.keep(page(10), capture("2026-11-20T10:00"));
    await writer.keep(page(12), capture("2026-11-21T10:00"));
    const [shop] = await ledger.owners();
    expect((await ledger.profile(shop?.key ?? ""))?.latest.map(({ value, period }) => [value, period])).toEqual([
      [exact(12), { from: "2026-11-20", to: "2026-11-20" }],
      [exact(84), { from: "2026-11-14", to: "2026-11-20" }],
    ]);
  });
});
