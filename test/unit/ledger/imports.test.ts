import { describe, expect, it } from "vitest";
import type { ObservedEntity, Value } from "../../../src/console/observation";
import type { Brought, BroughtReading } from "../../../src/ledger/brought";
import type { Connection } from "../../../src/ledger/connection";
import { heldAlready } from "../../../src/ledger/held-already";
import { reading as readTx } from "../../../src/ledger/queries";
import { STORES } from "../../../src/ledger/records";
import fc from "../../harness/properties";
import { expectSound } from "./invariant";
import { capture, exact, freshLedger, observation, reading, shanghai, shopDay, video, yesterday } from "./sample";

const AT = { at: shanghai("2026-11-21T12:00"), reader: "0.1.0" };
const day = (date: string) => ({ from: date, to: date });
const rounded = (value: number, step: number): Value => ({ precision: "rounded", value, step });
const told = (
  entity: number,
  metric: string,
  value: Value | number,
  date: string | null,
  asOf = "2026-11-21",
): BroughtReading => ({
  entity,
  metric,
  value: typeof value === "number" ? exact(value) : value,
  period: date === null ? null : day(date),
  day: asOf,
});
const SHOP: ObservedEntity = { type: "shop", id: null, name: "山里人家旗舰店" };
const ofShop = (readings: readonly BroughtReading[], more: Partial<Brought> = {}): Brought => ({
  source: { kind: "import", name: "店铺导出", estimate: false },
  file: "店铺.csv",
  account: { type: "shop", id: null, name: "山里人家旗舰店" },
  entities: [SHOP],
  readings,
  ...more,
});
const RIVAL: ObservedEntity = { type: "talent", id: null, name: "茶山阿妹" };
const ofRival = (readings: readonly BroughtReading[], more: Partial<Brought> = {}): Brought => ({
  source: { kind: "import", name: "第三方", estimate: true },
  file: "榜单.xlsx",
  account: null,
  entities: [RIVAL, { type: "product", id: null, name: "高山绿茶", owner: RIVAL }],
  readings,
  ...more,
});

/** Everything stored but the list of imports. */
async function dump(connection: Connection): Promise<unknown> {
  const { db } = await connection.open();
  // The vault says that there was an import; of it nothing else is left.
  const stores = STORES.filter((store) => store !== "imports" && store !== "vault");
  return Promise.all(stores.map(async (store) => [store, await db.getAllKeys(store), await db.getAll(store)]));
}

