import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/console/observation";
import { addDays } from "../../../src/metrics/calendar";
import { type Against, type Comparison, comparisonsOf } from "../../../src/metrics/comparison";
import { freshnessOf } from "../../../src/metrics/freshness";
import { intervalOf } from "../../../src/metrics/interval";
import { middleOf } from "../../../src/metrics/middle";
import { seriesOf } from "../../../src/metrics/series";
import fc from "../../harness/properties";
import { at, day, days, exact, Ledger, range, rounded } from "./sample-ledger";

/** A daily series that ends on 2026-11-20 (a Friday); null is a day that nobody looked at. */
function daily(values: readonly (Value | null)[]) {
  const ledger = new Ledger().entity("shop:1", "山里人家");
  values.forEach((value, index) => {
    const date = addDays("2026-11-20", index - values.length + 1);
    if (value) ledger.capture({ at: `${addDays(date, 1)} 09:00`, rows: [["shop:1", "pay_gmv", value, day(date)]] });
  });
  const [series] = seriesOf(ledger.readings, ledger);
  if (!series) throw new Error("no series");
  return series;
}
const against = (all: readonly Comparison[], kind: Against) => all.find((each) => each.against === kind);
const flat = (n: number, value = 100): Value[] => Array.from({ length: n }, () => exact(value));

describe("comparisons of a day", () => {
  const all = comparisonsOf(daily([...flat(31, 100).map((value, i) => (i === 23 ? exact(120) : value)), exact(150)]));

  it("with the same weekday last week", () => {
    expect(against(all, "week_before")).toMatchObject({
      period: day("2026-11-13"),
      previous: exact(100),
      absolute: 50,
      relative: 0.5,
      direction: "up",
      reason: null,
    });
  });
  it("with the same day of the month before", () => {
    expect(against(all, "month_before")).toMatchObject({
      period: day("2026-10-20"),
      previous: exact(100),
      direction: "up",
    });
  });
  it("with the middle of its own 28 days", () => {
    expect(against(all, "median_28")).toMatchObject({
      period: days("2026-10-23", "2026-11-19"),
      previous: exact(100),
      relative: 0.5,
      points: { have: 28, need: 7 },
    });
  });
  it("with no campaign when there is none", () => expect(against(all, "campaign")).toBeUndefined());
  it("with the middle of the 14 days before the campaign it lies in", () => {
    const found = comparisonsOf(daily([...flat(20, 100), exact(900), exact(950), exact(1000)]), [
      days("2026-11-18", "2026-11-22"),
    ]);
    expect(against(found, "campaign")).toMatchObject({
      period: days("2026-11-04", "2026-11-17"),
      previous: exact(100),
      relative: 9,
    });
  });

  it("says how many points there are when they are too few", () => {
    const found = comparisonsOf(daily(flat(4)));
    expect(against(found, "median_28")).toMatchObject({
      direction: "unknown",
      reason: "too_few",
      points: { have: 3, need: 7 },
      previous: null,
      absolute: null,
    });
  });
  it("says that a day was not seen, and never takes another in its place", () => {
    const found = comparisonsOf(daily([exact(1), null, ...flat(6)]));
    expect(against(found, "week_before")).toMatchObject({ direction: "up" });
    const missed = comparisonsOf(
      daily([exact(1), exact(2), null, ...flat(5), exact(9)].map((v, i) => (i === 1 ? null : v))),
    );
    expect(against(missed, "week_before")).toMatchObject({ direction: "unknown", reason: "not_seen" });
  });
  it("tells only the difference from zero", () => {
    const found = comparisonsOf(daily([...flat(10, 0), exact(5)]));
    for (const kind of ["week_before", "median_28"] as const) {
      expect(against(found, kind)).toMatchObject({ direction: "up", absolute: 5, relative: null, reason: "zero_base" });
    }
  });
  it("tells nothing below the rounding step, and tiers by interval", () => {
    const near = comparisonsOf(
      daily([...Array.from({ length: 8 }, () => rounded(12_000, 1000)), rounded(13_000, 1000)]),
    );
    expect(against(near, "week_before")).toMatchObject({ direction: "unknown", reason: "rounding" });
    expect(against(near, "median_28")).toMatchObject({ direction: "unknown", reason: "rounding" });
    const tiers = comparisonsOf(daily([...Array.from({ length: 8 }, () => range(0, 100)), range(100, 500)]));
    expect(against(tiers, "median_28")).toMatchObject({ direction: "up", absolute: null, relative: null });
  });
  it("marks a day that is not over", () => {
    const ledger = new Ledger().entity("shop:1", "店");
    for (let back = 9; back >= 1; back--) {
      const date = addDays("2026-11-20", -back);
      ledger.capture({ at: `${addDays(date, 1)} 09:00`, rows: [["shop:1", "pay_gmv", exact(100), day(date)]] });
    }
    ledger.capture({ at: "2026-11-20 15:00", rows: [["shop:1", "pay_gmv", exact(40), day("2026-11-20")]] });
    const [series] = seriesOf(ledger.readings, ledger);
    const found = series ? comparisonsOf(series) : [];
    expect(found.map(({ direction, reason }) => [direction, reason])).toEqual([
      ["unknown", "partial"],
      ["unknown", "partial"],
      ["unknown", "not_seen"],
      ["unknown", "partial"],
    ]);
  });
});

