import { describe, expect, it } from "vitest";
import type { EntityRecord } from "../../../src/ledger/model";
import { burstSeries, gmvBurst } from "../../../src/metrics/burst";
import { addDays } from "../../../src/metrics/calendar";
import { intervalOf } from "../../../src/metrics/interval";
import { lifetimeValue } from "../../../src/metrics/lifetime";
import { mixOf, shareOf } from "../../../src/metrics/shares";
import { deviation, mean, median, robustDeviation } from "../../../src/metrics/statistics";
import { daysOfCover, reorderPoint, safetyStock, salesOf, slowMovingShare, turnover } from "../../../src/metrics/stock";
import fc from "../../harness/properties";
import { exact, range, rounded } from "./sample-ledger";

const count = fc.integer({ min: 0, max: 100_000 });
const counts = fc.array(count, { minLength: 1, maxLength: 40 });
/** A counter that only grows, seen on consecutive days. */
const counter = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 60 })
  .map((steps) =>
    steps.map((_, day) => ({ day, count: steps.slice(0, day + 1).reduce((sum, step) => sum + step, 0) })),
  );

describe("statistics", () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[], null],
  ])("median of %j is %s", (values, expected) => expect(median(values)).toBe(expected));

  it("of one value or none is not known", () => {
    expect(mean([])).toBeNull();
    expect(deviation([4])).toBeNull();
    expect(robustDeviation([])).toBeNull();
  });

  it("hold under moving and stretching", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 9 }), (list, move, by) => {
        const moved = list.map((each) => each * by + move);
        expect(median(moved)).toBeCloseTo((median(list) ?? 0) * by + move, 6);
        expect(mean(moved)).toBeCloseTo((mean(list) ?? 0) * by + move, 4);
        expect(robustDeviation(moved)).toBeCloseTo((robustDeviation(list) ?? 0) * by, 4);
        const spread = deviation(list);
        if (spread !== null) expect(deviation(moved)).toBeCloseTo(spread * by, 4);
      }),
    );
  });

  it("lie between the least and the greatest", () => {
    fc.assert(
      fc.property(counts, (list) => {
        for (const middle of [median(list), mean(list)]) {
          expect(middle).toBeGreaterThanOrEqual(Math.min(...list) - 1e-6);
          expect(middle).toBeLessThanOrEqual(Math.max(...list) + 1e-6);
        }
      }),
    );
  });
});

describe("ltv", () => {
  const assumed = { orders_per_buyer_year: 4, gross_margin: 0.3, customer_years: 2 };
  it.each([
    [exact(10_000), exact(24_000)],
    [exact(1), rounded(2, 1)],
    [rounded(10_000, 1000), rounded(24_000, 2400)],
    [range(10_000, 20_000), range(24_000, 48_000)],
    [range(10_000, null), range(24_000, null)],
  ])("of %j is %j", (spend, expected) => expect(lifetimeValue(spend, assumed)).toEqual(expected));

  it("is not known while an assumption is missing, and never 0 for that", () => {
    for (const id of Object.keys(assumed)) expect(lifetimeValue(exact(100), { ...assumed, [id]: null })).toBeNull();
    expect(lifetimeValue(exact(100), {})).toBeNull();
    expect(lifetimeValue(exact("高"), assumed)).toBeNull();
  });

  it("holds the product for every spend within the value given", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        count,
        fc.constantFrom(0, 10, 1000),
        share,
        fc.double({ min: 0, max: 20, noNaN: true }),
        share,
        (base, step, margin, orders, at) => {
          const spend = step === 0 ? exact(base) : rounded(base, step);
          const result = lifetimeValue(spend, {
            orders_per_buyer_year: orders,
            gross_margin: margin,
            customer_years: 1.5,
          });
          const truth = (base + (2 * at - 1) * step) * orders * margin * 1.5;
          const known = result && intervalOf(result);
          if (!known) throw new Error("no value");
          expect(truth).toBeGreaterThanOrEqual(known.low - 1);
          expect(truth).toBeLessThanOrEqual(known.high + 1);
        },
      ),
    );
  });
});

