import { afterEach, describe, expect, it } from "vitest";
import { dayBounds, dayNumber, isoDay, parseDay, resolvePeriod } from "../../../src/ledger/day";
import { shanghai, yesterday } from "./sample";

const ending = (endsDaysAgo: number, days: number) => ({ kind: "relative", endsDaysAgo, days }) as const;

describe("periods by Shanghai's calendar", () => {
  it.each([
    ["2026-11-21T00:00", "2026-11-20"],
    ["2026-11-20T23:59:59.999", "2026-11-19"],
    ["2026-11-21T07:59", "2026-11-20"],
    ["2026-12-01T00:00", "2026-11-30"],
    ["2027-01-01T00:30", "2026-12-31"],
    ["2028-03-01T12:00", "2028-02-29"],
  ])("昨日 seen at %s is %s", (wall, day) => {
    expect(resolvePeriod(yesterday, shanghai(wall))).toEqual({ from: day, to: day });
  });

  it("counts 近7天, 近30天 and 今日 back from the day of the look", () => {
    const at = shanghai("2026-11-03T09:00");
    expect(resolvePeriod(ending(1, 7), at)).toEqual({ from: "2026-10-27", to: "2026-11-02" });
    expect(resolvePeriod(ending(1, 30), at)).toEqual({ from: "2026-10-04", to: "2026-11-02" });
    expect(resolvePeriod(ending(0, 1), at)).toEqual({ from: "2026-11-03", to: "2026-11-03" });
  });

  it.each([
    ["2026-11-20T09:00", "11-12", "11-18", "2026-11-12", "2026-11-18"],
    ["2026-11-20T09:00", "11-14", "11-20", "2026-11-14", "2026-11-20"],
    ["2026-11-20T09:00", "11-18", "11-24", "2025-11-18", "2025-11-24"],
    ["2027-01-05T09:00", "12-28", "01-03", "2026-12-28", "2027-01-03"],
    ["2027-03-05T09:00", "02-29", "02-29", "2024-02-29", "2024-02-29"],
  ])("seen at %s, %s to %s is of the last year that it is no day to come in", (wall, from, to, first, last) => {
    expect(resolvePeriod({ kind: "dates", from, to }, shanghai(wall))).toEqual({ from: first, to: last });
  });

  it.each([
    ["2026-11-24T09:00", "week", "2026-11-16", "2026-11-22"],
    ["2026-11-22T23:59", "week", "2026-11-09", "2026-11-15"],
    ["2026-11-23T00:00", "week", "2026-11-16", "2026-11-22"],
    ["2027-01-01T09:00", "week", "2026-12-21", "2026-12-27"],
    ["2026-11-24T09:00", "month", "2026-10-01", "2026-10-31"],
    ["2027-01-31T09:00", "month", "2026-12-01", "2026-12-31"],
    ["2028-03-01T00:00", "month", "2028-02-01", "2028-02-29"],
  ] as const)("seen at %s, the last %s is %s to %s", (wall, unit, from, to) => {
    expect(resolvePeriod({ kind: "last", unit }, shanghai(wall))).toEqual({ from, to });
  });

  it.each([
    ["2026-11-24T09:00", 10, "2026-10-01", "2026-10-31"],
    ["2026-11-24T09:00", 12, "2025-12-01", "2025-12-31"],
    ["2027-03-01T00:00", 2, "2027-02-01", "2027-02-28"],
    ["2028-12-31T23:59", 2, "2028-02-01", "2028-02-29"],
    ["2026-11-01T00:00", 11, "2026-11-01", "2026-11-30"],
  ])("seen at %s, month %i is %s to %s", (wall, month, from, to) => {
    expect(resolvePeriod({ kind: "month", month }, shanghai(wall))).toEqual({ from, to });
  });

  it("knows which days there are", () => {
    expect(isoDay(parseDay("2028-02-29"))).toBe("2028-02-29");
    for (const wrong of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "21.11.2026", ""]) {
      expect(parseDay(wrong)).toBeNaN();
    }
  });

  it("bounds a day by its own instants", () => {
    const day = dayNumber(shanghai("2026-11-21T12:00"));
    const [first, last] = dayBounds(day);
    expect([dayNumber(first - 1), dayNumber(first), dayNumber(last), dayNumber(last + 1)]).toEqual([
      day - 1,
      day,
      day,
      day + 1,
    ]);
  });

  describe.each(["America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"])("on a machine in %s", (zone) => {
    const before = process.env.TZ;
    afterEach(() => {
      process.env.TZ = before;
      if (before === undefined) delete process.env.TZ;
    });

    it("says the same", () => {
      process.env.TZ = zone;
      const at = Date.parse("2026-10-31T16:00:00Z");
      expect(new Date(at).getTimezoneOffset()).not.toBe(-480);
      expect(resolvePeriod(yesterday, at)).toEqual({ from: "2026-10-31", to: "2026-10-31" });
      expect(resolvePeriod(yesterday, at - 1)).toEqual({ from: "2026-10-30", to: "2026-10-30" });
    });
  });
});
