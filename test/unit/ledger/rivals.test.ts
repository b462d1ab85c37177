import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import { MIGRATIONS } from "../../../src/ledger/migrations";
import type { NotePatch } from "../../../src/ledger/notes";
import { soughtId } from "../../../src/ledger/rival-kinds";
import { expectSound } from "./invariant";
import { capture, exact, freshLedger, observation, reading } from "./sample";

const talent = (id: string | null, name: string): ObservedEntity => ({ type: "talent", id, name });
const seen = (...talents: ObservedEntity[]) =>
  observation(
    talents,
    talents.map((_, at) => reading(at, "follower_count", 100 + at)),
    { page: "talent_square", url: "https://store.weixin.qq.com/shop/findersquare/find" },
  );
const sought = (name: string, order = 1): NotePatch => ({
  kind: "rival",
  id: soughtId(name),
  fields: { sought: name, entity: null, order },
});

describe("an entry added by name", () => {
  it("is bound to the one who is seen under it, and stays bound when that one takes another name", async () => {
    const { writer, ledger } = freshLedger();
    await writer.putNotes([sought("老金茶庄")], 1);
    expect(await writer.bindRivals(2)).toBe(false);
    expect(await ledger.rivals()).toMatchObject([{ state: "unseen", name: "老金茶庄", key: null }]);
    expect(await ledger.watched()).toEqual([]);

    await writer.keep(seen(talent("t1", "老金茶庄"), talent("t2", "慢火炖")), capture("2026-11-16T10:00"));
    expect(await writer.bindRivals(3)).toBe(true);
    expect(await writer.bindRivals(4)).toBe(false);
    expect(await ledger.rivals()).toMatchObject([{ state: "seen", key: "talent:t1", type: "talent" }]);

    await writer.keep(seen(talent("t1", "金掌柜"), talent("t9", "老金茶庄")), capture("2026-11-17T10:00"));
    expect(await writer.bindRivals(5)).toBe(false);
    expect(await ledger.rivals()).toMatchObject([
      { state: "seen", key: "talent:t1", name: "金掌柜", formerNames: ["老金茶庄"] },
    ]);
    expect((await ledger.watched()).map(({ entity }) => entity.key)).toEqual(["talent:t1"]);
  });

  it("waits for the user where two have one name", async () => {
    const { writer, ledger } = freshLedger();
    await writer.putNotes([sought("山里人")], 1);
    await writer.keep(seen(talent("a", "山里人"), talent("b", "山里人")), capture("2026-11-16T10:00"));
    expect(await writer.bindRivals(2)).toBe(false);
    const [rival] = await ledger.rivals();
    expect(rival).toMatchObject({ state: "ambiguous", key: null });
    expect(rival?.candidates.map(({ key }) => key).sort()).toEqual(["talent:a", "talent:b"]);
    await writer.putNotes([{ kind: "rival", id: soughtId("山里人"), fields: { entity: "talent:b" } }], 3);
    expect(await ledger.rivals()).toMatchObject([{ state: "seen", key: "talent:b" }]);
  });

  it("is not the user's own shop", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(
      observation([{ type: "shop", id: null, name: null }], [reading(0, "pay_gmv", 5)], {
        page: "shop_data",
        url: "https://store.weixin.qq.com/shop/data",
        account: { id: null, name: "山里人家旗舰店" },
      }),
      capture("2026-11-16T10:00"),
    );
    await writer.putNotes([sought("山里人家旗舰店")], 1);
    expect(await writer.bindRivals(2)).toBe(false);
    expect(await ledger.rivals()).toMatchObject([{ state: "unseen" }]);
  });
});

