import { describe, expect, it } from "vitest";
import { listOf } from "../../../src/competitors/dossier";
import { type SoldGoods, sellerGoods, sellerPrices } from "../../../src/competitors/market/seller-goods";
import { goodsShelf } from "../../../src/competitors/seller-file";
import type { GoodsShelf } from "../../../src/competitors/shelf-changes";
import { weekSpan } from "../../../src/competitors/week-board";
import type { Observation, ObservedEntity, Value } from "../../../src/console/observation";
import type { LedgerReader } from "../../../src/ledger/reader";
import { readingOf, type Shelf } from "../../../src/ledger/shelves";
import { type Interval, intervalOf } from "../../../src/metrics/interval";
import { bandsOf, marketWeeks, overlapByWeek, overlaps, priceWeeks } from "../../../src/ui/data/rivals/market";
import fc from "../../harness/properties";
import { capture, exact, freshLedger, observation, reading, yesterday } from "../ledger/sample";

const METRICS = ["price", "sold_count", "commission_rate", "stock"] as const;
const WEEKS = ["2026-W46", "2026-W47"];
const WEEK_STARTS = WEEKS.map((week) => weekSpan(week).monday);
const SELLERS = [["talent:t1", "talent:t2"], ["talent:t3"]] as const;

const value = fc.oneof(
  fc.integer({ min: 0, max: 9_000 }).map(exact),
  fc.integer({ min: 0, max: 900 }).map((n): Value => ({ precision: "range", min: n, max: n + 500 })),
  fc.integer({ min: 1, max: 90 }).map((n): Value => ({ precision: "rounded", value: n * 100, step: 100 })),
);
const row = fc.record({
  thing: fc.integer({ min: 0, max: 5 }),
  metric: fc.constantFrom(...METRICS),
  value,
  hasPeriod: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const look = fc.record({
  seller: fc.constantFrom(null, "t1", "t2", "t3"),
  day: fc.integer({ min: 9, max: 22 }),
  tab: fc.constantFrom("", "?tab=new"),
  complete: fc.boolean(),
  partial: fc.boolean(),
  rows: fc.array(row, { maxLength: 12 }),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

function pageOf({ seller, tab, complete, partial, rows }: Look): Observation {
  const owner = seller === null ? null : ({ type: "talent", id: seller, name: seller } as const);
  const things = Array.from(
    { length: 6 },
    (_, at): ObservedEntity => ({ type: "product", id: `p${at}`, name: `茶 ${at}`, ...(owner ? { owner } : {}) }),
  );
  const readings = rows.map(({ thing, metric, value: said, hasPeriod }) => {
    const isShare = metric === "commission_rate";
    const fitted: Value = isShare ? exact(0.01 * (thing + 1)) : said;
    return reading(thing + (owner ? 1 : 0), metric, fitted, hasPeriod ? yesterday : null);
  });
  if (owner) readings.push(reading(0, "follower_count", rows.length));
  const more = {
    page: owner ? "talent_detail" : "goods_list",
    url: `https://store.weixin.qq.com/shop/goods/list${tab}`,
    account: { id: null, name: "山里人家旗舰店" },
    state: partial ? "partial_page" : "ok",
    complete,
  } as const;
  return observation(owner ? [owner, ...things] : things, readings, more);
}

/** The goods of some days from every single reading of their shelves, as slowly and plainly as can be. */
function plainly(shelves: readonly Shelf[]): readonly SoldGoods[] {
  const found = new Map<number, { sold: SoldGoods; list: string }>();
  for (const { items, pages } of shelves) {
    const lists = pages.map(listOf);
    const ended = lists.filter((_, at) => pages[at]?.complete && pages[at]?.state === "ok");
    if (items.size === 0) continue;
    for (const [n, { list }] of [...found]) if (ended.includes(list) && !items.has(n)) found.delete(n);
    for (const [n, readings] of items) {
      const of = (metric: string) => {
        const said = readingOf(readings, metric);
        return said && intervalOf(said.value);
      };
      const page = pages[readings.at(-1)?.page ?? -1];
      const seen = { at: page?.lastSeen ?? 0, snapshot: page?.id ?? "" };
      const sold = { n, price: of("price"), sold: of("sold_count"), commission: of("commission_rate"), seen };
      found.set(n, { sold, list: lists[readings[0]?.page ?? -1] ?? "" });
    }
  }
  return [...found.values()].map(({ sold }) => sold);
}

const inOrder = (prices: readonly Interval[]) => prices.toSorted((a, b) => a.low - b.low || a.high - b.high);

async function shelvesOf(ledger: LedgerReader, week: string, seller: readonly string[] | null) {
  const { monday: since, sunday: until } = weekSpan(week);
  const [shelves = [], all = []] = await ledger.shelves([
    { seller, since, until, metrics: METRICS.slice(0, 3) },
    { seller, since, until, metrics: METRICS },
  ]);
  return { shelves, all };
}

/** The goods of one day with their lists, from every single reading. */
function shelfPlainly({ items, pages }: Shelf): GoodsShelf<number> {
  const lists = pages.map(listOf);
  const goods = [...items].map(([n, readings]) => {
    const price = readings.findLast(({ metric, period }) => metric === "price" && period === null)?.value ?? null;
    return [n, { price, lists: [...new Set(readings.map(({ page }) => lists[page] ?? ""))].sort() }] as const;
  });
  const complete = lists.filter((_, at) => pages[at]?.complete && pages[at]?.state === "ok");
  return { goods: new Map(goods), complete: new Set(complete) };
}
const sorted = ({ goods, complete }: GoodsShelf<number>): GoodsShelf<number> => ({
  complete,
  goods: new Map([...goods].map(([n, { price, lists }]) => [n, { price, lists: [...lists].sort() }])),
});

describe("goods of many sellers over weeks", () => {
  it("are those that every single reading of their shelves tells", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 14 }), async (looks) => {
        const { writer, ledger } = freshLedger();
        for (const [at, each] of looks.toSorted((a, b) => a.day - b.day).entries()) {
          const minute = String(at).padStart(2, "0");
          await writer.keep(pageOf(each), capture(`2026-11-${String(each.day).padStart(2, "0")}T10:${minute}`));
        }
        for (const seller of [null, ...SELLERS]) {
          for (const week of WEEKS) {
            const { monday: since, sunday: until } = weekSpan(week);
            // Together with others, as a matrix asks.
            const asks = [
              { seller, since, until },
              ...SELLERS.map((other) => ({ seller: other, since: "2026-11-01" })),
            ];
            const [[days = []], [prices = []]] = [await ledger.goodsDays(asks), await ledger.priceDays(asks)];
            const { shelves, all } = await shelvesOf(ledger, week, seller);
            const plain = plainly(shelves);
            expect(sellerGoods(days).goods).toEqual(plain);
            const shown = prices.filter(({ goods }) => goods.length > 0);
            expect(shown.map(goodsShelf).map(sorted)).toEqual(
              all.filter(({ items }) => items.size > 0).map(shelfPlainly),
            );
            expect(inOrder(sellerPrices(prices))).toEqual(inOrder(plain.flatMap(({ price }) => price ?? [])));
          }
        }
        const asks = ["talent:t1", "talent:t3", "talent:t1", "none"].map((key, at) => ({
          key,
          since: WEEK_STARTS[at % 2] ?? "",
        }));
        const single = await Promise.all(asks.map(({ key, since }) => ledger.history(key, { since })));
        expect(await ledger.histories(asks)).toEqual(single);
        await ledger.close();
      }),
      { numRuns: 40 },
    );
  });

  it("give the same matrix over weeks as week by week", async () => {
    const { writer, ledger } = freshLedger();
    const notes = ["t1", "t3"].map((id, order) => ({
      kind: "rival" as const,
      id: `talent:${id}`,
      fields: { entity: `talent:${id}`, order },
    }));
    await writer.putNotes(notes, 1);
    const rows = (step: number): Look["rows"] =>
      [0, 1, 2, 3].map((thing) => ({ thing, metric: "price", value: exact(1_000 + thing * step), hasPeriod: false }));
    for (const [at, seller] of ([null, "t1", "t3"] as const).entries()) {
      for (const day of [10, 17]) {
        const shown = {
          seller,
          day,
          tab: "" as const,
          complete: true,
          partial: false,
          rows: rows(500 * (at + 1) + day),
        };
        await writer.keep(pageOf(shown), capture(`2026-11-${day}T10:0${at}`));
      }
    }
    const found = await priceWeeks(ledger, WEEKS);
    if (!found) throw new Error("no weeks");
    const bands = bandsOf(found.market, []);
    const single = await marketWeeks(ledger, WEEKS);
    const expected = single.map((market) => overlaps(market, bands)[0]?.slice(1));
    const byWeek = overlapByWeek(found, bands);
    expect(WEEKS.map((_, week) => byWeek.map((own) => own[week]))).toEqual(expected);
    expect(byWeek.flat()).not.toContain(null);
    await ledger.close();
  });
});
