import type { Value } from "../console/observation";
import { type Assumed, type AssumptionId, assume } from "./assumptions";
import { intervalOf, tidy } from "./interval";

export const LTV_ASSUMPTIONS: readonly AssumptionId[] = ["orders_per_buyer_year", "gross_margin", "customer_years"];

/**
 * ltv: spend per buyer (fen) × orders per buyer and year × gross margin × years that a customer stays, in fen, as exact
 * as the spend is. Null while an assumption is missing.
 */
export function lifetimeValue(spend: Value, assumed: Assumed): Value | null {
  const factors = LTV_ASSUMPTIONS.map((id) => assume(assumed, id));
  const known = intervalOf(spend);
  if (!known || known.high < 0 || factors.some((each) => each === null)) return null;
  const factor = factors.reduce<number>((product, each) => product * (each ?? 0), 1);
  const fen = (amount: number): number => Math.round(tidy(amount * factor));
  if (spend.precision === "range") {
    return {
      precision: "range",
      min: fen(Math.max(0, known.low)),
      max: Number.isFinite(known.high) ? fen(known.high) : null,
    };
  }
  const value = fen(Number(spend.value));
  if (spend.precision === "exact" && value === tidy(Number(spend.value) * factor)) return { precision: "exact", value };
  const step = spend.precision === "rounded" ? Math.max(1, fen(spend.step)) : 1;
  return { precision: "rounded", value, step };
}
