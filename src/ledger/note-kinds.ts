/**
 * What the user decides or types about things, by kind. A note is a set of named fields; each field is written on its
 * own, so that two machines that change different fields of one note both keep their change. `id` says what the note
 * is about. A kind's schema stands in src/messaging/note-schemas.ts.
 */
export interface NoteKinds {
  /** The user's own target of a metric (`id`: metric id), in the metric's unit; null says that there is none. */
  target: { readonly value: number | null };
}

export type NoteKind = keyof NoteKinds;
