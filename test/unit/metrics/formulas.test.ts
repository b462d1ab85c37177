import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/console/observation";
import { evaluate, FORMULAS, type Formula } from "../../../src/metrics/formulas";
import { intervalOf } from "../../../src/metrics/interval";
import { findMetric } from "../../../src/metrics/registry";
import fc from "../../harness/properties";
import { exact, range, rounded } from "./sample-ledger";

const formula = (metric: string): Formula => {
  const found = FORMULAS.find((each) => each.metric === metric);
  if (!found) throw new Error(`no formula for ${metric}`);
  return found;
};
const evaluated = (metric: string, inputs: Record<string, Value>) =>
  evaluate(formula(metric), new Map(Object.entries(inputs)));

describe("formulas", () => {
  // Hand-computed.
  it.each<[string, Record<string, Value>, Value | null]>([
    ["like_conversion_rate", { like_count: exact(30), fav_count: exact(60), play_count: exact(1000) }, exact(0.09)],
    ["spread_share_rate", { forward_count: exact(15), play_count: exact(120) }, exact(0.125)],
    ["click_pay_rate", { pay_uv: exact(8), product_click_uv: exact(64) }, exact(0.125)],
    ["exposure_click_rate", { product_click_uv: exact(64), product_exposure_uv: exact(512) }, exact(0.125)],
    ["attach_rate", { pay_product_cnt: exact(15), pay_order_cnt: exact(10) }, exact(1.5)],
    ["pay_gmv_per_uv", { pay_gmv: exact(42_292), pay_uv: exact(4) }, exact(10_573)],
    ["pay_gmv_per_uv", { pay_gmv: exact(100), pay_uv: exact(3) }, rounded(33, 1)],
    [
      "fan_interaction_rate",
      {
        like_count: exact(1),
        fav_count: exact(2),
        comment_count: exact(3),
        forward_count: exact(4),
        play_count: exact(100),
      },
      exact(0.1),
    ],
    // 3000 / 1.2万: between 3000/13000 and 3000/11000.
    [
      "spread_share_rate",
      { forward_count: exact(3000), play_count: rounded(12_000, 1000) },
      rounded(0.25, 0.0227272727),
    ],
    ["spread_share_rate", { forward_count: exact(100), play_count: range(1000, 5000) }, range(0.02, 0.1)],
    ["spread_share_rate", { forward_count: exact(100), play_count: range(1000, null) }, range(0, 0.1)],
  ])("%s of %j", (metric, inputs, expected) => {
    expect(evaluated(metric, inputs)).toEqual(expected);
  });

  it.each<[string, Record<string, Value>]>([
    ["a missing input", { forward_count: exact(15) }],
    ["a divisor of zero", { forward_count: exact(15), play_count: exact(0) }],
    ["a divisor that may be zero", { forward_count: exact(15), play_count: rounded(1000, 1000) }],
    ["a divisor without a lower bound", { forward_count: exact(15), play_count: range(null, 1000) }],
    ["a negative input", { forward_count: exact(-2), play_count: exact(100) }],
    ["text", { forward_count: exact("15"), play_count: exact(100) }],
  ])("knows nothing of %s", (_what, inputs) => {
    expect(evaluated("spread_share_rate", inputs)).toBeNull();
  });

  it("name inputs that pages show for the same entities", () => {
    for (const { inputs, entities } of FORMULAS) {
      for (const input of inputs) {
        const metric = findMetric(input);
        expect(
          entities.every((type) => metric?.entities.includes(type)),
          `${input} of ${entities}`,
        ).toBe(true);
      }
    }
  });

  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const value: fc.Arbitrary<Value> = fc.oneof(
    amount.map(exact),
    fc.tuple(amount, fc.constantFrom(10, 1000)).map(([base, step]) => rounded(base * step, step)),
    fc.tuple(amount, amount).map(([a, b]) => range(Math.min(a, b), Math.max(a, b))),
  );

  it("hold every result that the inputs allow", () => {
    const inside = (shown: Value, share: number): number => {
      const { low, high } = intervalOf(shown) ?? { low: 0, high: 0 };
      return Math.max(0, low) + (high - Math.max(0, low)) * share;
    };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMULAS),
        fc.array(fc.tuple(value, share), { minLength: 5, maxLength: 5 }),
        (each, drawn) => {
          const inputs = new Map(each.inputs.map((metric, index) => [metric, drawn[index]?.[0] ?? exact(1)]));
          const result = evaluate(each, inputs);
          if (!result) return;
          const numbers = each.inputs.map((_, index) => inside(drawn[index]?.[0] ?? exact(1), drawn[index]?.[1] ?? 0));
          const divisor = numbers.at(-1) ?? 1;
          const truth = numbers.slice(0, -1).reduce((sum, part) => sum + part, 0) / divisor;
          const known = intervalOf(result) ?? { low: 1, high: 0 };
          const slack = each.unit === "fen" ? 0.51 : 1e-9 + truth * 1e-9;
          expect(truth).toBeGreaterThanOrEqual(known.low - slack);
          expect(truth).toBeLessThanOrEqual(known.high + slack);
        },
      ),
      { numRuns: 500 },
    );
  });
});
