import * as z from "zod/mini";
import { type NoteRow, REMOVED } from "../ledger/notes";
import { patchOfNote, SETTING_KIND } from "../ledger/shared-settings";
import { notePatchSchema } from "./note-schemas";
import { settingsPatch } from "./schemas";

/** Whether this version can use a note of another machine: its kind is known and its fields have the kind's shapes. */
export function acceptsNote(note: NoteRow): boolean {
  if (note.kind === SETTING_KIND) return z.safeParse(settingsPatch, patchOfNote(note)).success;
  const { kind, id, fields } = note;
  const values = Object.entries(fields).flatMap(([field, { value }]) => (field === REMOVED ? [] : [[field, value]]));
  return z.safeParse(notePatchSchema, { kind, id, fields: Object.fromEntries(values) }).success;
}
