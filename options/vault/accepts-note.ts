import * as z from "zod/mini";
import { type NoteRow, REMOVED } from "../../src/ledger/notes";
import { notePatchSchema } from "../../src/messaging/note-schemas";

/** Whether this version's views can show the note: its kind is known and its fields have the kind's shapes. */
export function acceptsNote({ kind, id, fields }: NoteRow): boolean {
  const values = Object.entries(fields).flatMap(([field, { value }]) => (field === REMOVED ? [] : [[field, value]]));
  return z.safeParse(notePatchSchema, { kind, id, fields: Object.fromEntries(values) }).success;
}
