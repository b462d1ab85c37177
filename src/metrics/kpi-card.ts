import type { EntityType, PageKind, Period, Unit, Value } from "../console/observation";
import type { EntityKey, Source } from "../ledger/model";
import type { PeriodKind } from "./calendar";
import type { Delta } from "./delta";
import type { Funnel } from "./funnel";
import type { Name } from "./registry";

/** Where a number was seen. */
export interface Provenance {
  readonly page: PageKind;
  readonly snapshot: string;
  /** When it was last on screen, or imported, ms. */
  readonly at: number;
  /** Absent for what a page showed. */
  readonly source?: Source;
}

/** A number where it was seen. */
export interface Sight extends Provenance {
  readonly value: Value;
}

export interface SeriesPoint extends Sight {
  /** Last day of the period spoken of, or the day of capture. */
  readonly day: string;
  /** What was said of the same period before it was corrected. */
  readonly was?: Sight;
}

/** The user's own targets by metric, in its unit; null says that there is to be none. */
export type UserTargets = ReadonlyMap<string, number | null>;

/** A guide of the playbook (手册目标), not a rule of the platform; or what the user set in its place. */
export interface CardTarget {
  readonly comparison: ">" | ">=" | "<" | "<=";
  /** In the metric's unit. */
  readonly value: number;
  /** As the playbook numbers it; empty for the user's own. */
  readonly section: string;
  /** The target is meant for posts of this type only: 测评, 剧情. */
  readonly content: string | null;
  /** Null where it cannot be told, such as a range across the target. */
  readonly met: boolean | null;
}

export interface KpiCard extends Provenance {
  /** Unique on the board: entity and metric. */
  readonly id: string;
  readonly metric: string;
  readonly name: Name;
  readonly unit: Unit;
  readonly good: "up" | "down" | null;
  readonly entity: {
    readonly key: EntityKey;
    readonly type: EntityType;
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly value: Value;
  /** Null for a counter without a period. */
  readonly period: Period | null;
  readonly kind: PeriodKind;
  /** Null when there is nothing yet to compare with. */
  readonly delta: Delta | null;
  /** Oldest first, of at most 28 days. */
  readonly series: readonly SeriesPoint[];
  readonly target: CardTarget | null;
  /** The same metric for a period that is not over, newer than `value`. */
  readonly soFar: SeriesPoint | null;
  /** What a derived metric was computed from; empty for one read from a page. */
  readonly inputs: readonly (Provenance & { readonly metric: string; readonly name: Name; readonly value: Value })[];
}

/** A metric of the playbook that nothing seen this ISO week shows. */
export interface MissingMetric {
  readonly metric: string;
  readonly name: Name;
  /** Pages that show it, the best first. */
  readonly pages: readonly PageKind[];
  /** For a derived metric, the inputs that were not seen. */
  readonly inputs: readonly string[];
  /** When it was last on screen, ms; null for never. */
  readonly lastSeen: number | null;
}

export interface KpiBoard {
  /** Biggest certain change first, then those without a verdict. */
  readonly cards: readonly KpiCard[];
  readonly missing: readonly MissingMetric[];
  /** One for each shop whose three steps were seen. */
  readonly funnels: readonly { readonly house: EntityKey; readonly name: string | null; readonly funnel: Funnel }[];
}
