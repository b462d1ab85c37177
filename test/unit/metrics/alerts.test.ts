import { describe, expect, it } from "vitest";
import { type AlertSettings, alertsOf, DEFAULT_ALERTS, toShow } from "../../../src/metrics/alerts";
import { addDays } from "../../../src/metrics/calendar";
import { dashboard } from "../../../src/metrics/dashboard";
import { at, day, exact, Ledger, rounded } from "./sample-ledger";

const NOW = at("2026-11-21 12:00");
const ON: AlertSettings = { ...DEFAULT_ALERTS, target: true, anomaly: true, stale: true };
const WOBBLE = [3, -2, 1, -4, 2, 0, -1, 4, -3, 2];

/** 30 days of a shop; `last` on the newest. */
function shop(last: number, metrics = ["pay_gmv", "pay_order_cnt"]): Ledger {
  const ledger = new Ledger().entity("shop:s", "店", { account: "shop:s" });
  for (let back = 29; back >= 0; back--) {
    const date = addDays("2026-11-20", -back);
    const value = exact(back === 0 ? last : 1000 + 10 * (WOBBLE[back % 10] ?? 0));
    ledger.capture({
      at: `${addDays(date, 1)} 09:00`,
      page: "shop_data",
      account: "shop:s",
      rows: metrics.map((metric) => ["shop:s", metric, value, day(date)] as const),
    });
  }
  return ledger;
}
const found = (ledger: Ledger, now = NOW, targets = new Map<string, number>()) =>
  alertsOf(dashboard(ledger, { now, targets }), now);

describe("alerts", () => {
  it("tell one cause once, though several numbers fell with it", () => {
    expect(found(shop(300))).toMatchObject([
      { kind: "anomaly", cause: "anomaly shop:s 2026-11-20 down", others: 1, house: { name: "店" } },
    ]);
  });
  it("are none on a usual day", () => expect(found(shop(1010))).toEqual([]));
  it("tell a target that was lost, and one that was reached, only on the day it happened", () => {
    const targets = new Map([["pay_gmv", 980]]);
    expect(found(shop(970, ["pay_gmv"]), NOW, targets)).toMatchObject([
      { kind: "target", met: false, card: { metric: "pay_gmv" } },
    ]);
    expect(found(shop(1010, ["pay_gmv"]), NOW, targets)).toEqual([]);
    expect(found(shop(1100, ["pay_gmv"]), NOW, new Map([["pay_gmv", 1050]]))).toMatchObject([
      { kind: "target", met: true },
    ]);
  });
  it("tell nothing from rounded noise", () => {
    const ledger = new Ledger().entity("account:a", "号");
    for (const [date, count] of [
      ["2026-11-20", 11_000],
      ["2026-11-21", 12_000],
    ] as const)
      ledger.capture({
        at: `${date} 09:00`,
        account: "account:a",
        rows: [["account:a", "follower_count", rounded(count, 1000)]],
      });
    expect(found(ledger, NOW, new Map([["follower_count", 11_500]]))).toEqual([]);
  });
  it("remind after three days without a look, once for each pause", () => {
    const later = at("2026-11-24 12:00");
    const stale = (now: number) => found(shop(1010), now).filter(({ kind }) => kind === "stale");
    expect(stale(at("2026-11-23 23:00"))).toEqual([]);
    expect(stale(later)).toMatchObject([{ days: 3, cause: "stale shop:s 2026-11-21" }]);
    expect(stale(at("2026-11-26 12:00"))[0]?.cause).toBe(stale(later)[0]?.cause);
  });
});

describe("what is shown", () => {
  const alerts = found(shop(300));
  const show = (
    settings: Partial<AlertSettings>,
    wall = "2026-11-21 12:00",
    told: ReadonlyMap<string, string> = new Map(),
  ) => toShow(alerts, { ...ON, ...settings }, told, at(wall)).length;
  it("is nothing until it is turned on", () => expect(toShow(alerts, DEFAULT_ALERTS, new Map(), NOW)).toEqual([]));
  it("is each cause once", () => {
    expect(show({})).toBe(1);
    expect(show({}, undefined, new Map([["anomaly shop:s 2026-11-20 down", "2026-11-21"]]))).toBe(0);
  });
  it.each([
    ["2026-11-21 21:59", 22, 8, 1],
    ["2026-11-21 22:00", 22, 8, 0],
    ["2026-11-22 07:59", 22, 8, 0],
    ["2026-11-22 08:00", 22, 8, 1],
    ["2026-11-21 13:00", 12, 14, 0],
    ["2026-11-21 14:00", 12, 14, 1],
    ["2026-11-21 03:00", 5, 5, 1],
  ])("at %s with quiet from %i to %i: %i", (wall, quietFrom, quietTo, expected) => {
    expect(show({ quietFrom, quietTo }, wall)).toBe(expected);
  });
  it("waits for the hour of the digest, and comes once a day then", () => {
    expect(show({ digest: 18 }, "2026-11-21 17:59")).toBe(0);
    expect(show({ digest: 18 }, "2026-11-21 18:00")).toBe(1);
    expect(show({ digest: 18 }, "2026-11-21 19:00", new Map([["another", "2026-11-21"]]))).toBe(0);
    expect(show({ digest: 18 }, "2026-11-22 19:00", new Map([["another", "2026-11-21"]]))).toBe(1);
  });
});
