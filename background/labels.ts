import type { Ledger } from "../src/ledger/ledger";
import { METRICS, metricEntry } from "../src/ledger/vocabulary";
import type { LabelEntry } from "../src/messaging/protocol";

const SHIPPED: readonly LabelEntry[] = METRICS.map(({ id, unit, entities, labels }) => ({
  metric: id,
  unit,
  entities,
  labels,
}));

/** The dictionary that pages are read by: the shipped one, and what the user said of labels that it does not know. */
export async function labelsOf(ledger: Ledger): Promise<readonly LabelEntry[]> {
  const taught = await ledger.notes("label");
  return [
    ...SHIPPED,
    ...taught.flatMap(({ id, value: { metric = "", hint = "" } }): readonly LabelEntry[] => {
      const entry = metricEntry(metric);
      return entry ? [{ metric, unit: entry.unit, entities: entry.entities, labels: [id], hint }] : [];
    }),
  ];
}
