import playbook from "../../assets/playbook.json";
import type { EntityType, Unit, Value } from "../console/observation";
import { intervalOf } from "./interval";
import type { Name } from "./registry";

/** A number to stay above or below, in the metric's unit. */
export interface Threshold {
  readonly op: ">" | ">=" | "<" | "<=";
  readonly value: number;
}

/** threshold · another metric to stay above · shares of a whole, each within `tolerance`. */
export type Target =
  | Threshold
  | { readonly op: ">="; readonly metric: string }
  | {
      readonly op: "mix";
      readonly shares: readonly { readonly content: string; readonly value: number }[];
      readonly tolerance: number;
    };

/** Least and greatest number that a metric can be, in its unit; null for no end. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** A metric that the source documents ask to watch. Its target is a guide (手册目标), not a rule of the platform. */
export interface PlaybookRow {
  /** Row of the playbook: `A4`. */
  readonly row: string;
  /** Section of the document: `A四`. */
  readonly section: string;
  readonly metric: string;
  readonly name: Name;
  readonly unit: Unit;
  readonly from: readonly ("page" | "derived" | "import")[];
  readonly formula: string | null;
  readonly target: Target | null;
  /** The target is meant for posts of this type only: 测评, 剧情, 直播切片. */
  readonly content: string | null;
  readonly tier: "basic" | "advanced" | "decision" | null;
  readonly good: "up" | "down" | null;
  /** Whose number it is, the usual one first; only for metrics that assets/metrics.json does not have. */
  readonly entities?: readonly EntityType[];
  /** Where they are not those of the unit. */
  readonly bounds?: Bounds;
}

/** A number that only formulas ask for: imported or typed in by day, week or month. */
export interface InputRow extends Pick<PlaybookRow, "metric" | "name" | "unit" | "good"> {
  readonly entities: readonly EntityType[];
  /** The metric whose formula asks for it. */
  readonly serves: string;
}

export const PLAYBOOK = playbook.rows as readonly PlaybookRow[];
export const INPUTS = playbook.inputs as readonly InputRow[];

const byMetric = new Map<string, PlaybookRow[]>();
for (const row of PLAYBOOK) byMetric.set(row.metric, [...(byMetric.get(row.metric) ?? []), row]);

/** Rows that speak of a metric, in the playbook's order. */
export const playbookRows = (metric: string): readonly PlaybookRow[] => byMetric.get(metric) ?? [];

/** The first plain number that the playbook wants of a metric, with the row that says it. */
export function thresholdOf(metric: string): { readonly row: PlaybookRow; readonly threshold: Threshold } | null {
  for (const row of playbookRows(metric)) {
    if (row.target && "value" in row.target) return { row, threshold: row.target };
  }
  return null;
}

/** Null when the value lies on both sides of the threshold, or is text. */
export function isMet({ op, value: bound }: Threshold, value: Value): boolean | null {
  const known = intervalOf(value);
  if (!known) return null;
  const { low, high } = known;
  switch (op) {
    case ">":
      return low > bound ? true : high <= bound ? false : null;
    case ">=":
      return low >= bound ? true : high < bound ? false : null;
    case "<":
      return high < bound ? true : low >= bound ? false : null;
    case "<=":
      return high <= bound ? true : low > bound ? false : null;
  }
}
