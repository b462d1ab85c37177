import type { Value } from "../console/observation";

/** What is known of another account or shop, week by week, and what changed between its two newest days. */
export interface Competitor {
  readonly id: string | null;
  readonly name: string;
  readonly type: "talent" | "shop";
  /** ISO weeks with at least one capture, Shanghai time, oldest first: `2026-W47`. */
  readonly weeks: readonly string[];
  readonly changes: readonly CompetitorChange[];
}

export interface CompetitorChange {
  readonly kind: "metric" | "goods_new" | "goods_gone" | "price" | "form";
  readonly metric?: string;
  /** The goods' name, for goods_new, goods_gone and price. */
  readonly item?: string;
  readonly from: Value | null;
  readonly to: Value | null;
  /** possible: two ranges or rounded values that overlap could also be equal. */
  readonly certainty: "certain" | "possible";
}
