import * as z from "zod/mini";
import type { NoteKind, NoteKinds } from "../ledger/note-kinds";
import type { NotePatch } from "../ledger/notes";

/** What the fields of each kind of note must look like; a patch names any of them. */

const maybe = z.exactOptional;

const FIELDS = {
  target: z.strictObject({ value: maybe(z.nullable(z.number())) }),
} satisfies { [K in NoteKind]: z.ZodMiniType<Partial<NoteKinds[K]>> };

const id = z.string().check(z.minLength(1), z.maxLength(1_000));

const patchOf = <K extends NoteKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), id, fields: z.nullable(FIELDS[kind]) });

export const notePatchSchema = z.discriminatedUnion("kind", [patchOf("target")]) satisfies z.ZodMiniType<NotePatch>;
