import type { Competitor, CompetitorChange } from "../../competitors/competitor";
import type { EntityType, PageKind, Period, Unit, Value } from "../../console/observation";
import type { EntityKey, Sighting } from "../../ledger/model";
import type { Delta } from "../../metrics/delta";

export interface Name {
  readonly zh: string;
  readonly en: string;
}
export interface Provenance {
  readonly page: PageKind;
  readonly snapshot: string;
  readonly at: number;
}
export interface SeriesPoint extends Provenance {
  readonly day: string;
  readonly value: Value;
}
export interface CardTarget {
  readonly comparison: ">" | ">=" | "<" | "<=";
  readonly value: number;
  readonly section: string;
  readonly met: boolean | null;
}
export interface KpiCard extends Provenance {
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
  readonly period: Period | null;
  readonly kind: string;
  readonly delta: Delta | null;
  readonly series: readonly SeriesPoint[];
  readonly target: CardTarget | null;
  readonly soFar: SeriesPoint | null;
  readonly inputs: readonly (Provenance & { readonly metric: string; readonly name: Name; readonly value: Value })[];
}
export interface MissingMetric {
  readonly metric: string;
  readonly name: Name;
  readonly pages: readonly PageKind[];
  readonly inputs: readonly string[];
  readonly lastSeen: number | null;
}
export interface KpiBoard {
  readonly cards: readonly KpiCard[];
  readonly missing: readonly MissingMetric[];
}
export interface LatestReading {
  readonly metric: string;
  readonly name: Name;
  readonly unit: Unit;
  readonly value: Value;
  readonly period: Period | null;
  readonly page: PageKind;
  readonly snapshot: string;
  readonly at: number;
}
export interface RowChange extends CompetitorChange {
  readonly name: Name | null;
  readonly unit: Unit;
  readonly direction: "up" | "down" | "other";
}
export interface CompetitorRow extends Competitor {
  readonly key: EntityKey;
  readonly link: string | null;
  readonly watched: boolean;
  readonly seenThisWeek: boolean;
  readonly lastSeen: number;
  readonly between: { readonly from: string; readonly to: string } | null;
  readonly changes: readonly RowChange[];
  readonly latest: readonly LatestReading[];
  readonly goods: number;
}
export interface CompetitorBoard {
  readonly week: string;
  readonly seen: number;
  readonly of: number;
  readonly rows: readonly CompetitorRow[];
}

/** What lies in front of the user: the tab, whether it is a console page, and the newest look at it. */
export interface Front {
  readonly tab: number | null;
  readonly isConsole: boolean;
  readonly sighting: Sighting | null;
}
