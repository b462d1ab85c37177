import playbook from "../../assets/playbook.json";
import type { Unit, Value } from "../console/observation";
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
}

export const PLAYBOOK = playbook.rows as readonly PlaybookRow[];

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
