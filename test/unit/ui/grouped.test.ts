import { describe, expect, it } from "vitest";
import { grouped } from "../../../src/ui/format/grouped";
import fc from "../../harness/properties";

const browsers = (value: number, least: number, most: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });

describe("a number in thousands", () => {
  it.each([
    [1234567.891, 0, 2, "1,234,567.89"],
    [999.995, 2, 2, "1,000.00"],
    [0.5, 0, 0, "1"],
    [-0.125, 0, 2, "-0.13"],
    [12, 2, 2, "12.00"],
    [1e-9, 0, 2, "0"],
  ])("%d with %d to %d decimals is %s", (value, least, most, text) => expect(grouped(value, least, most)).toBe(text));

  it("is written as the browser writes it", () => {
    const decimals = fc.integer({ min: 0, max: 6 });
    const number = fc.oneof(
      fc.double(),
      fc.integer({ min: -1e9, max: 1e9 }).map((fen) => fen / 100),
      // Halves, which binary fractions mostly miss.
      fc.integer({ min: -1e7, max: 1e7 }).map((thousandths) => (thousandths * 5) / 1000),
    );
    fc.assert(
      fc.property(number, decimals, decimals, (value, a, b) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        expect(grouped(value, least, most)).toBe(browsers(value, least, most));
      }),
      { numRuns: 500 },
    );
  });
});
