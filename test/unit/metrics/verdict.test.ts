import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/console/observation";
import { judge } from "../../../src/metrics/verdict";
import fc from "../../harness/properties";
import { exact, range, rounded } from "./sample-ledger";

type Row = [
  what: string,
  current: Value,
  previous: Value,
  direction: string,
  absolute: number | null,
  relative: number | null,
  reason: string | null,
];

// Hand-computed. 1.2万 is 12000 with step 1000, so it may stand for anything from 11000 to 13000.
const ROWS: Row[] = [
  ["a rise", exact(1500), exact(1200), "up", 300, 0.25, null],
  ["a fall", exact(900), exact(1200), "down", -300, -0.25, null],
  ["the same", exact(1200), exact(1200), "flat", 0, 0, null],
  ["percents without binary dust", exact(0.0441), exact(0.0392), "up", 0.0049, 0.125, null],
  ["one hundredth of a percent", exact(0.0393), exact(0.0392), "up", 0.0001, 0.0025510204, null],
  ["seconds", exact(14.73), exact(14.7), "up", 0.03, 0.0020408163, null],
  ["from zero", exact(5), exact(0), "up", 5, null, "zero_base"],
  ["zero twice", exact(0), exact(0), "flat", 0, null, "zero_base"],
  ["from below zero, up", exact(30), exact(-20), "up", 50, null, "zero_base"],
  ["from below zero, down", exact(-30), exact(-20), "down", -10, null, "zero_base"],
  ["to zero", exact(0), exact(20), "down", -20, -1, null],
  ["1.2万 twice", rounded(12_000, 1000), rounded(12_000, 1000), "unknown", 0, 0, "rounding"],
  ["one step up", rounded(13_000, 1000), rounded(12_000, 1000), "unknown", 1000, 0.0833333333, "rounding"],
  ["one step down", rounded(12_000, 1000), rounded(13_000, 1000), "unknown", -1000, -0.0769230769, "rounding"],
  ["two steps up", rounded(14_000, 1000), rounded(12_000, 1000), "up", 2000, 0.1666666667, null],
  ["two steps down", rounded(12_000, 1000), rounded(14_000, 1000), "down", -2000, -0.1428571429, null],
  ["exact inside a rounding", exact(11_999), rounded(12_000, 1000), "unknown", -1, -0.0000833333, "rounding"],
  ["exact equal to the rounding", exact(12_000), rounded(12_000, 1000), "unknown", 0, 0, "rounding"],
  ["exact a whole step off", exact(13_000), rounded(12_000, 1000), "unknown", 1000, 0.0833333333, "rounding"],
  ["exact beyond the step", exact(13_001), rounded(12_000, 1000), "up", 1001, 0.0834166667, null],
  ["over the 万 line, open", rounded(10_000, 1000), exact(9800), "unknown", 200, 0.0204081633, "rounding"],
  ["over the 万 line, sure", rounded(12_000, 1000), exact(9800), "up", 2200, 0.2244897959, null],
  [
    "two steps of different size",
    rounded(100_000, 10_000),
    rounded(99_000, 1000),
    "unknown",
    1000,
    0.0101010101,
    "rounding",
  ],
  ["rounded from zero", rounded(12_000, 1000), exact(0), "up", 12_000, null, "zero_base"],
  ["the same tier", range(5e7, 1e8), range(5e7, 1e8), "unknown", null, null, "ranges_overlap"],
  ["the next tier", range(1e8, 5e8), range(5e7, 1e8), "up", null, null, null],
  ["the tier below", range(5e7, 1e8), range(1e8, 5e8), "down", null, null, null],
  ["into the open tier", range(1e8, null), range(5e7, 1e8), "up", null, null, null],
  ["the open tier twice", range(1e8, null), range(1e8, null), "unknown", null, null, "ranges_overlap"],
  ["tiers cut anew", range(5e7, 2e8), range(1e7, 1e8), "unknown", null, null, "ranges_overlap"],
  ["a tier inside the other", range(6e7, 7e7), range(5e7, 1e8), "unknown", null, null, "ranges_overlap"],
  ["tiers far apart", range(1e9, null), range(0, 1e5), "up", null, null, null],
  ["an exact number above a tier", exact(120), range(50, 100), "up", null, null, null],
  ["an exact number on a tier's bound", exact(100), range(50, 100), "unknown", null, null, "ranges_overlap"],
  ["a tier above zero", range(1, 100), exact(0), "up", null, null, null],
  ["a rounding inside a tier", rounded(12_000, 1000), range(10_000, 50_000), "unknown", null, null, "ranges_overlap"],
  ["a rounding up to a tier", range(13_000, 50_000), rounded(12_000, 1000), "up", null, null, null],
];

