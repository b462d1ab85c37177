import * as z from "zod/mini";
import type { LinedJson } from "../../src/compliance/own/json-lines";
import { type FileFault, inOrder, readLined, repeatedNames } from "../../src/compliance/own/lined-file";
import type { Note, NotePatchOf } from "../../src/ledger/notes";
import { findMetric } from "../../src/metrics/registry";
import { HINTS } from "../../src/ui/imports/units";

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

/** What the file teaches, or all that is wrong with it: then none of it is to be taken. */
export function labelsIn(text: string): { notes: readonly NotePatchOf<"label">[] } | readonly FileFault[] {
  const read = readLined(text, schema);
  if (!("data" in read)) return read;
  const { labels } = read.data;
  if (labels.length === 0) return [{ line: 1, kind: "nothing", where: "", what: "" }];
  const names = labels.map(({ label }) => label);
  const faults = [
    ...unknown(labels, read.json),
    ...repeatedNames(names, read.json, (index) => ["labels", index, "label"]),
  ];
  if (faults.length > 0) return inOrder(faults);
  return { notes: labels.map(({ label, metric, hint }) => ({ kind: "label", id: label, fields: { metric, hint } })) };
}

type Labels = z.infer<typeof schema>["labels"];

function unknown(labels: Labels, json: LinedJson): readonly FileFault[] {
  const units: readonly string[] = HINTS;
  return labels.flatMap(({ metric, hint }, index): FileFault[] => [
    ...(findMetric(metric) === null
      ? [{ line: json.lineOf(["labels", index, "metric"]), kind: "metric" as const, where: metric, what: "" }]
      : []),
    ...(units.includes(hint)
      ? []
      : [
          {
            line: json.lineOf(["labels", index, "hint"]),
            kind: "unit" as const,
            where: hint,
            what: HINTS.slice(1).join(" "),
          },
        ]),
  ]);
}
