import { fingerprint } from "../../src/ledger/fingerprint";
import type { Note, NotePatch } from "../../src/ledger/notes";
import { headerKey, type Mapping, SUBJECTS } from "../../src/ui/imports/mapping";
import type { Opened } from "../../src/ui/imports/worker-protocol";
import type { Form } from "./form";

/** A mapping is remembered for tables with the same headers, with the name of their source. */
const idOf = (headers: readonly string[]): string => fingerprint(headerKey(headers));

/** The form with what the user said of such a table before. */
export function rememberedFor(form: Form, opened: Opened, notes: readonly Note<"column_map">[]): Form {
  const headers = opened.tables[form.table]?.headers ?? [];
  const value = notes.find(({ id }) => id === idOf(headers))?.value;
  const subject = SUBJECTS.find((each) => each === value?.subject);
  if (!value || !subject || value.columns?.length !== headers.length) return form;
  return {
    ...form,
    source: value.source ?? form.source,
    estimate: value.estimate ?? form.estimate,
    mapping: { subject, columns: value.columns as Mapping["columns"] },
  };
}

export function remember({ table, mapping, source, estimate }: Form, opened: Opened): NotePatch {
  const { subject, columns } = mapping;
  return {
    kind: "column_map",
    id: idOf(opened.tables[table]?.headers ?? []),
    fields: { source: source.trim(), estimate, subject, columns },
  };
}
