import { derivationOf } from "./derivations";
import { INPUTS, PLAYBOOK, type PlaybookRow, playbookRows } from "./playbook";
import { findMetric } from "./registry";

/** page: read from the console · derived: computed · import: brought by the user, or typed in. */
export type SourceKind = "page" | "derived" | "import";

const inputs = new Set(INPUTS.map(({ metric }) => metric));

/** Where a metric's number can come from, the surest first; empty for an unknown one. */
export function sourcesOf(metric: string): readonly SourceKind[] {
  const known = findMetric(metric);
  if (!known) return [];
  const asked = new Set(playbookRows(metric).flatMap(({ from }) => from));
  return [
    ...(known.pages.length > 0 ? (["page"] as const) : []),
    ...(derivationOf(metric) ? (["derived"] as const) : []),
    ...(asked.has("import") || inputs.has(metric) ? (["import"] as const) : []),
  ];
}

/** 基础 · 进阶 · 决策, as the playbook sorts them; null for the rest. */
export const tierOf = (metric: string): PlaybookRow["tier"] =>
  playbookRows(metric).find(({ tier }) => tier !== null)?.tier ?? null;

/** Metrics that the user brings by import or by hand, each once, in the playbook's order; inputs of formulas last. */
export const BROUGHT: readonly string[] = [
  ...new Set([...PLAYBOOK.filter(({ from }) => from.includes("import")), ...INPUTS].map(({ metric }) => metric)),
];
