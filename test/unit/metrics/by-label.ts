import { dictionaryOf, findLabel } from "../../../src/console/labels";
import { REGISTRY } from "../../../src/metrics/registry";

const dictionary = dictionaryOf(REGISTRY.map((metric) => ({ ...metric, metric: metric.id })));

/** Ids of the metrics that a label of a page or an export stands for: none, one or several. */
export const idsByLabel = (label: string): readonly string[] =>
  findLabel(dictionary, label)?.meanings.map(({ metric }) => metric) ?? [];
