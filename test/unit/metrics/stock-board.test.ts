import { describe, expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import type { EntityRecord } from "../../../src/ledger/model";
import { addDays } from "../../../src/metrics/calendar";
import { GOODS_METRICS, goodsOf } from "../../../src/metrics/goods";
import { tidy } from "../../../src/metrics/interval";
import { type StockRow, stockBoard } from "../../../src/metrics/stock-board";
import { stockSeries } from "../../../src/metrics/stock-series";
import { dashboardOf } from "../../../src/ui/data/dashboards";
import { capture, freshLedger, observation, reading, shanghai, shopDay } from "../ledger/sample";
import { exact, rounded } from "./sample-ledger";

const FIRST = "2026-10-20";
const SHOP = { account: { id: null, name: "山里人家旗舰店" }, url: "https://store.weixin.qq.com/shop/goods/list" };

/** 茶 sells 3 or 5 a day and has little left, 梨 sells nothing, 杯 one a day with much left. */
const GOODS = ["茶", "梨", "杯"];
const goods = (day: number, shop = SHOP, mark = "") =>
  observation(
    GOODS.map((name): ObservedEntity => ({ type: "product", id: name + mark, name })),
    [4 * day + (day % 2), 7, day].flatMap((sold, index) => [
      reading(index, "sold_count", sold),
      reading(index, "stock", [20, 50, 400][index] ?? 0),
    ]),
    { ...shop, page: "goods_list" },
  );

async function seen(days: number) {
  const store = freshLedger();
  for (let day = 0; day < days; day += 1) {
    const date = addDays(FIRST, day);
    await store.writer.keep(shopDay(100_000 + day), capture(`${date}T09:00`));
    await store.writer.keep(goods(day), capture(`${date}T10:00`));
  }
  const [shelves = []] = await store.ledger.shelves([{ seller: null, metrics: GOODS_METRICS }]);
  const names = await store.ledger.names(shelves.flatMap(({ items }) => [...items.keys()]));
  const all = goodsOf(shelves, null);
  const row = (name: string): StockRow | undefined => stockBoard(all, {}).find(({ n }) => names.get(n)?.name === name);
  return { ...store, shelves, all, row };
}

describe("stock of the own goods, over the store", () => {
  it("tells cover, safety stock and reorder point from what the goods list counted", async () => {
    const { row } = await seen(35);
    // 4 a day on the whole over 33 days; 1.65 × σ of 3 and 5 × √7 rounded up is 5; 4 × 7 + 5.
    expect(row("茶")).toMatchObject({ stock: 20, safety: 5, state: "short", day: addDays(FIRST, 34) });
    expect(row("茶")?.cover).toBeCloseTo(5, 0);
    expect(row("茶")?.reorder).toBeGreaterThanOrEqual(32);
    expect(row("梨")).toMatchObject({ stock: 50, cover: null, state: "slow" });
    expect(row("杯")).toMatchObject({ cover: 400, safety: 0, reorder: 7, state: "steady" });
  });

  it("says nothing of sales from less than a week, or from rounded counts and estimates", async () => {
    const { row } = await seen(5);
    expect(row("茶")).toMatchObject({ stock: 20, sales: null, cover: null, reorder: null, state: "unknown" });
    const { writer, ledger } = freshLedger();
    const tea: ObservedEntity = { type: "product", id: "1", name: "茶" };
    const page = { ...SHOP, page: "goods_list" as const };
    await writer.keep(
      observation([tea], [reading(0, "sold_count", rounded(12_000, 1000))], page),
      capture("2026-11-20T10:00"),
    );
    const [shelves = []] = await ledger.shelves([{ seller: null, metrics: GOODS_METRICS }]);
    expect(shelves).toHaveLength(1);
    expect(goodsOf(shelves, null)).toEqual([]);
  });

  it("keeps the goods of two shops apart", async () => {
    const { writer, ledger } = freshLedger();
    const other = { ...SHOP, account: { id: null, name: "另一家店" } };
    await writer.keep(goods(1), capture("2026-11-20T10:00"));
    await writer.keep(goods(2, other, "2"), capture("2026-11-20T11:00"));
    const [shelves = []] = await ledger.shelves([{ seller: null, metrics: GOODS_METRICS }]);
    const shops = (await ledger.owners()).filter(({ type }) => type === "shop");
    expect(shops).toHaveLength(2);
    expect(shops.map(({ key }) => goodsOf(shelves, key).length)).toEqual([3, 3]);
  });

  it("gives the shop its turnover and slow share once a look lies 30 days back, and none before", async () => {
    const { all } = await seen(33);
    const shop = { key: "shop:s", type: "shop" } as EntityRecord;
    const [turns, slow] = stockSeries(shop, all, 28);
    expect(turns?.points.map(({ period }) => period.to)).toEqual([30, 31, 32].map((day) => addDays(FIRST, day)));
    // 120 and 30 units over 470 in stock; one of three sold nothing.
    expect(turns?.points.at(-1)?.value).toEqual(exact(tidy(150 / 470)));
    expect(slow?.points.at(-1)?.value).toEqual(exact(tidy(1 / 3)));
    expect(stockSeries(shop, (await seen(20)).all, 28)).toEqual([]);
  });

  it("stands on the whole dashboard, which no longer says that it is missing", async () => {
    const { ledger } = await seen(33);
    const now = shanghai(`${addDays(FIRST, 32)}T12:00`);
    const boards = [await dashboardOf(ledger, null, now, "first"), await dashboardOf(ledger, null, now, "whole")];
    const [first, whole] = boards.map(({ houses }) => houses.find(({ house }) => house.type === "shop"));
    const gaps = (board: typeof first) => board?.gaps.map(({ metric }) => metric);
    expect(gaps(first)).toEqual(expect.arrayContaining(["inventory_turnover", "days_of_cover", "stock"]));
    for (const metric of ["inventory_turnover", "slow_moving_share", "days_of_cover", "reorder_point", "stock"])
      expect(gaps(whole)).not.toContain(metric);
    const card = whole?.entries.find((entry) => entry.card.metric === "inventory_turnover")?.card;
    expect(card).toMatchObject({ page: "goods_list", delta: { direction: "flat" } });
    expect(whole?.stock).toEqual({ goods: 3, short: 1, slow: 1 });
  });
});
