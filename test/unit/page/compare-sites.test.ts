import { describe, expect, test } from "vitest";
import { compare, type Seen } from "../../page/sites/compare";
import type { Expected, Part } from "../../page/sites/expected";
import { fits, match } from "../../page/sites/match";

const plays = (value: number, name = "春茶"): Part => ({
  entity: { type: "video", id: null, name },
  metric: "play_count",
  unit: "count",
  precision: "exact",
  value,
  period: null,
});
const seen = (readings: readonly Part[], more: Partial<Seen> = {}): Seen => ({
  visits: [{ page: "post_list", state: "ok", account: null, period: null, readings, draft: null }],
  deltas: [],
  competitors: [],
  outside: [],
  errors: [],
  ...more,
});
const expected = (readings: readonly Part[], more: Partial<Expected> = {}): Expected => ({
  visits: [{ page: "post_list", state: "ok", readings }],
  ...more,
});

describe("a reading fits", () => {
  test("when every key that is asserted is equal", () => {
    expect(fits({ metric: "play_count", entity: { type: "video" } }, plays(7))).toBe(true);
    expect(fits({ ...plays(7), period: { from: "2026-11-01", to: "2026-11-01" } }, plays(7))).toBe(false);
    expect(fits(plays(7), plays(8))).toBe(false);
    expect(fits(plays(7), plays(7, "秋茶"))).toBe(false);
  });
  test("when a ratio differs in its last bit only", () => {
    expect(fits({ value: 0.0441 }, { value: 4.41 / 100 })).toBe(true);
    expect(fits({ value: 0.0441 }, { value: 0.0442 })).toBe(false);
  });
  test("when own goods have no owner", () => {
    const own = { type: "product", name: "壶" };
    expect(fits(own, { type: "product", id: null, name: "壶" })).toBe(true);
    expect(fits(own, { type: "product", id: null, name: "壶", owner: { type: "talent" } })).toBe(false);
  });
});

test("a reading seen twice is wrong the second time", () => {
  const { found, wrong } = match([plays(7)], [plays(7), plays(7)]);
  expect([found, wrong.length]).toEqual([1, 1]);
});

test("an optional reading is neither found nor wrong", () => {
  expect(match([], [plays(7)], [{ metric: "play_count" }])).toEqual({ found: 0, missing: [], wrong: [] });
});

describe("a site", () => {
  test("as expected has nothing to say", () => {
    const verdict = compare(expected([plays(7)]), seen([plays(7)]));
    expect(verdict).toEqual({ expected: 1, found: 1, wrong: [], missing: [], differing: [] });
  });
  test("with another value has a missing reading and a wrong one", () => {
    const { found, wrong, missing } = compare(expected([plays(7)]), seen([plays(70)]));
    expect([found, wrong.length, missing.length]).toEqual([0, 1, 1]);
  });
  test("in another state says so", () => {
    const report = compare({ visits: [{ state: "loading" }] }, seen([plays(7)]));
    expect(report.differing).toEqual(['visit 1: state "ok", not "loading"']);
    expect(report.wrong).toEqual([]);
  });
  test("with a visit that never came misses its readings", () => {
    const report = compare(expected([plays(7)]), { ...seen([]), visits: [] });
    expect(report.missing).toHaveLength(1);
    expect(report.differing).toHaveLength(2);
  });
  test("that keeps a forbidden text, asks outside or throws says so", () => {
    const report = compare(
      expected([plays(7, "微**户")], { never: ["微**户"] }),
      seen([plays(7, "微**户")], { outside: ["https://example.org/"], errors: ["TypeError"] }),
    );
    expect(report.differing).toHaveLength(3);
  });
  test("holds deltas and competitors only where they are asserted", () => {
    const more = { deltas: [{ metric: "play_count" }], competitors: [{ id: null, name: "山野集", changes: [] }] };
    expect(compare(expected([]), seen([], more)).differing).toEqual([]);
    expect(compare(expected([], { deltas: [], competitors: [] }), seen([], more)).differing).toHaveLength(2);
  });
  test("with a change of a competitor that is not expected says so", () => {
    const change = { kind: "price", item: "壶" };
    const wanted = { id: "a", name: "山野集", weeks: ["2026-W47"], changes: [] };
    const found = { ...wanted, changes: [change] };
    expect(compare(expected([], { competitors: [wanted] }), seen([], { competitors: [found] })).differing).toEqual([
      `change of 山野集 wrong: ${JSON.stringify(change)}`,
    ]);
    const open = { ...wanted, optionalChanges: [{ kind: "price" }] };
    expect(compare(expected([], { competitors: [open] }), seen([], { competitors: [found] })).differing).toEqual([]);
  });
});
