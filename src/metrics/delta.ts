import type { Period, Value } from "../console/observation";

interface Named {
  readonly type: string;
  readonly id: string | null;
  readonly name: string | null;
}

/** A comparison that can be trusted: both sides, and why there is no verdict when there is none. */
export interface Delta {
  /** With its owner, where it stood on another account's page. */
  readonly entity: Named & { readonly owner?: Named };
  readonly metric: string;
  readonly period: Period;
  readonly against: { readonly kind: "previous_period"; readonly period: Period };
  readonly current: Value;
  readonly previous: Value;
  readonly direction: "up" | "down" | "flat" | "unknown";
  /** current − previous in the metric's unit; null between ranges. */
  readonly absolute: number | null;
  /** absolute / previous; null on a zero or negative base and between ranges. */
  readonly relative: number | null;
  readonly reason: null | "rounding" | "ranges_overlap" | "zero_base" | "partial" | "overlapping_periods";
}
