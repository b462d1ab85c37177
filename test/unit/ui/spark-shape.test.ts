import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/console/observation";
import { sparkShape } from "../../../src/ui/components/spark-shape";

const at = (day: string, value: number | Value) => ({
  day,
  value: typeof value === "number" ? ({ precision: "exact", value } as const) : value,
  page: "home" as const,
  snapshot: "s",
  at: 0,
});

describe("sparkShape", () => {
  it("needs two days", () => {
    expect(sparkShape([], null, 100, 30)).toBeNull();
    expect(sparkShape([at("2026-11-20", 3)], null, 100, 30)).toBeNull();
  });

  it("places points by calendar day, so a gap stays a gap", () => {
    const shape = sparkShape([at("2026-11-01", 1), at("2026-11-02", 2), at("2026-11-11", 3)], null, 106, 30);
    expect(shape?.dots.map((dot) => dot.x)).toEqual([3, 13, 103]);
  });

  it("draws more as higher and everything inside the box", () => {
    const shape = sparkShape([at("2026-11-01", 10), at("2026-11-02", -4), at("2026-11-03", 7)], null, 100, 30);
    const heights = shape?.dots.map((dot) => dot.y) ?? [];
    expect(heights).toEqual([3, 27, expect.any(Number)]);
    expect(heights.every((y) => y >= 0 && y <= 30)).toBe(true);
  });

  it("claims no line through tiers", () => {
    const tier: Value = { precision: "range", min: 1, max: 2 };
    expect(sparkShape([at("2026-11-01", tier), at("2026-11-02", tier)], null, 100, 30)).toBeNull();
  });

  it("keeps a standstill level and in the middle", () => {
    const shape = sparkShape([at("2026-11-01", 5), at("2026-11-02", 5)], null, 100, 30);
    expect(shape?.dots.map((dot) => dot.y)).toEqual([15, 15]);
  });

  it("draws a target near the values and leaves out a far one", () => {
    const points = [at("2026-11-01", 0.44), at("2026-11-02", 0.5)];
    expect(sparkShape(points, { value: 0.52 }, 100, 30)?.target).toBe(3);
    expect(sparkShape(points, { value: 0.9 }, 100, 30)?.target).toBeNull();
  });
});
