import dictionary from "../../assets/metrics.json";
import type { EntityType, PageKind, Unit } from "../console/observation";
import { type Bounds, INPUTS, type InputRow, PLAYBOOK, type PlaybookRow } from "./playbook";

/** A name in both languages. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** What is to be known of a metric to show it. */
export interface Metric {
  readonly id: string;
  readonly unit: Unit;
  readonly entities: readonly EntityType[];
  readonly name: Name;
  /** The direction that is good news; null where neither is. */
  readonly good: "up" | "down" | null;
  /** Pages that show it, the best first; empty where none does. */
  readonly pages: readonly PageKind[];
  /** Texts that stand for it on screen and in exports; the first is the usual one. */
  readonly labels: readonly string[];
}

/** Every metric a page can show, in the order of assets/metrics.json. */
export const METRICS = dictionary.metrics as readonly Metric[];

/** Metrics that no page shows: those of the playbook that are derived or imported, and the inputs of their formulas. */
const UNSEEN: readonly Metric[] = unseen();

/** All of them: what pages show, what is derived, what is imported. */
export const REGISTRY: readonly Metric[] = [...METRICS, ...UNSEEN];

const byId = new Map(REGISTRY.map((metric) => [metric.id, metric]));
const order = new Map(REGISTRY.map((metric, index) => [metric.id, index]));
const boundsOfRow = new Map(PLAYBOOK.flatMap(({ metric, bounds }) => (bounds ? [[metric, bounds]] : [])));
/** Differences go below zero. */
const SIGNED: ReadonlySet<string> = new Set(["net_follower_count"]);

export const findMetric = (id: string): Metric | null => byId.get(id) ?? null;

/** The place of a metric in the registry, for a stable order; unknown ones come last. */
export const metricOrder = (id: string): number => order.get(id) ?? REGISTRY.length;

/** What a number of the metric must lie between to be believed: nothing below zero, no rate above the whole. */
export function boundsOf({ id, unit }: Metric): Bounds {
  if (SIGNED.has(id) || unit === "text") return { min: null, max: null };
  return boundsOfRow.get(id) ?? { min: 0, max: unit === "ratio" ? 1 : null };
}

function unseen(): Metric[] {
  const shown = new Set(METRICS.map(({ id }) => id));
  const metrics = new Map<string, Metric>();
  const rows: readonly (PlaybookRow | InputRow)[] = [...PLAYBOOK, ...INPUTS];
  for (const { metric: id, name, unit, good, entities = [] } of rows) {
    if (shown.has(id) || metrics.has(id)) continue;
    metrics.set(id, { id, unit, entities, name, good, pages: [], labels: [name.zh, name.en] });
  }
  return [...metrics.values()];
}
