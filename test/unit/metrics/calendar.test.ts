import { describe, expect, it } from "vitest";
import {
  addDays,
  dayNumber,
  isoWeek,
  periodDays,
  periodKindOf,
  periodsOverlap,
  shanghaiDay,
  weekStart,
} from "../../../src/metrics/calendar";
import fc from "../../harness/properties";

describe("Shanghai days", () => {
  it.each([
    ["2026-11-20T15:59:59.999Z", "2026-11-20"],
    ["2026-11-20T16:00:00.000Z", "2026-11-21"],
    ["2025-12-31T16:00:00.000Z", "2026-01-01"],
    ["2028-02-28T16:00:00.000Z", "2028-02-29"],
    ["1969-12-31T15:00:00.000Z", "1969-12-31"],
  ])("%s is on %s", (instant, expected) => {
    expect(shanghaiDay(Date.parse(instant))).toBe(expected);
  });

  it("does not depend on the machine's time zone", () => {
    const before = process.env.TZ;
    try {
      for (const zone of ["America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"]) {
        process.env.TZ = zone;
        expect(shanghaiDay(Date.parse("2026-03-29T16:30:00Z"))).toBe("2026-03-30");
        expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
        expect(isoWeek("2026-03-30")).toBe("2026-W14");
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it("counts days both ways", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), fc.integer({ min: -4000, max: 4000 }), (number, shift) => {
        expect(dayNumber(addDays("1970-01-01", number))).toBe(number);
        expect(dayNumber(addDays(addDays("1970-01-01", number), shift))).toBe(number + shift);
      }),
    );
  });

  it.each(["2026-02-29", "2026-13-01", "2026-11-31", "26-11-01", "2026-11-1", "", "2026-11-20T00:00"])(
    "refuses %j",
    (text) => {
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );
});

describe("ISO weeks", () => {
  // Hand-checked against ISO 8601: years that begin in the week of the year before, and a year of 53 weeks.
  it.each([
    ["2026-11-16", "2026-W47"],
    ["2026-11-22", "2026-W47"],
    ["2026-11-23", "2026-W48"],
    ["2026-01-01", "2026-W01"],
    ["2025-12-29", "2026-W01"],
    ["2025-12-28", "2025-W52"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2021-01-01", "2020-W53"],
    ["2024-12-30", "2025-W01"],
  ])("%s lies in %s", (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });

  it("is one week from Monday to Sunday and another the day after", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (number) => {
        const monday = weekStart(addDays("1970-01-01", number));
        expect(isoWeek(addDays("1970-01-01", number))).toBe(isoWeek(monday));
        expect(isoWeek(addDays(monday, 6))).toBe(isoWeek(monday));
        expect(isoWeek(addDays(monday, 7))).not.toBe(isoWeek(monday));
      }),
    );
  });
});

describe("periods", () => {
  it.each([
    [{ from: "2026-11-20", to: "2026-11-20" }, "day"],
    [{ from: "2026-11-14", to: "2026-11-20" }, "7_days"],
    [{ from: "2026-10-22", to: "2026-11-20" }, "30_days"],
    [{ from: "2026-11-01", to: "2026-11-30" }, "30_days"],
    [{ from: "2026-10-01", to: "2026-10-31" }, "other"],
    [{ from: "2026-11-13", to: "2026-11-20" }, "other"],
  ] as const)("%j is of kind %s", (period, kind) => {
    expect(periodKindOf(periodDays(period))).toBe(kind);
  });

  it("counts both ends", () => {
    expect(periodDays({ from: "2026-02-27", to: "2026-03-01" })).toBe(3);
  });

  it("overlap when they share a day", () => {
    const week = { from: "2026-11-14", to: "2026-11-20" };
    expect(periodsOverlap(week, { from: "2026-11-20", to: "2026-11-26" })).toBe(true);
    expect(periodsOverlap(week, { from: "2026-11-21", to: "2026-11-27" })).toBe(false);
    expect(periodsOverlap({ from: "2026-11-07", to: "2026-11-13" }, week)).toBe(false);
    expect(periodsOverlap({ from: "2026-11-16", to: "2026-11-17" }, week)).toBe(true);
  });
});