describe("stock", () => {
  it("sums what was sold, and takes a spread only from days that follow each other", () => {
    const sold = [
      { day: 1, count: 10 },
      { day: 2, count: 14 },
      { day: 5, count: 20 },
      { day: 6, count: 21 },
    ];
    expect(salesOf(sold)).toEqual({ units: 11, days: 5, daily: [4, 1] });
    expect(salesOf([...sold, { day: 7, count: 3 }])).toBeNull();
    expect(salesOf(sold.slice(0, 1))).toBeNull();
  });

  it("by hand", () => {
    const sales = { units: 70, days: 7, daily: [8, 12, 10, 9, 11, 10, 10] };
    expect(daysOfCover(50, sales)).toBe(5);
    expect(daysOfCover(50, { ...sales, units: 0 })).toBeNull();
    // σ of the seven is √(10/6) = 1.2909…; 1.65 × 1.2909 × √9 = 6.39.
    expect(safetyStock(sales, 1.65, 9)).toBe(7);
    expect(reorderPoint(sales, 1.65, 9)).toBe(97);
    expect(safetyStock({ ...sales, daily: sales.daily.slice(1) }, 1.65, 9)).toBeNull();
    expect(turnover(300, [90, 110])).toBe(3);
    expect(turnover(300, [0, 0])).toBeNull();
    expect(
      slowMovingShare([
        { stock: 3, units: 0 },
        { stock: 5, units: 2 },
        { stock: 0, units: 0 },
      ]),
    ).toBe(0.5);
    expect(slowMovingShare([{ stock: 0, units: 0 }])).toBeNull();
  });

  it("cover, safety and turnover over any counter", () => {
    fc.assert(
      fc.property(counter, count, fc.integer({ min: 1, max: 60 }), (sold, stock, lead) => {
        const sales = salesOf(sold);
        if (!sales) throw new Error("a growing counter has sales");
        expect(sales.daily.reduce((sum, each) => sum + each, 0)).toBe(sales.units);
        const cover = daysOfCover(stock, sales);
        if (cover !== null) expect((cover * sales.units) / sales.days).toBeCloseTo(stock, 4);
        const [safe, safer] = [safetyStock(sales, 1, lead), safetyStock(sales, 2, lead)];
        expect(safe).toBeGreaterThanOrEqual(0);
        expect(safer).toBeGreaterThanOrEqual(safe ?? 0);
        expect(reorderPoint(sales, 1, lead)).toBeGreaterThanOrEqual((sales.units / sales.days) * lead);
        const turns = turnover(sales.units, [stock]);
        if (turns !== null) expect(turns * stock).toBeCloseTo(sales.units, 4);
      }),
    );
  });

  it("the share of slow movers lies between none and all, and falls when one of them sells", () => {
    const goods = fc.array(fc.record({ stock: fc.integer({ min: 1, max: 99 }), units: fc.nat(3) }), { minLength: 1 });
    fc.assert(
      fc.property(goods, (list) => {
        const share = slowMovingShare(list) ?? -1;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const sold = list.map((each) => ({ ...each, units: each.units + 1 }));
        expect(slowMovingShare(sold)).toBe(0);
      }),
    );
  });
});

describe("gmv_burst", () => {
  const values = (...numbers: readonly number[]) => numbers.map(exact);

  it("is a multiple of the usual day, or nothing", () => {
    expect(gmvBurst(exact(500), values(100, 100, 100, 90, 110, 100, 100))).toEqual(exact(5));
    expect(gmvBurst(exact(500), values(100, 100))).toBeNull();
    expect(gmvBurst(exact(500), values(0, 0, 0, 0, 0, 0, 0))).toBeNull();
    expect(gmvBurst(rounded(500, 50), values(100, 100, 100, 100, 100, 100, 100))).toEqual(rounded(5, 0.5));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 7, maxLength: 14 }), count, (before, gmv) => {
        const burst = gmvBurst(exact(gmv), before.map(exact));
        const known = burst && intervalOf(burst);
        if (!known) throw new Error("no value");
        const usual = median(before) ?? 0;
        expect(gmv).toBeGreaterThanOrEqual(known.low * usual - 0.01);
        expect(gmv).toBeLessThanOrEqual(known.high * usual + 0.01);
      }),
    );
  });

  it("is told of the days of a campaign or live alone, against the days before it began", () => {
    const shop = { key: "shop:s", type: "shop" } as EntityRecord;
    const points = Array.from({ length: 20 }, (_, index) => ({
      period: { from: addDays("2026-11-01", index), to: addDays("2026-11-01", index) },
      value: exact(index < 15 ? 100 : 300 + index),
      seen: index,
      snapshot: "s",
      partial: false,
    }));
    const gmv = { entity: "shop:s", metric: "pay_gmv", kind: "day", unit: "fen", points } as const;
    const [burst] = burstSeries(shop, [gmv], [{ from: "2026-11-16", to: "2026-11-17" }]);
    expect(burst?.points.map(({ period, value }) => [period.to, value])).toEqual([
      ["2026-11-16", exact(3.15)],
      ["2026-11-17", exact(3.16)],
    ]);
    expect(burstSeries(shop, [gmv], [])).toEqual([]);
    expect(burstSeries(shop, [gmv], [{ from: "2026-11-05", to: "2026-11-05" }])).toEqual([]);
  });
});

describe("shares of posts", () => {
  it("are ranges until every post was told", () => {
    expect(shareOf(7, 3, 0)).toEqual(exact(0.7));
    expect(shareOf(6, 2, 2)).toEqual(range(0.6, 0.8));
    expect(shareOf(0, 0, 0)).toBeNull();
    expect(mixOf(["干货", "剧情"], [])).toBeNull();
    expect(mixOf(["干货", "剧情"], ["干货", "干货", "剧情", null])).toEqual(
      new Map([
        ["干货", range(0.5, 0.75)],
        ["剧情", range(0.25, 0.5)],
      ]),
    );
  });

  it("of a told mix sum to the whole, and telling one more never leaves the range", () => {
    const kinds = ["a", "b", "c"] as const;
    const kind = fc.constantFrom(...kinds);
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1 }), fc.array(kind, { minLength: 1, maxLength: 9 }), (told, rest) => {
        const before = mixOf(kinds, [...told, ...rest.map(() => null)]);
        const after = mixOf(kinds, [...told, ...rest]);
        let sum = 0;
        for (const each of kinds) {
          const [was, is] = [intervalOf(before?.get(each) ?? exact("")), intervalOf(after?.get(each) ?? exact(""))];
          if (!was || !is) throw new Error("no share");
          expect(is.low).toBeGreaterThanOrEqual(was.low - 1e-9);
          expect(is.high).toBeLessThanOrEqual(was.high + 1e-9);
          sum += is.low;
        }
        expect(sum).toBeCloseTo(1, 8);
      }),
    );
  });
});