describe("an import", () => {
  it("is kept with its source, filed under the days it speaks of, and listed", async () => {
    const { connection, ledger, writer } = freshLedger();
    const kept = await writer.keepImport(
      ofShop([
        told(0, "pay_gmv", 500_00, "2026-11-18"),
        told(0, "pay_gmv", 600_00, "2026-11-20"),
        told(0, "pay_gmv", 10, "2026-11-21"),
      ]),
      AT,
    );
    expect(kept).toMatchObject({ readings: 3, known: 0 });
    await expectSound(connection);
    const [shop] = await ledger.owners();
    const history = await ledger.history(shop?.key ?? "");
    expect(history.map((each) => [each.day, each.period?.to, each.value, each.broughtAt])).toEqual([
      ["2026-11-19", "2026-11-18", exact(500_00), AT.at],
      ["2026-11-21", "2026-11-20", exact(600_00), AT.at],
      ["2026-11-21", "2026-11-21", exact(10), AT.at],
    ]);
    const source = { kind: "import", name: "店铺导出", estimate: false, batch: kept.batch };
    expect(history.map((each) => each.source)).toEqual([source, source, source]);
    expect(await ledger.imports()).toEqual([
      {
        id: kept.batch,
        at: AT.at,
        source: { kind: "import", name: "店铺导出", estimate: false },
        file: "店铺.csv",
        readings: 3,
        undoneAt: null,
      },
    ]);
  });

  it("is the same entity as on pages", async () => {
    const { ledger, writer } = freshLedger();
    await writer.keep(shopDay(1_000), capture("2026-11-20T10:00"));
    await writer.keepImport(ofShop([told(0, "coupon_use_rate", 0.2, "2026-11-19")]), AT);
    expect(await ledger.owners()).toHaveLength(1);
    const posts = observation([video("采茶", "2026-11-18T09:30")], [reading(0, "play_count", 120)]);
    await writer.keep(posts, capture("2026-11-20T10:00"));
    await writer.keepImport(
      ofShop([told(0, "play_count", 130, null)], {
        account: { type: "account", id: null, name: "山里人家" },
        entities: [{ type: "video", id: "export/1", name: "采茶", publishedAt: "2026-11-18" }],
      }),
      AT,
    );
    expect(await ledger.profiles({ type: "video" })).toMatchObject([{ entity: { id: "export/1", name: "采茶" } }]);
  });

  it("of the same table a second time stores nothing again", async () => {
    const { connection, ledger, writer } = freshLedger();
    const table = ofShop([told(0, "pay_gmv", 1, "2026-11-18"), told(0, "pay_gmv", 2, "2026-11-19")]);
    await writer.keepImport(table, AT);
    const before = await dump(connection);
    expect(await writer.keepImport(table, { ...AT, at: AT.at + 5 })).toMatchObject({ readings: 0, known: 2 });
    expect(await dump(connection)).toEqual(before);
    expect(await ledger.imports()).toHaveLength(1);
  });

  it("with one row that cannot be stores nothing at all", async () => {
    for (const [bad, what] of [
      [told(0, "no_such", 1, null), "metric"],
      [told(0, "play_count", 1, null), "entity"],
      [told(0, "pay_gmv", 1.5, null), "value"],
      [told(0, "pay_gmv", 1, null, "2026-02-30"), "day"],
      [told(0, "pay_gmv", 1, "2026-11-22"), "day"],
      [told(7, "pay_gmv", 1, null), "entity"],
    ] as const) {
      const { connection, writer } = freshLedger();
      const before = await dump(connection);
      await expect(writer.keepImport(ofShop([told(0, "pay_gmv", 1, null), bad]), AT)).rejects.toThrow(
        `import.readings[1].${what}`,
      );
      expect(await dump(connection)).toEqual(before);
    }
  });
});

describe("what is to be brought is looked up before it is", () => {
  const looked = async ({ connection }: { connection: Connection }, brought: Brought, at = AT.at) => {
    const before = await dump(connection);
    const held = await heldAlready(readTx((await connection.open()).db), brought, at);
    expect(await dump(connection)).toEqual(before);
    return held;
  };

  it("by thing, metric and days, whatever table said it and under whatever day it was filed", async () => {
    const all = freshLedger();
    const table = ofShop([told(0, "pay_gmv", 100, "2026-11-18"), told(0, "pay_gmv", 300, null, "2026-11-19")]);
    expect(await looked(all, table)).toEqual([null, null]);
    await all.writer.keepImport(table, AT);
    const again = ofShop(
      [
        told(0, "pay_gmv", 100, "2026-11-18"),
        told(0, "pay_gmv", 101, "2026-11-18"),
        told(0, "pay_gmv", 100, "2026-11-17"),
        told(0, "pay_gmv", 300, null, "2026-11-19"),
        told(0, "pay_gmv", 300, null, "2026-11-20"),
        told(0, "pay_uv", 100, "2026-11-18"),
      ],
      { source: { kind: "import", name: "另一张表", estimate: false } },
    );
    expect(await looked(all, again)).toEqual(["same", "other", null, "same", null, null]);
    // Of another shop nothing is stored.
    const other = { type: "shop", id: null, name: "海边人家" } as const;
    expect(await looked(all, { ...again, account: other, entities: [other] })).toEqual(Array(6).fill(null));
  });

  it("also what a page showed, days after, and goods of others by their owner", async () => {
    const all = freshLedger();
    await all.writer.keep(shopDay(1_000), capture("2026-11-20T10:00"));
    expect(
      await looked(all, ofShop([told(0, "pay_gmv", 1_000, "2026-11-19"), told(0, "pay_gmv", 7, "2026-11-19")])),
    ).toEqual(["same", "other"]);
    const goods = ofRival([told(1, "sold_count", 5, null)]);
    await all.writer.keepImport(goods, AT);
    expect(await looked(all, goods)).toEqual(["same"]);
    const theirs = { ...RIVAL, name: "别家" };
    expect(
      await looked(all, {
        ...goods,
        entities: [theirs, { type: "product", id: null, name: "高山绿茶", owner: theirs }],
      }),
    ).toEqual([null]);
  });

  it("and is not there any more once the import that brought it is undone", async () => {
    const all = freshLedger();
    const table = ofShop([told(0, "pay_gmv", 100, "2026-11-18")]);
    const { batch } = await all.writer.keepImport(table, AT);
    expect(await looked(all, table)).toEqual(["same"]);
    await all.writer.undoImport(batch, AT.at + 1);
    expect(await looked(all, table)).toEqual([null]);
  });
});

