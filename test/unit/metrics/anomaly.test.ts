import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/console/observation";
import { anomalyOf } from "../../../src/metrics/anomaly";
import { addDays } from "../../../src/metrics/calendar";
import { seriesOf } from "../../../src/metrics/series";
import fc from "../../harness/properties";
import { day, exact, Ledger, range, rounded } from "./sample-ledger";

function daily(values: readonly (Value | null)[]) {
  const ledger = new Ledger().entity("shop:1", "店");
  values.forEach((value, index) => {
    const date = addDays("2026-11-20", index - values.length + 1);
    if (value) ledger.capture({ at: `${addDays(date, 1)} 09:00`, rows: [["shop:1", "pay_gmv", value, day(date)]] });
  });
  const [series] = seriesOf(ledger.readings, ledger);
  if (!series) throw new Error("no series");
  return series;
}

/** Four weeks that end the day before a Friday: weekends sell twice as much, every day wobbles a little. */
const WOBBLE = [3, -2, 1, -4, 2, 0, -1, 4, -3, 2, 1, -2, 3, -1, 0, 2, -3, 1, 4, -2, -1, 3, 0, -4, 2, 1, -1, -3];
const weeks = WOBBLE.map((wobble, index) => exact((index % 7 === 1 || index % 7 === 2 ? 200 : 100) + wobble));

describe("an anomaly", () => {
  it("is told with the middle of the same weekdays, how many they were, and that it is the lowest", () => {
    // The Fridays before are 103, 104, 100 and 97… their middle is 101.5.
    expect(anomalyOf(daily([...weeks, exact(62)]))).toMatchObject({
      metric: "pay_gmv",
      day: "2026-11-20",
      direction: "down",
      weekdays: 4,
      isExtreme: true,
    });
  });
  it("knows a weekday from a weekend: 200 on a Friday stands out, though other days have it", () => {
    expect(anomalyOf(daily([...weeks, exact(200)]))).toMatchObject({ direction: "up", isExtreme: false });
  });
  it.each<[string, readonly (Value | null)[]]>([
    ["a usual day", [...weeks, exact(105)]],
    ["under two weeks of days", [...weeks.slice(-13), exact(10)]],
    [
      "under three same weekdays",
      [...weeks.map((value, index) => (index % 7 === 0 && index < 15 ? null : value)), exact(10)],
    ],
    ["days that never vary", [...weeks.map(() => exact(100)), exact(500)]],
    ["tiers", [...weeks.map(() => range(0, 100)), range(500, 1000)]],
    ["a distance that rounding may explain", [...weeks, rounded(130, 30)]],
    ["a usual day of zero", [...weeks.map((value, index) => (index % 7 === 0 ? exact(0) : value)), exact(900)]],
  ])("is silent about %s", (_what, values) => expect(anomalyOf(daily(values))).toBeNull());

  it("sees a tenfold day whatever the weeks before were like", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: 28, maxLength: 28 }), (past) => {
        const found = anomalyOf(daily([...past.map(exact), exact(10_000)]));
        const isEven = new Set(past).size < 5;
        if (!isEven) expect(found).toMatchObject({ direction: "up", isExtreme: true });
      }),
    );
  });

  it("is rare among days that only wobble", () => {
    let seed = 42;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let alarms = 0;
    for (let run = 0; run < 1000; run++) {
      const values = Array.from({ length: 29 }, () => exact(Math.round(10_000 + 1000 * normal())));
      if (anomalyOf(daily(values))) alarms++;
    }
    expect(alarms).toBeLessThan(10);
  });
});
