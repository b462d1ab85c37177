import { describe, expect, it } from "vitest";
import { concentrationRatio, herfindahl } from "../../../src/competitors/market/concentration";
import { jaccard, priceOverlap } from "../../../src/competitors/market/overlap";
import { bandsFrom, histogram, quantileBands } from "../../../src/competitors/market/price-bands";
import fc from "../../harness/properties";

const exact = (...sizes: number[]) => sizes.map((size) => ({ low: size, high: size }));
const near = (value: number) => expect.closeTo(value, 9);

describe("concentration", () => {
  it("of exact sizes is one number", () => {
    // 50 + 30 + 15 + 5 = 100: CR1 0.5, CR3 0.95, HHI 0.25 + 0.09 + 0.0225 + 0.0025.
    const sizes = exact(50, 30, 15, 5);
    expect(concentrationRatio(sizes, 1)).toEqual({ low: 0.5, high: 0.5 });
    expect(concentrationRatio(sizes, 3)).toEqual({ low: near(0.95), high: near(0.95) });
    expect(concentrationRatio(sizes, 10)).toEqual({ low: 1, high: 1 });
    expect(herfindahl(sizes)).toEqual({ low: near(0.365), high: near(0.365) });
  });
  it("of ranges is what the ranges allow", () => {
    // 10 … 20 against 10: shares of the largest from 1/2 (10:10) to 2/3 (20:10).
    const sizes = [{ low: 10, high: 20 }, ...exact(10)];
    expect(concentrationRatio(sizes, 1)).toEqual({ low: 0.5, high: near(2 / 3) });
    expect(herfindahl(sizes)?.low).toBe(0.5);
  });
  it("is not known without a certain sale", () => {
    expect(concentrationRatio([], 1)).toBeNull();
    expect(herfindahl([{ low: 0, high: 10 }])).toBeNull();
  });
  it("may be all of it where a tier is open above", () => {
    expect(concentrationRatio([{ low: 100, high: Number.POSITIVE_INFINITY }, ...exact(100)], 1)).toEqual({
      low: 0.5,
      high: 1,
    });
  });

  const size = fc.tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  it("holds the true value, wherever in their ranges the sizes lie", () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (raw, k) => {
        const ranges = raw.map(([low, width]) => ({ low, high: low + width }));
        const truth = exact(...raw.map(([low, width, at]) => low + at * width));
        const [cr, hhi] = [concentrationRatio(ranges, k), herfindahl(ranges)];
        if (!cr || !hhi) return;
        const [trueCr, trueHhi] = [concentrationRatio(truth, k)?.low ?? 0, herfindahl(truth)?.low ?? 0];
        expect(cr.low - 1e-9 <= trueCr && trueCr <= cr.high + 1e-9).toBe(true);
        expect(hhi.low - 1e-9 <= trueHhi && trueHhi <= hhi.high + 1e-9).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("price bands", () => {
  it("are as the user typed them, and the last is open", () => {
    expect(bandsFrom([5_000, -1, 10_000, 5_000])).toEqual([
      { from: 0, below: 5_000 },
      { from: 5_000, below: 10_000 },
      { from: 10_000, below: null },
    ]);
  });
  it("of equal goods come from the prices", () => {
    expect(quantileBands(exact(1_000, 2_000, 3_000, 4_050), 2)).toEqual([
      { from: 0, below: 3_000 },
      { from: 3_000, below: null },
    ]);
    expect(quantileBands(exact(900, 900, 900), 3)).toEqual([
      { from: 0, below: 900 },
      { from: 900, below: null },
    ]);
  });
  it("count a price on an edge above it, and a range where it may lie", () => {
    const counts = histogram([...exact(5_000), { low: 4_000, high: 6_000 }], bandsFrom([5_000]));
    expect(counts.map(({ count }) => count)).toEqual([
      { low: 0, high: 1 },
      { low: 1, high: 2 },
    ]);
  });
});

describe("overlap", () => {
  const bands = bandsFrom([5_000, 10_000]);
  it("of prices is the shared part of the shares", () => {
    // Ours 1/2 · 1/2 · 0, theirs 0 · 1/4 · 3/4: 0 + 1/4 + 0.
    const ours = histogram(exact(1_000, 6_000), bands);
    const theirs = histogram(exact(7_000, 20_000, 30_000, 40_000), bands);
    expect(priceOverlap(ours, theirs)).toEqual({ low: 0.25, high: 0.25 });
    expect(priceOverlap(ours, ours)).toEqual({ low: 1, high: 1 });
    expect(priceOverlap(ours, histogram([], bands))).toBeNull();
  });
  it("holds the true value where prices are ranges", () => {
    const price = fc.tuple(
      fc.integer({ min: 0, max: 15_000 }),
      fc.integer({ min: 0, max: 8_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const goods = fc.array(price, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(goods, goods, (a, b) => {
        const ranges = (raw: typeof a) =>
          histogram(
            raw.map(([low, width]) => ({ low, high: low + width })),
            bands,
          );
        const truth = (raw: typeof a) => histogram(exact(...raw.map(([low, width, at]) => low + at * width)), bands);
        const [known, real] = [priceOverlap(ranges(a), ranges(b)), priceOverlap(truth(a), truth(b))?.low ?? 0];
        expect(known && known.low - 1e-9 <= real && real <= known.high + 1e-9).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
  it("of goods counts pairs once", () => {
    // 4 and 6 goods, 2 the same: 2 of 8; one more proposed: up to 3 of 7.
    expect(jaccard(4, 6, 2, 1)).toEqual({ low: 0.25, high: near(3 / 7) });
    expect(jaccard(0, 0, 0, 0)).toBeNull();
  });
});