describe("of two values for one thing", () => {
  const shown = async (page: Value | number, brought: Value | number, later = false) => {
    const { ledger, writer } = freshLedger();
    const look = () =>
      writer.keep(
        observation([SHOP], [reading(0, "pay_gmv", page, yesterday)], {
          page: "shop_data",
          url: "https://store.weixin.qq.com/shop/data",
          account: SHOP,
        }),
        capture(later ? "2026-11-21T13:00" : "2026-11-21T10:00"),
      );
    if (!later) await look();
    await writer.keepImport(ofShop([told(0, "pay_gmv", brought, "2026-11-20")]), AT);
    if (later) await look();
    const [owner] = await ledger.owners();
    const history = await ledger.history(owner?.key ?? "");
    const { latest = [] } = (await ledger.profile(owner?.key ?? "")) ?? {};
    expect(latest.map(({ value }) => value)).toEqual(history.map(({ value }) => value));
    return history.map(({ value }) => ("value" in value ? value.value : value));
  };

  it("the exact one refines the rounded one that agrees, whichever came first", async () => {
    expect(await shown(rounded(12_000, 1_000), 12_345)).toEqual([12_345]);
    expect(await shown(rounded(12_000, 1_000), 12_345, true)).toEqual([12_345]);
    expect(await shown(12_345, rounded(12_000, 1_000))).toEqual([12_345]);
  });

  it("else the later word holds", async () => {
    expect(await shown(rounded(12_000, 1_000), 14_000)).toEqual([14_000]);
    expect(await shown(rounded(12_000, 1_000), 14_000, true)).toEqual([12_000]);
    expect(await shown(100, 101)).toEqual([101]);
    expect(await shown(100, 101, true)).toEqual([100]);
  });

  it("an estimate gives way to what the console says, and stands marked where it says nothing", async () => {
    const { ledger, writer } = freshLedger();
    const square = observation([RIVAL], [reading(0, "follower_count", rounded(12_000, 1_000))], {
      page: "talent_square",
      account: null,
      url: "https://store.weixin.qq.com/x",
    });
    await writer.keep(square, capture("2026-11-21T10:00"));
    await writer.keepImport(
      ofRival([told(0, "follower_count", 12_345, null), told(0, "sales_gmv", 9, null), told(1, "price", 5_900, null)]),
      AT,
    );
    const [rival] = await ledger.profiles({ type: "talent" });
    expect(rival?.latest.map(({ metric, value, source }) => [metric, value, source?.estimate])).toEqual([
      ["follower_count", rounded(12_000, 1_000), undefined],
      ["sales_gmv", exact(9), true],
    ]);
    const [goods] = await ledger.profiles({ type: "product" });
    expect(goods).toMatchObject({
      entity: { name: "高山绿茶", owner: rival?.entity.key },
      latest: [{ metric: "price" }],
    });
  });
});

