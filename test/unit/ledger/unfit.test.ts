import { describe, expect, it } from "vitest";
import type { ObservedReading, Value } from "../../../src/console/observation";
import { capture, exact, freshLedger, observation, reading, shopDay, video } from "./sample";

const range = (min: number | null, max: number | null): Value => ({ precision: "range", min, max });

describe("what the ledger does not take", () => {
  const wrong: [string, Partial<ObservedReading>, string][] = [
    ["a metric that is not in the dictionary", { metric: "made_up" }, "readings[1].metric"],
    ["a metric named like a property of objects", { metric: "__proto__" }, "readings[1].metric"],
    ["another unit", { unit: "fen" }, "readings[1].unit"],
    ["a metric of other entities", { metric: "pay_uv" }, "readings[1].entity"],
    ["an entity that is not there", { entity: 7 }, "readings[1].entity"],
    ["text as a count", { value: exact("10") }, "readings[1].value"],
    ["half a play", { value: exact(1.5) }, "readings[1].value"],
    ["no number", { value: exact(Number.NaN) }, "readings[1].value"],
    ["an endless number", { value: exact(Number.POSITIVE_INFINITY) }, "readings[1].value"],
    [
      "a rounded value without a step",
      { value: { precision: "rounded", value: 12_000, step: 0 } },
      "readings[1].value",
    ],
    ["a range upside down", { value: range(5, 4) }, "readings[1].value"],
    ["a range without ends", { value: range(null, null) }, "readings[1].value"],
    ["a day that is not", { period: { kind: "days", from: "2026-02-30", to: "2026-03-01" } }, "readings[1].period"],
    ["a period upside down", { period: { kind: "days", from: "2026-03-02", to: "2026-03-01" } }, "readings[1].period"],
  ];
  it.each(wrong)("%s", async (_, change, path) => {
    const { writer, ledger } = freshLedger();
    const good = reading(0, "play_count", 10);
    const page = observation([video("春茶")], [good, { ...good, ...change }]);
    await expect(writer.keep(page, capture("2026-11-21T10:00"))).rejects.toMatchObject({
      code: "unfit",
      message: expect.stringContaining(path),
    });
    expect(await ledger.usage()).toMatchObject({ snapshots: 0, readings: 0, entities: 0, sightings: 0 });
  });

  it("a page's own period that is no span of days", async () => {
    const { writer } = freshLedger();
    const page = shopDay(1, { period: { kind: "days", from: "2026-13-01", to: "2026-13-02" } });
    await expect(writer.keep(page, capture("2026-11-21T10:00"))).rejects.toThrow("observation.period");
  });

  it("but negative net growth, open ranges, zero and script in a name, as they are", async () => {
    const { writer, ledger } = freshLedger();
    const name = `<img src=x onerror="globalThis.hit=1">{"__proto__":{"a":1}}`;
    const page = observation(
      [{ type: "account", id: "v2_test", name }],
      [reading(0, "net_follower_count", -3), reading(0, "play_count", range(0, null)), reading(0, "like_count", 0)],
      { account: { id: "v2_test", name } },
    );
    await writer.keep(page, capture("2026-11-21T10:00"));
    const profile = await ledger.profile("account:v2_test");
    expect(profile?.entity.name).toBe(name);
    expect(profile?.latest.map(({ value }) => value)).toEqual([exact(-3), range(0, null), exact(0)]);
    expect(({} as { a?: number }).a).toBeUndefined();
  });
});
