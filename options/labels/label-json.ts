import * as z from "zod/mini";
import type { Note, NotePatch } from "../../src/ledger/notes";
import { findMetric } from "../../src/metrics/registry";

const MAX = 2_000;
const schema = z.strictObject({
  labels: z
    .array(
      z.strictObject({
        label: z.string().check(z.minLength(1), z.maxLength(200)),
        metric: z.string().check(z.maxLength(100)),
        hint: z.string().check(z.maxLength(10)),
      }),
    )
    .check(z.maxLength(MAX)),
});

/** Labels by name, so that the same ones give the same file. */
export function labelsFile(notes: readonly Note<"label">[]): string {
  const labels = notes
    .map(({ id: label, value: { metric = "", hint = "" } }) => ({ label, metric, hint }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return `${JSON.stringify({ labels }, null, 2)}\n`;
}

/** Null unless all of it is well formed and every metric is known. */
export function labelsIn(text: string): readonly NotePatch[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = z.safeParse(schema, data);
  if (!parsed.success || parsed.data.labels.some(({ metric }) => findMetric(metric) === null)) return null;
  return parsed.data.labels.map(({ label, metric, hint }) => ({ kind: "label", id: label, fields: { metric, hint } }));
}
