import dictionary from "../../assets/metrics.json";
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

/** Metrics that a label stands for, as {@link labelKey} folds it. One label may stand for several: 关注 on a video, 新增关注 in a live. */
export const findByLabel = (label: string): readonly Metric[] => byLabel.get(labelKey(label)) ?? [];

/** What two spellings of one label share: width folded, no white space, no trailing bracket such as (元) or （次）. */
export const labelKey = (label: string): string =>
  label
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/\([^()]*\)$/u, "");

const byLabel = new Map<string, Metric[]>();
for (const metric of METRICS) {
  for (const key of new Set(metric.labels.map(labelKey))) byLabel.set(key, [...(byLabel.get(key) ?? []), metric]);
}
