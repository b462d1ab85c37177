import type { Unit } from "../console/observation";
import type { Rival } from "../ledger/rivals";
import type { Name } from "../metrics/registry";
import type { CompetitorChange } from "./competitor";
import type { SellerChange } from "./seller-changes";

/** A change with what a sentence about it needs. */
export interface RowChange extends CompetitorChange {
  /** Null for goods. */
  readonly name: Name | null;
  readonly unit: Unit;
  readonly direction: "up" | "down" | "other";
  /** The third party whose estimates both sides are. */
  readonly estimate?: string;
}

/** One entry of the watch list with what changed when it was last seen. */
export interface WatchRow {
  readonly rival: Rival;
  readonly seenThisWeek: boolean;
  /** Shanghai day on which anything of it was last on screen; null where nothing was yet. */
  readonly lastDay: string | null;
  /** The two days that `changes` lie between; null when it was seen on one day only. */
  readonly between: { readonly from: string; readonly to: string } | null;
  /** Biggest first, certain before possible, without what is muted or set aside. */
  readonly changes: readonly SellerChange[];
}

export interface WatchBoard {
  /** ISO week of now: `2026-W47`. */
  readonly week: string;
  /** Of the watched ones, how many were seen this week. */
  readonly seen: number;
  readonly of: number;
  /** The biggest change first; without one in the user's order. */
  readonly rows: readonly WatchRow[];
}
