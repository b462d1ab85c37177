import { describe, expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import { capture, exact, freshLedger, observation, reading, shopDay, video } from "./sample";

const goods = (id: string | null, name: string | null, more: Partial<ObservedEntity> = {}): ObservedEntity => ({
  type: "product",
  id,
  name,
  ...more,
});
const priced = (entities: readonly ObservedEntity[], ...fen: number[]) =>
  observation(
    entities,
    fen.map((value, at) => reading(at, "price", value)),
    { page: "goods_list" },
  );

describe("who a row on a page is", () => {
  it("takes a row that later shows its id for the one it was", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(priced([goods(null, "茶")], 100), capture("2026-11-20T10:00"));
    await writer.keep(priced([goods("7", "茶")], 90), capture("2026-11-21T10:00"));
    await writer.keep(priced([goods(null, "茶")], 80), capture("2026-11-22T10:00"));
    const [only, ...others] = await ledger.profiles({ type: "product" });
    expect(others).toEqual([]);
    expect(only?.entity).toMatchObject({ id: "7", name: "茶" });
    expect(only?.entity.key).toMatch(/^product:#[0-9a-f]{16}$/);
    const history = await ledger.history(only?.entity.key ?? "");
    expect(history.map(({ value }) => value)).toEqual([exact(100), exact(90), exact(80)]);
  });

  it("shows each snapshot's entities as they were named then", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(priced([goods(null, "茶")], 100), capture("2026-11-20T10:00"));
    await writer.keep(priced([goods("7", "茶")], 90), capture("2026-11-21T10:00"));
    await writer.keep(priced([goods("7", "新茶")], 90), capture("2026-11-22T10:00"));
    const sightings = [...(await ledger.recentSightings(9))].reverse();
    const shown = await Promise.all(sightings.map(async ({ snapshot }) => ledger.readings(snapshot ?? "")));
    expect(shown.flat().map((each) => each.shown)).toEqual([
      { type: "product", id: null, name: "茶" },
      { type: "product", id: "7", name: "茶" },
      { type: "product", id: "7", name: "新茶" },
    ]);
    expect(new Set(shown.flat().map((each) => each.entity)).size).toBe(1);
  });

  it("gives a bare name's numbers to neither of two entities of that name", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(priced([goods("1", "茶"), goods("2", "茶")], 100, 200), capture("2026-11-20T10:00"));
    await writer.keep(priced([goods(null, "茶")], 50), capture("2026-11-21T10:00"));
    await writer.keep(priced([goods(null, "茶")], 60), capture("2026-11-22T10:00"));
    expect((await ledger.history("product:1")).map(({ value }) => value)).toEqual([exact(100)]);
    expect((await ledger.history("product:2")).map(({ value }) => value)).toEqual([exact(200)]);
    const profiles = await ledger.profiles({ type: "product" });
    const bare = profiles.find(({ entity }) => entity.id === null);
    expect((await ledger.history(bare?.entity.key ?? "")).map(({ value }) => value)).toEqual([exact(50), exact(60)]);
    expect(profiles).toHaveLength(3);
  });

  it("hands a bare name's past to neither of two ids that appear at once", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(priced([goods(null, "茶")], 50), capture("2026-11-20T10:00"));
    await writer.keep(priced([goods("1", "茶"), goods("2", "茶")], 100, 200), capture("2026-11-21T10:00"));
    expect((await ledger.history("product:1")).map(({ value }) => value)).toEqual([exact(100)]);
    expect((await ledger.history("product:2")).map(({ value }) => value)).toEqual([exact(200)]);
  });

  it("knows a long list again, its new rows as new", async () => {
    const { writer, ledger } = freshLedger();
    const list = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => goods(`${from + at}`, `茶${from + at}`));
    const prices = (rows: readonly ObservedEntity[], plus: number) =>
      priced(rows, ...rows.map(({ id }) => Number(id) + plus));
    await writer.keep(prices([...list(0, 60)].reverse(), 0), capture("2026-11-20T10:00"));
    await writer.keep(shopDay(1), capture("2026-11-20T10:05"));
    await writer.keep(prices(list(30, 90), 1_000), capture("2026-11-21T10:00"));
    const profiles = await ledger.profiles({ type: "product" });
    expect(profiles).toHaveLength(90);
    for (const { entity, latest } of profiles) {
      const id = Number(entity.id);
      const values = (await ledger.history(entity.key)).map(({ value }) => value);
      const seen = [...(id < 60 ? [exact(id)] : []), ...(id >= 30 ? [exact(id + 1_000)] : [])];
      expect(values).toEqual(seen);
      expect(latest[0]?.value).toEqual(seen.at(-1));
    }
  });

  it("tells posts of one name apart by their publish minute", async () => {
    const { writer, ledger } = freshLedger();
    const rows = [video("日常", "2026-11-01T08:00"), video("日常", "2026-11-02T08:00")];
    for (const [day, plays] of [
      ["2026-11-20", 10],
      ["2026-11-21", 30],
    ] as const) {
      const readings = [reading(0, "play_count", plays), reading(1, "play_count", plays * 2)];
      await writer.keep(observation(rows, readings), capture(`${day}T10:00`));
    }
    const histories = await Promise.all(
      (await ledger.profiles({ type: "video" })).map(({ entity }) => ledger.history(entity.key)),
    );
    expect(histories.map((history) => history.map(({ value }) => value))).toEqual([
      [exact(10), exact(30)],
      [exact(20), exact(60)],
    ]);
  });

  it("takes a post for the same whether a page shows its minute, its day or neither", async () => {
    const { writer, ledger } = freshLedger();
    for (const [at, published] of ["2026-11-01", "2026-11-01T08:00", undefined, "2026-11-01"].entries()) {
      const page = observation([video("日常", published)], [reading(0, "play_count", at)]);
      await writer.keep(page, capture(`2026-11-2${at}T10:00`));
    }
    await writer.keep(
      observation([video("日常", "2026-11-02")], [reading(0, "play_count", 99)]),
      capture("2026-11-24T10:00"),
    );
    const profiles = await ledger.profiles({ type: "video" });
    expect(profiles.map(({ entity }) => entity.publishedAt)).toEqual(["2026-11-01T08:00", "2026-11-02"]);
    expect(await ledger.history(profiles[0]?.entity.key ?? "")).toHaveLength(4);
  });

  it("keeps rows that cannot be told apart in the snapshot and out of the aggregates", async () => {
    const { writer, ledger } = freshLedger();
    const rows = [video("日常"), video("日常"), video("别的")];
    const readings = [reading(0, "play_count", 1), reading(1, "play_count", 2), reading(2, "play_count", 3)];
    await writer.keep(observation(rows, readings), capture("2026-11-20T10:00"));
    const sighting = await ledger.latestSighting(1);
    expect(await ledger.readings(sighting?.snapshot ?? "")).toHaveLength(3);
    const view = await ledger.view({ type: "video" });
    expect(view.readings.map(({ value }) => value)).toEqual([exact(3)]);
  });

  it("makes no series of videos that show neither name nor address", async () => {
    const { writer, ledger } = freshLedger();
    const page = (plays: number) =>
      observation([{ type: "video", id: null, name: null }], [reading(0, "play_count", plays)], {
        page: "post_detail",
      });
    await writer.keep(page(5), capture("2026-11-20T10:00"));
    await writer.keep(page(900), capture("2026-11-21T10:00"));
    expect((await ledger.view({ type: "video" })).readings).toEqual([]);
    expect(await ledger.usage()).toMatchObject({ snapshots: 2, readings: 2 });
  });

  it("takes nameless cards for the console's own account or shop", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(shopDay(1), capture("2026-11-20T10:00"));
    const named = shopDay(2, { entities: [{ type: "shop", id: null, name: "山里人家旗舰店" }] });
    await writer.keep(named, capture("2026-11-21T10:00"));
    const [shop, ...others] = await ledger.owners();
    expect(others).toEqual([]);
    expect((await ledger.history(shop?.key ?? "")).map(({ value }) => value)).toEqual([exact(1), exact(2)]);
  });

  it("does not take another shop on a talent's page for the own one", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(shopDay(1), capture("2026-11-20T10:00"));
    const other = { type: "shop", id: null, name: "别家旗舰店" } as const;
    const seen = observation([other], [reading(0, "good_review_rate", 0.9)], {
      page: "talent_detail",
      url: "https://store.weixin.qq.com/shop/findersquare/finder-detail",
      account: { id: null, name: "山里人家旗舰店" },
    });
    await writer.keep(seen, capture("2026-11-20T11:00"));
    expect((await ledger.owners()).map(({ name }) => name)).toEqual(["山里人家旗舰店"]);
    expect((await ledger.profiles({ type: "shop" })).map(({ entity }) => entity.name)).toContain("别家旗舰店");
  });

  it("keeps two accounts apart that have goods and posts of one name", async () => {
    const { writer, ledger } = freshLedger();
    const of = (name: string, plays: number) =>
      observation([video("春茶")], [reading(0, "play_count", plays)], { account: { id: null, name } });
    await writer.keep(of("甲", 1), capture("2026-11-20T10:00"));
    await writer.keep(of("乙", 2), capture("2026-11-20T10:01"));
    const [first] = await ledger.owners();
    const profiles = await ledger.profiles({ type: "video" });
    expect(profiles.map(({ latest }) => latest[0]?.value)).toEqual([exact(1), exact(2)]);
    expect(await ledger.profiles({ type: "video", account: first?.key ?? "" })).toHaveLength(1);
  });

  it("keeps one product on two talents' pages as two", async () => {
    const { writer, ledger } = freshLedger();
    const at = (owner: string, fen: number) =>
      observation(
        [goods("7", "茶", { owner: { type: "talent", id: owner, name: `达人${owner}` } })],
        [reading(0, "price", fen)],
        { page: "talent_detail" },
      );
    await writer.keep(at("a", 100), capture("2026-11-20T10:00"));
    await writer.keep(at("b", 110), capture("2026-11-20T10:01"));
    const mine = await ledger.profiles({ owner: "talent:a" });
    expect(mine.map(({ entity, latest }) => [entity.key, entity.owner, latest[0]?.value])).toEqual([
      ["product:7@talent:a", "talent:a", exact(100)],
    ]);
    const [sighting] = await ledger.recentSightings(1);
    expect((await ledger.readings(sighting?.snapshot ?? "")).map(({ shown }) => shown)).toEqual([
      { type: "product", id: "7", name: "茶", owner: { type: "talent", id: "b", name: "达人b" } },
    ]);
  });
});
