import { describe, expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import type { BroughtReading } from "../../../src/ledger/brought";
import { changesOf } from "../../../src/ui/data/rivals/changes";
import { marketWeeks } from "../../../src/ui/data/rivals/market";
import { contentWatch, ranksOf } from "../../../src/ui/data/rivals/trends";
import { capture, exact, freshLedger, observation, reading, shanghai } from "../ledger/sample";

const TALENT: ObservedEntity = { type: "talent", id: "t1", name: "老金茶庄" };
const { type, id, name } = TALENT;
const GOODS: ObservedEntity = { type: "product", id: "p1", name: "高山乌龙 250g", owner: { type, id, name } };

/** A watch list of one, whose numbers both the console and a third party tell. */
async function watching() {
  const all = freshLedger();
  await all.writer.putNotes([{ kind: "rival", id: "talent:t1", fields: { entity: "talent:t1", order: 1 } }], 1);
  const page = (wall: string, gmv: number, price: number) =>
    all.writer.keep(
      observation(
        [TALENT, GOODS],
        [reading(0, "sales_gmv", gmv), reading(0, "talent_categories", "茶"), reading(1, "price", price)],
        { page: "talent_detail", account: { id: null, name: "山里人家旗舰店" } },
      ),
      capture(wall),
    );
  const third = (source: string, day: string, gmv: number, price: number) => {
    const told = (entity: number, metric: string, value: number): BroughtReading => ({
      entity,
      metric,
      value: exact(value),
      period: null,
      day,
    });
    return all.writer.keepImport(
      {
        source: { kind: "import", name: source, estimate: true },
        file: "榜单.xlsx",
        account: null,
        entities: [TALENT, GOODS],
        readings: [told(0, "sales_gmv", gmv), told(1, "price", price)],
      },
      { at: shanghai(`${day}T12:00`), reader: "0.1.0" },
    );
  };
  return { ...all, page, third };
}
const SPAN = { from: "2026-11-10", to: "2026-11-20" };

describe("third parties' estimates", () => {
  it("are no change against what the console showed, nor against another third party's", async () => {
    const { ledger, page, third } = await watching();
    await page("2026-11-03T10:00", 1_000, 900);
    await third("蝉妈妈", "2026-11-05", 7_000, 500);
    await third("飞瓜", "2026-11-18", 3_000, 400);
    expect((await changesOf(ledger, SPAN))[0]?.changes).toEqual([]);
  });

  it("are compared with the same one's, and say whose they are", async () => {
    const { ledger, third } = await watching();
    await third("蝉妈妈", "2026-11-05", 7_000, 500);
    await third("蝉妈妈", "2026-11-18", 9_000, 400);
    const changes = (await changesOf(ledger, SPAN))[0]?.changes ?? [];
    expect(changes.map(({ kind, estimate, to }) => [kind, estimate, to])).toEqual(
      expect.arrayContaining([
        ["metric", "蝉妈妈", exact(9_000)],
        ["price", "蝉妈妈", exact(400)],
      ]),
    );
    const [market] = await marketWeeks(ledger, ["2026-W47"]);
    expect(market?.sellers.map(({ goods }) => goods.estimates)).toEqual([[], ["蝉妈妈"]]);
  });

  it("give way to the console in places and in categories", async () => {
    const { ledger, page, third } = await watching();
    await page("2026-11-03T10:00", 1_000, 900);
    await page("2026-11-17T10:00", 2_000, 900);
    await third("蝉妈妈", "2026-11-18", 9_000, 400);
    const weeks = ["2026-W45", "2026-W46", "2026-W47"];
    const [line] = (await ranksOf(ledger, "sales_gmv", weeks)).lines;
    expect(line?.points).toEqual([{ rank: 1, value: exact(1_000) }, null, { rank: 1, value: exact(2_000) }]);
    const [tea] = (await contentWatch(ledger, weeks)).categories;
    expect(tea).toMatchObject({ category: "茶", growth: { low: 1, high: 1 }, estimates: [] });
  });
});

describe("a change of goods", () => {
  it("has one id in every store, however each numbers goods, so that it stays set aside", async () => {
    const [one, other] = [await watching(), await watching()];
    await other.writer.keep(
      observation([{ type: "product", id: "own", name: "自己的茶" }], [reading(0, "price", 100)], {
        page: "goods_list",
      }),
      capture("2026-11-01T10:00"),
    );
    for (const { page } of [one, other]) {
      await page("2026-11-03T10:00", 1_000, 900);
      await page("2026-11-18T10:00", 1_000, 800);
    }
    const ids = await Promise.all(
      [one, other].map(async ({ ledger }) => (await changesOf(ledger, SPAN))[0]?.changes.map((change) => change.id)),
    );
    expect(ids[0]).toHaveLength(1);
    expect(ids[1]).toEqual(ids[0]);
    await other.writer.putNotes([{ kind: "rival_dismissed", id: ids[0]?.[0] ?? "", fields: { at: 5 } }], 6);
    expect((await changesOf(other.ledger, SPAN))[0]?.changes).toEqual([]);
  });
});