describe("comparisons of longer periods", () => {
  it("are only with their own kind, and month ends are the month's last day", () => {
    const ledger = new Ledger().entity("shop:1", "店");
    ledger.capture({ at: "2026-03-01 09:00", rows: [["shop:1", "pay_gmv", exact(7), day("2026-02-28")]] });
    ledger.capture({
      at: "2026-04-01 09:00",
      rows: [
        ["shop:1", "pay_gmv", exact(9), day("2026-03-31")],
        ["shop:1", "pay_gmv", exact(90), days("2026-03-02", "2026-03-31")],
      ],
    });
    const [oneDay, month] = seriesOf(ledger.readings, ledger);
    expect(oneDay && against(comparisonsOf(oneDay), "month_before")).toMatchObject({
      previous: exact(7),
      direction: "up",
    });
    const ofMonth = month ? comparisonsOf(month) : [];
    expect(against(ofMonth, "week_before")).toBeUndefined();
    expect(against(ofMonth, "month_before")).toMatchObject({ reason: "not_seen" });
  });
});

describe("the middle of values", () => {
  it.each<[Value[], Value | null]>([
    [[exact(1), exact(9), exact(3)], exact(3)],
    [[rounded(12_000, 1000), rounded(14_000, 1000), exact(9000)], rounded(12_000, 1000)],
    [[range(0, 100), range(100, 500), range(0, 100)], range(0, 100)],
    [[exact(5), exact("高")], null],
    [[range(100, null)], null],
    [[], null],
  ])("%j", (values, expected) => expect(middleOf(values)).toEqual(expected));

  it("holds the true middle, wherever the numbers lie in their intervals", () => {
    const value = fc
      .tuple(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 10, 100))
      .map(([n, step]) => (step ? rounded(n, step) : exact(n)));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 30 }),
        (drawn) => {
          const truth = drawn.map(([each, share]) => {
            const { low, high } = intervalOf(each) ?? { low: 0, high: 0 };
            return low + (high - low) * share;
          });
          const sorted = truth.sort((a, b) => a - b);
          const half = sorted.length >> 1;
          const middle = sorted.length % 2 ? sorted[half] : ((sorted[half] ?? 0) + (sorted[half - 1] ?? 0)) / 2;
          const known = intervalOf(middleOf(drawn.map(([each]) => each)) ?? exact(""));
          expect(middle).toBeGreaterThanOrEqual((known?.low ?? Number.NaN) - 1e-6);
          expect(middle).toBeLessThanOrEqual((known?.high ?? Number.NaN) + 1e-6);
        },
      ),
    );
  });
});

describe("any comparison", () => {
  const value = fc.oneof(
    fc.nat(1000).map(exact),
    fc.nat(20).map((n) => rounded(n * 100, 100)),
    fc.nat(9).map((n) => range(n * 100, n * 100 + 100)),
  );
  it("tells a direction only when every number the two sides may stand for agrees, and never NaN", () => {
    fc.assert(
      fc.property(fc.array(fc.option(value), { minLength: 8, maxLength: 40 }), value, (past, last) => {
        for (const each of comparisonsOf(daily([...past, last]))) {
          for (const number of [each.absolute, each.relative])
            expect(number === null || Number.isFinite(number)).toBe(true);
          if (each.previous === null) expect(each.direction).toBe("unknown");
          if (each.previous === null || each.direction === "unknown") continue;
          const [now, then] = [intervalOf(last), intervalOf(each.previous)];
          if (!now || !then) throw new Error("a verdict without numbers");
          if (each.direction === "up") expect(now.low).toBeGreaterThanOrEqual(then.high);
          if (each.direction === "down") expect(now.high).toBeLessThanOrEqual(then.low);
        }
      }),
    );
  });
});

describe("freshness", () => {
  it.each([
    [day("2026-11-20"), "2026-11-20 23:59", { kind: "running", days: 0 }],
    [day("2026-11-20"), "2026-11-21 00:00", { kind: "next_day", days: 1 }],
    [days("2026-11-14", "2026-11-20"), "2026-11-25 09:00", { kind: "later", days: 5 }],
    [null, "2026-11-25 09:00", { kind: "counter", days: 0 }],
  ])("%j seen at %s", (period, seen, expected) => expect(freshnessOf(period, at(seen))).toEqual(expected));
});
