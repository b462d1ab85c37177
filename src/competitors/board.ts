import type { PageKind, Period, Unit, Value } from "../console/observation";
import type { EntityKey, Source } from "../ledger/model";
import type { Name } from "../metrics/registry";
import type { Competitor, CompetitorChange } from "./competitor";

/** The newest value of one metric, a tier as a range. */
export interface LatestReading {
  readonly metric: string;
  readonly name: Name;
  readonly unit: Unit;
  readonly value: Value;
  readonly period: Period | null;
  readonly page: PageKind;
  readonly snapshot: string;
  /** When it was last on screen, or imported, ms. */
  readonly at: number;
  /** Absent for what a page showed. */
  readonly source?: Source;
}

/** A change with what a sentence about it needs. */
export interface RowChange extends CompetitorChange {
  /** Null for goods. */
  readonly name: Name | null;
  readonly unit: Unit;
  readonly direction: "up" | "down" | "other";
}

export interface CompetitorRow extends Competitor {
  readonly key: EntityKey;
  readonly link: string | null;
  readonly watched: boolean;
  readonly seenThisWeek: boolean;
  /** When it was last on screen, ms. */
  readonly lastSeen: number;
  /** The two days that `changes` lie between; null when it was seen on one day only. */
  readonly between: { readonly from: string; readonly to: string } | null;
  /** Biggest first, certain before possible. */
  readonly changes: readonly RowChange[];
  readonly latest: readonly LatestReading[];
  /** Goods known of its list on the newest day that showed one. */
  readonly goods: number;
}

export interface CompetitorBoard {
  /** ISO week of now: `2026-W47`. */
  readonly week: string;
  /** Of the watched ones, how many were seen this week. */
  readonly seen: number;
  readonly of: number;
  /** Watched first with the biggest change first, then the others, last seen first. */
  readonly rows: readonly CompetitorRow[];
}