describe("the shelves of a seller", () => {
  const goods = (id: string, name: string): ObservedEntity => ({
    type: "product",
    id,
    name,
    owner: { type: "talent", id: "t1", name: "老金茶庄" },
  });
  const list = (complete: boolean, ...rows: [id: string, price: number][]) =>
    observation(
      [talent("t1", "老金茶庄"), ...rows.map(([id]) => goods(id, `茶${id}`))],
      [reading(0, "follower_count", 5), ...rows.map(([, price], at) => reading(at + 1, "price", price))],
      {
        page: "talent_detail",
        url: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1",
        account: { id: null, name: "山里人家旗舰店" },
        complete,
      },
    );

  it("hold what stood on a day's pages, the later look over the earlier, apart from the own goods", async () => {
    const { writer, ledger, connection } = freshLedger();
    await writer.keep(list(false, ["1", 100], ["2", 200]), capture("2026-11-09T10:00"));
    await writer.keep(list(true, ["1", 100], ["2", 200], ["3", 300]), capture("2026-11-16T10:00"));
    await writer.keep(list(true, ["1", 110], ["2", 200], ["3", 300]), capture("2026-11-16T11:00"));
    await writer.keep(
      observation([{ type: "product", id: "9", name: "自家茶" }], [reading(0, "price", 900)], {
        page: "goods_list",
        url: "https://store.weixin.qq.com/shop/goods/list",
      }),
      capture("2026-11-16T12:00"),
    );
    const [theirs = [], newest = [], ours = []] = await ledger.shelves([
      { seller: ["talent:t1"] },
      { seller: ["talent:t1"], last: 1, metrics: ["price"] },
      { seller: null, since: "2026-11-16" },
    ]);
    expect(theirs.map(({ day, items, pages }) => [day, items.size, pages.map(({ complete }) => complete)])).toEqual([
      ["2026-11-09", 2, [false]],
      ["2026-11-16", 3, [true, true]],
    ]);
    const names = await ledger.names([...(newest[0]?.items.keys() ?? []), ...(ours[0]?.items.keys() ?? [])]);
    const shown = (shelf: (typeof theirs)[number] | undefined) =>
      [...(shelf?.items ?? [])].map(([n, [price]]) => [names.get(n)?.name, price?.value, price?.page]);
    expect(newest).toHaveLength(1);
    expect(shown(newest[0])).toEqual([
      ["茶1", exact(110), 1],
      ["茶2", exact(200), 1],
      ["茶3", exact(300), 1],
    ]);
    expect(shown(ours[0])).toEqual([["自家茶", exact(900), 0]]);
    expect(await ledger.sellerDays([["talent:t1"], ["talent:none"]])).toEqual([["2026-11-09", "2026-11-16"], []]);
    await expectSound(connection);
  });
});

describe("a database of schema 1", () => {
  it("keeps its stars, as notes, and gets shelves for what it holds", async () => {
    const name = `old-${process.pid}`;
    const old = await openDB(name, 1, {
      upgrade: (db, _from, _to, tx) => void MIGRATIONS[0]?.up(db as never, tx as never),
    });
    await old.put("watch", { entity: "talent:b", since: 20, order: 2 });
    await old.put("watch", { entity: "talent:a", since: 10, order: 1 });
    const row = (n: number, key: string, more: object) =>
      old.put("entities", {
        n,
        key,
        aliases: [],
        type: "talent",
        id: key,
        name: key,
        names: [key],
        account: null,
        own: false,
        link: null,
        publishedAt: null,
        firstSeen: 1,
        ...more,
      });
    await row(1, "talent:a", {});
    await row(2, "talent:b", {});
    await row(3, "product:1@talent:a", { type: "product", owner: 1 });
    await old.put("snapshots", {
      n: 1,
      id: "s",
      page: "talent_detail",
      state: "ok",
      url: "https://x/",
      day: "2026-11-16",
      complete: true,
      lastSeen: 5,
    });
    await old.put("readings", {
      n: 1,
      metrics: [["price", "fen"]],
      periods: [null],
      entities: [1, 0, 1, -1, 3, 0, 1, 0],
      rows: [1, 0, 0, 990],
    });
    old.close();

    const connection = new Connection(name);
    const ledger = openLedger(connection);
    expect((await ledger.rivals()).map(({ key, order, since }) => [key, order, since])).toEqual([
      ["talent:a", 1, 10],
      ["talent:b", 2, 20],
    ]);
    const [[shelf] = []] = await ledger.shelves([{ seller: ["talent:a"] }]);
    expect([shelf?.day, [...(shelf?.items.values() ?? [])].map(([price]) => price?.value)]).toEqual([
      "2026-11-16",
      [exact(990)],
    ]);
    expect([...(await connection.open()).db.objectStoreNames]).not.toContain("watch");
    await connection.close();
  });
});
