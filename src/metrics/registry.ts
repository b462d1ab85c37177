import dictionary from "../../assets/metrics.json";
import { type Dictionary, dictionaryOf, findLabel } from "../console/labels";
import type { EntityType, PageKind, Unit } from "../console/observation";

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
  /** Pages that show it, the best first. */
  readonly pages: readonly PageKind[];
  /** Texts that stand for it on screen and in exports; the first is the usual one. */
  readonly labels: readonly string[];
}

/** Every metric a page can show, in the order of assets/metrics.json. */
export const METRICS = dictionary.metrics as readonly Metric[];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));
const order = new Map(METRICS.map((metric, index) => [metric.id, index]));

export const findMetric = (id: string): Metric | null => byId.get(id) ?? null;

/** The place of a metric in the registry, for a stable order; unknown ones come last. */
export const metricOrder = (id: string): number => order.get(id) ?? METRICS.length;

/**
 * Metrics that a label of a page or an export stands for, whatever its width, white space or trailing (元). One label
 * may stand for several: 总销量 is a product's and a talent's. Empty for an unknown one.
 */
export function findByLabel(label: string): readonly Metric[] {
  labels ??= dictionaryOf(METRICS.map((metric) => ({ ...metric, metric: metric.id })));
  return findLabel(labels, label)?.meanings.flatMap(({ metric }) => findMetric(metric) ?? []) ?? [];
}

let labels: Dictionary | undefined;
