import playbook from "../../assets/playbook.json";
import type { Unit } from "../console/observation";
import type { Name } from "./registry";

/** A number that the user sets once for a shop, because no page shows it and no import brings it. */
export interface Assumption {
  readonly id: AssumptionId;
  readonly name: Name;
  readonly unit: Unit;
  /** What holds until the user says otherwise; null: nothing does. */
  readonly usual: number | null;
  readonly min: number;
  readonly max: number | null;
}

export type AssumptionId =
  | "orders_per_buyer_year"
  | "gross_margin"
  | "customer_years"
  | "promotion_spend"
  | "new_buyer_count"
  | "lead_days"
  | "service_factor";

export const ASSUMPTIONS = playbook.assumptions as readonly Assumption[];

/** In the assumption's unit; what is null or absent is not known. */
export type Assumed = { readonly [K in AssumptionId]?: number | null };

export const findAssumption = (id: string): Assumption | null => ASSUMPTIONS.find((each) => each.id === id) ?? null;

/** What the user said, else the usual number, else null. */
export const assume = (assumed: Assumed, id: AssumptionId): number | null =>
  assumed[id] ?? findAssumption(id)?.usual ?? null;

/** Whether the number is one that the assumption can be. */
export const isAssumable = ({ min, max, unit }: Assumption, value: number): boolean =>
  Number.isFinite(value) &&
  value >= min &&
  (max === null || value <= max) &&
  ((unit !== "count" && unit !== "fen") || Number.isInteger(value));
