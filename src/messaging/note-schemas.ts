import * as z from "zod/mini";
import { ACCOUNTS, CATEGORIES, CHANNELS, GOODS, SEVERITIES } from "../compliance/finding";
import { PACK_MAX } from "../compliance/own/pack-size";
import type { NoteKind, NoteKinds } from "../ledger/note-kinds";
import type { NotePatch } from "../ledger/notes";

/** What the fields of each kind of note must look like; a patch names any of them. */

const maybe = z.exactOptional;
const short = z.string().check(z.maxLength(500));

const FIELDS = {
  target: z.strictObject({ value: maybe(z.nullable(z.number())) }),
  own_word: z.strictObject({
    category: maybe(z.enum(CATEGORIES)),
    severity: maybe(z.enum(SEVERITIES)),
    reason: maybe(short),
    instead: maybe(short),
  }),
  allow_phrase: z.strictObject({ reason: maybe(short) }),
  own_pack: z.strictObject({ json: maybe(z.string().check(z.maxLength(PACK_MAX))), on: maybe(z.boolean()) }),
  draft_scope: z.strictObject({
    goods: maybe(z.nullable(z.enum(GOODS))),
    channel: maybe(z.nullable(z.enum(CHANNELS))),
    account: maybe(z.nullable(z.enum(ACCOUNTS))),
  }),
} satisfies { [K in NoteKind]: z.ZodMiniType<Partial<NoteKinds[K]>> };

const id = z.string().check(z.minLength(1), z.maxLength(1_000));

const patchOf = <K extends NoteKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), id, fields: z.nullable(FIELDS[kind]) });

export const notePatchSchema = z.discriminatedUnion("kind", [
  patchOf("target"),
  patchOf("own_word"),
  patchOf("allow_phrase"),
  patchOf("own_pack"),
  patchOf("draft_scope"),
]) satisfies z.ZodMiniType<NotePatch>;
