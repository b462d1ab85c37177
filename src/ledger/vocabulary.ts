import dictionary from "../../assets/metrics.json";
import playbook from "../../assets/playbook.json";
import type { EntityType, Unit } from "../console/observation";

/** A metric as far as storing it goes. */
export interface MetricEntry {
  readonly id: string;
  readonly unit: Unit;
  readonly entities: readonly EntityType[];
  readonly labels: readonly string[];
}

/** What pages show: assets/metrics.json. A reader of pages knows no others, but for labels that the user explained. */
export const METRICS = dictionary.metrics as readonly MetricEntry[];

/** What is imported or typed in: metrics of the playbook, and inputs of its formulas, that no page shows. */
const BROUGHT = [...playbook.rows, ...playbook.inputs].flatMap(({ metric, unit, name, ...row }) =>
  "entities" in row ? [{ id: metric, unit, entities: row.entities, labels: [name.zh, name.en] }] : [],
) as readonly MetricEntry[];

const all = new Map([...BROUGHT, ...METRICS].map((entry) => [entry.id, entry]));

/** The metric of any stored number. */
export const metricEntry = (id: string): MetricEntry | undefined => all.get(id);
