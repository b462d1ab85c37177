import dictionary from "../../assets/metrics.json";
import type { EntityType, Unit } from "../console/observation";

/** A metric of assets/metrics.json as far as storing it goes. */
export interface MetricEntry {
  readonly id: string;
  readonly unit: Unit;
  readonly entities: readonly EntityType[];
  readonly labels: readonly string[];
}

export const METRICS = dictionary.metrics as readonly MetricEntry[];

const byId = new Map(METRICS.map((entry) => [entry.id, entry]));

export const metricEntry = (id: string): MetricEntry | undefined => byId.get(id);
