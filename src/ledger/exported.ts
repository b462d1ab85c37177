import type { EntityType, Value } from "../console/observation";
import type { EntityKey } from "./model";

/** What an export holds: every reading of every snapshot, or the values that hold day by day. */
export type ExportWhat = "readings" | "days";

export interface ExportFilter {
  /** Shanghai days of capture, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Only what was seen in this own account's or shop's console, or speaks of it. */
  readonly account?: EntityKey;
  readonly metrics?: readonly string[];
}

/** A line of an export; assets/docs/export-schema.md says what each field holds. The order is fixed. */
export interface ExportRecord {
  readonly day: string;
  readonly captured_at: string;
  readonly page: string;
  readonly source: string;
  readonly estimate: boolean;
  readonly snapshot: string;
  readonly account: string;
  readonly entity_type: EntityType;
  readonly entity_key: EntityKey;
  readonly entity_id: string;
  readonly entity_name: string;
  readonly owner_name: string;
  readonly published_at: string;
  readonly metric: string;
  readonly unit: string;
  readonly precision: Value["precision"];
  readonly value: number | string | null;
  readonly step: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly period_from: string;
  readonly period_to: string;
}

export function valueFields(value: Value): Pick<ExportRecord, "precision" | "value" | "step" | "min" | "max"> {
  const none = { precision: value.precision, value: null, step: null, min: null, max: null };
  if (value.precision === "range") return { ...none, min: value.min, max: value.max };
  return { ...none, value: value.value, step: value.precision === "rounded" ? value.step : null };
}