describe("judge", () => {
  it.each(ROWS)("%s", (_what, current, previous, direction, absolute, relative, reason) => {
    const share = relative === null ? null : expect.closeTo(relative, 9);
    expect(judge(current, previous, null)).toEqual({ direction, absolute, relative: share, reason });
  });

  it("gives no verdict on what must not be compared, but the plain difference", () => {
    expect(judge(exact(900), exact(1200), "partial")).toEqual({
      direction: "unknown",
      absolute: -300,
      relative: -0.25,
      reason: "partial",
    });
    expect(judge(range(1, 2), range(5, 6), "overlapping_periods")).toEqual({
      direction: "unknown",
      absolute: null,
      relative: null,
      reason: "overlapping_periods",
    });
  });

  it("has nothing to say of text", () => {
    expect(judge(exact("销售中"), exact("已下架"), null)).toBeNull();
  });
});

const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
const step = fc.constantFrom(1, 10, 1000, 10_000);
const value: fc.Arbitrary<Value> = fc.oneof(
  number.map(exact),
  fc.tuple(number, step).map(([base, size]) => rounded(base * size, size)),
  fc
    .tuple(number, number)
    .map(([a, b]) => range(Math.min(a, b), Math.max(a, b)))
    .filter((each) => each.precision === "range" && each.min !== each.max),
  number.map((min) => range(min, null)),
  number.map((max) => range(null, max)),
);

/** Numbers that a shown value may stand for, both extremes and some between. */
const standsFor = (shown: Value): number[] => {
  if (shown.precision === "range") {
    const low = shown.min ?? (shown.max ?? 0) - 1e9;
    const high = shown.max ?? (shown.min ?? 0) + 1e9;
    return [low + (high - low) * 1e-6, (low + high) / 2, high - (high - low) * 1e-6];
  }
  if (shown.precision === "exact") return [Number(shown.value)];
  return [shown.value - shown.step * 0.999, shown.value, shown.value + shown.step * 0.999];
};

describe("properties", () => {
  const opposite = { up: "down", down: "up", flat: "flat", unknown: "unknown" } as const;

  it("turns round when the sides are exchanged", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [one, other] = [judge(a, b, null), judge(b, a, null)];
        if (!one || !other) throw new Error("no judgement of numbers");
        expect(other.direction).toBe(opposite[one.direction]);
        expect(other.absolute).toBe(one.absolute === null ? null : one.absolute === 0 ? 0 : -one.absolute);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives a verdict only when every number behind both values agrees with it", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const judgement = judge(a, b, null);
        for (const x of standsFor(a)) {
          for (const y of standsFor(b)) {
            if (judgement?.direction === "up") expect(x).toBeGreaterThan(y);
            if (judgement?.direction === "down") expect(x).toBeLessThan(y);
            if (judgement?.direction === "flat") expect(x).toBe(y);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("never decides within one rounding step", () => {
    fc.assert(
      fc.property(number, step, fc.constantFrom(-1, 0, 1), (base, size, shift) => {
        const judgement = judge(rounded((base + shift) * size, size), rounded(base * size, size), null);
        expect(judgement).toMatchObject({ direction: "unknown", reason: "rounding" });
      }),
    );
  });

  it("keeps relative to a positive base and to numbers", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const judgement = judge(a, b, null);
        if (!judgement || judgement.relative === null) return;
        expect(judgement.absolute).not.toBeNull();
        expect(b.precision !== "range" && Number(b.value) > 0).toBe(true);
      }),
    );
  });
});