describe("undo", () => {
  it("leaves the store as if the import had never been", async () => {
    const { connection, ledger, writer } = freshLedger();
    await writer.keep(shopDay(1_000), capture("2026-11-19T10:00"));
    await writer.keep(
      observation([video("采茶", "2026-11-18T09:30")], [reading(0, "play_count", 120)]),
      capture("2026-11-21T10:00"),
    );
    const before = await dump(connection);
    const own = await writer.keepImport(
      ofShop([told(0, "pay_gmv", 1_001, "2026-11-18"), told(0, "coupon_use_rate", 0.5, "2026-11-20")]),
      AT,
    );
    const posts = await writer.keepImport(
      ofShop([told(0, "play_count", 130, null)], {
        account: { type: "account", id: "v2_test", name: "山里人家" },
        entities: [{ type: "video", id: "export/1", name: "采茶", publishedAt: "2026-11-18" }],
      }),
      AT,
    );
    const rival = await writer.keepImport(ofRival([told(1, "price", 5_900, null)]), AT);
    await expectSound(connection);
    for (const { batch } of [own, rival, posts]) await writer.undoImport(batch, AT.at + 1);
    expect(await dump(connection)).toEqual(before);
    expect((await ledger.imports()).map(({ undoneAt }) => undoneAt)).toEqual([AT.at + 1, AT.at + 1, AT.at + 1]);
    await expect(writer.undoImport(own.batch, AT.at + 2)).rejects.toThrow("已经撤销");
    expect(await writer.keepImport(ofRival([told(1, "price", 5_900, null)]), AT)).toMatchObject({
      readings: 1,
      known: 0,
    });
  });

  it("keeps what later looks speak of, and what the user watches", async () => {
    const { connection, ledger, writer } = freshLedger();
    const { batch } = await writer.keepImport(
      ofRival([told(0, "sales_gmv", 1, null), told(1, "price", 5_900, null)]),
      AT,
    );
    const [rival] = await ledger.profiles({ type: "talent" });
    const watched = rival?.entity.key ?? "";
    await writer.putNotes([{ kind: "rival", id: watched, fields: { entity: watched } }], AT.at);
    await writer.undoImport(batch, AT.at);
    expect((await ledger.watched()).map(({ entity, latest }) => [entity.name, latest])).toEqual([["茶山阿妹", []]]);
    expect(await ledger.profiles({ type: "product" })).toEqual([]);
    await expectSound(connection);
  });

  const entity = fc.constantFrom<ObservedEntity>(
    { type: "product", id: "1", name: "茶" },
    { type: "product", id: null, name: "茶" },
    { type: "product", id: "2", name: null },
    { type: "product", id: null, name: "梨" },
  );
  const date = fc.integer({ min: 17, max: 20 }).map((n) => `2026-11-${n}`);
  const one = fc.tuple(fc.nat(1), fc.constantFrom("stock", "sold_count"), fc.nat(3), fc.option(date), date);
  const step = fc.record({
    imports: fc.boolean(),
    estimate: fc.boolean(),
    entities: fc.tuple(entity, entity),
    rows: fc.array(one, { minLength: 1, maxLength: 5 }),
    hour: fc.integer({ min: 10, max: 20 }),
  });

  it("of any of them, in any order, is what a recount of the rest gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (steps, picks) => {
          const { connection, writer } = freshLedger();
          const batches: string[] = [];
          for (const { imports, estimate, entities, rows, hour } of steps) {
            const at = shanghai(`2026-11-21T${hour}:00`);
            if (!imports) {
              const look = observation(
                entities,
                rows.map(([n, metric, value]) => reading(n, metric, value)),
                { page: "goods_list" },
              );
              await writer.keep(look, { at, tab: 1, reader: "x" });
              continue;
            }
            const table = ofShop(
              rows.map(([n, metric, value, period, asOf]) => told(n, metric, value, period, asOf)),
              {
                source: { kind: "import", name: "表", estimate },
                account: { type: "account", id: "v2_test", name: "山里人家" },
                entities,
              },
            );
            const { batch, readings } = await writer.keepImport(table, { at, reader: "x" });
            if (readings > 0) batches.push(batch);
            await expectSound(connection);
          }
          for (const pick of picks) {
            const [batch] = batches.splice(pick % Math.max(batches.length, 1), 1);
            if (batch) await writer.undoImport(batch, 1);
            await expectSound(connection);
          }
          for (const batch of batches) await writer.undoImport(batch, 1);
          await expectSound(connection);
          await connection.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
