import type { AssumptionId } from "./assumptions";
import { FORMULAS } from "./formulas";
import { LTV_ASSUMPTIONS } from "./lifetime";

/** What a derived metric is computed from. */
export interface Derivation {
  readonly metric: string;
  /** Metrics that must have been read or brought. */
  readonly inputs: readonly string[];
  /** Numbers that the user sets. */
  readonly assumptions: readonly AssumptionId[];
  /** What the user says of each post: its type, whether it is of the account's own field, whether it is original. */
  readonly mark: "content" | "vertical" | "original" | null;
}

const from = (
  metric: string,
  inputs: readonly string[],
  assumptions: readonly AssumptionId[] = [],
  mark: Derivation["mark"] = null,
): Derivation => ({ metric, inputs, assumptions, mark });

const STOCK = ["sold_count", "stock"];
const GOODS = ["sold_count", "price"];

/** Every metric of the playbook that is computed, each once. */
export const DERIVATIONS: readonly Derivation[] = [
  ...FORMULAS.map(({ metric, inputs }) => from(metric, inputs)),
  from("monthly_follower_growth", ["follower_count"]),
  from("ltv", ["pay_gmv_per_uv"], LTV_ASSUMPTIONS),
  from("inventory_turnover", STOCK),
  from("days_of_cover", STOCK),
  from("slow_moving_share", STOCK),
  from("safety_stock", ["sold_count"], ["service_factor", "lead_days"]),
  from("reorder_point", ["sold_count"], ["service_factor", "lead_days"]),
  from("gmv_burst", ["pay_gmv"]),
  from("vertical_content_share", ["play_count"], [], "vertical"),
  from("original_content_share", ["play_count"], [], "original"),
  from("content_mix", ["play_count"], [], "content"),
  from("top_seller_concentration", GOODS),
  from("price_band_overlap", ["price"]),
  from("category_growth", ["sales_gmv"]),
];

const byMetric = new Map(DERIVATIONS.map((each) => [each.metric, each]));

export const derivationOf = (metric: string): Derivation | null => byMetric.get(metric) ?? null;
