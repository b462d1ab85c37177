import { fingerprint } from "../../src/ledger/fingerprint";
import type { EntityRecord } from "../../src/ledger/model";
import type { Note, NotePatch } from "../../src/ledger/notes";
import { headerKey, type Mapping, SUBJECTS } from "../../src/ui/imports/mapping";
import type { Opened } from "../../src/ui/imports/worker-protocol";
import { type Form, formOf } from "./form";

/** A mapping is remembered for tables with the same headers, with the name of their source. */
const idOf = (headers: readonly string[]): string => fingerprint(headerKey(headers));

type Remembered = readonly Note<"column_map">[];

/** What the user said of tables with these headers before; null when nothing, or nothing that still fits them. */
function rememberedFor(headers: readonly string[], notes: Remembered) {
  const value = notes.find(({ id }) => id === idOf(headers))?.value;
  const subject = SUBJECTS.find((each) => each === value?.subject);
  if (!value || !subject || value.columns?.length !== headers.length) return null;
  return { ...value, mapping: { subject, columns: value.columns as Mapping["columns"] } };
}

/** The form of a table: what the user said of such a table before, else what the file itself suggests. */
export function formFor(
  opened: Opened,
  table: number,
  notes: Remembered,
  owners: readonly EntityRecord[],
  today: string,
): Form {
  const form = formOf(opened, table, owners, today);
  const remembered = rememberedFor(opened.tables[table]?.headers ?? [], notes);
  if (!remembered) return form;
  return {
    ...form,
    source: remembered.source ?? form.source,
    estimate: remembered.estimate ?? form.estimate,
    mapping: remembered.mapping,
  };
}

/** The table that a workbook is brought for, its cover sheet passed over: one said of before, else the most numbers. */
export function likelyTable({ tables }: Opened, notes: Remembered): number {
  const known = tables.findIndex(({ headers }) => rememberedFor(headers, notes) !== null);
  if (known >= 0) return known;
  const counts = tables.map(({ mapping }) => mapping.columns.filter(({ as }) => as === "metric").length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

export function remember({ table, mapping, source, estimate }: Form, opened: Opened): NotePatch {
  const { subject, columns } = mapping;
  return {
    kind: "column_map",
    id: idOf(opened.tables[table]?.headers ?? []),
    fields: { source: source.trim(), estimate, subject, columns },
  };
}
