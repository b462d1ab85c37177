import type { Value } from "../console/observation";
import type { CardTarget, UserTargets } from "./kpi-card";
import { isMet, thresholdOf } from "./playbook";
import { findMetric } from "./registry";

/**
 * The user's own target before the playbook's. One for a single type of post says nothing of all posts together, so it
 * is shown and not judged.
 */
export function targetOf(metric: string, shown: Value, targets: UserTargets): CardTarget | null {
  const own = targets.get(metric);
  if (own === null) return null;
  const found = thresholdOf(metric);
  if (own !== undefined) {
    const op = found?.threshold.op ?? (findMetric(metric)?.good === "down" ? "<=" : ">=");
    return { comparison: op, value: own, section: "", content: null, met: isMet({ op, value: own }, shown) };
  }
  if (!found) return null;
  const { row, threshold } = found;
  const met = row.content === null ? isMet(threshold, shown) : null;
  return { comparison: threshold.op, value: threshold.value, section: row.section, content: row.content, met };
}
