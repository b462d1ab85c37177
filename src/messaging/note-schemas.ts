import * as z from "zod/mini";
import { ACCOUNTS, CATEGORIES, CHANNELS, GOODS, SEVERITIES } from "../compliance/finding";
import { PACK_MAX } from "../compliance/own/pack-size";
import type { NoteKind, NoteKinds } from "../ledger/note-kinds";
import type { NotePatch } from "../ledger/notes";

/** What the fields of each kind of note must look like; a patch names any of them. */

const maybe = z.exactOptional;
const amount = maybe(z.nullable(z.number().check(z.nonnegative())));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const hour = z.int().check(z.nonnegative(), z.maximum(23));
const short = z.string().check(z.maxLength(500));

const entityKey = z.string().check(z.minLength(3), z.maxLength(1_000));
const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

const columnUse = z.strictObject({
  as: z.string().check(z.maxLength(20)),
  metric: maybe(z.string().check(z.maxLength(100))),
  hint: maybe(z.string().check(z.maxLength(10))),
});

const FIELDS = {
  target: z.strictObject({ value: maybe(z.nullable(z.number())) }),
  assumption: z.strictObject({
    orders_per_buyer_year: amount,
    gross_margin: amount,
    customer_years: amount,
    promotion_spend: amount,
    new_buyer_count: amount,
    lead_days: amount,
    service_factor: amount,
  }),
  post: z.strictObject({
    type: maybe(z.nullable(z.string().check(z.maxLength(40)))),
    vertical: maybe(z.nullable(z.boolean())),
    original: maybe(z.nullable(z.boolean())),
  }),
  campaign: z.strictObject({
    name: maybe(short),
    from: maybe(day),
    to: maybe(day),
    kind: maybe(z.enum(["discount", "points", "referral", "combined", "other"])),
    house: maybe(z.nullable(entityKey)),
    lift: amount,
  }),
  pins: z.strictObject({ metrics: maybe(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(12))) }),
  alerts: z.strictObject({
    target: maybe(z.boolean()),
    anomaly: maybe(z.boolean()),
    stale: maybe(z.boolean()),
    quietFrom: maybe(hour),
    quietTo: maybe(hour),
    digest: maybe(z.nullable(hour)),
  }),
  alerted: z.strictObject({ day: maybe(day) }),
  own_word: z.strictObject({
    category: maybe(z.enum(CATEGORIES)),
    severity: maybe(z.enum(SEVERITIES)),
    reason: maybe(short),
    instead: maybe(short),
  }),
  allow_phrase: z.strictObject({ reason: maybe(short) }),
  own_pack: z.strictObject({ json: maybe(z.string().check(z.maxLength(PACK_MAX))), on: maybe(z.boolean()) }),
  reviewer: z.strictObject({ role: maybe(z.enum(["author", "human", "legal"])) }),
  draft_scope: z.strictObject({
    goods: maybe(z.nullable(z.enum(GOODS))),
    channel: maybe(z.nullable(z.enum(CHANNELS))),
    account: maybe(z.nullable(z.enum(ACCOUNTS))),
  }),
  rival: z.strictObject({
    entity: maybe(z.nullable(entityKey)),
    also: maybe(z.array(entityKey).check(z.maxLength(50))),
    sought: maybe(z.nullable(words(200))),
    label: maybe(z.nullable(words(200))),
    group: maybe(z.nullable(words(60))),
    remark: maybe(z.nullable(words(2_000))),
    order: maybe(z.number()),
    archived: maybe(z.boolean()),
    since: maybe(z.number()),
  }),
  rival_mute: z.strictObject({ on: maybe(z.boolean()) }),
  rival_dismissed: z.strictObject({ at: maybe(z.number()) }),
  rival_pair: z.strictObject({ same: maybe(z.boolean()) }),
  rival_reminder: z.strictObject({
    on: maybe(z.boolean()),
    weekday: maybe(z.int().check(z.gte(1), z.lte(7))),
    hour: maybe(z.int().check(z.gte(0), z.lte(23))),
  }),
  rival_bands: z.strictObject({
    edges: maybe(z.nullable(z.array(z.int().check(z.positive())).check(z.maxLength(30)))),
    count: maybe(z.int().check(z.gte(1), z.lte(30))),
  }),
  label: z.strictObject({
    metric: maybe(z.string().check(z.maxLength(100))),
    hint: maybe(z.string().check(z.maxLength(10))),
  }),
  device: z.strictObject({ name: maybe(z.string().check(z.maxLength(40))) }),
  column_map: z.strictObject({
    source: maybe(z.string().check(z.maxLength(200))),
    estimate: maybe(z.boolean()),
    subject: maybe(z.string().check(z.maxLength(30))),
    columns: maybe(z.array(columnUse).check(z.maxLength(256))),
  }),
} satisfies { [K in NoteKind]: z.ZodMiniType<Partial<NoteKinds[K]>> };

const id = z.string().check(z.minLength(1), z.maxLength(2_100));

const patchOf = <K extends NoteKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), id, fields: z.nullable(FIELDS[kind]) });

export const notePatchSchema = z.discriminatedUnion("kind", [
  patchOf("target"),
  patchOf("assumption"),
  patchOf("post"),
  patchOf("campaign"),
  patchOf("pins"),
  patchOf("alerts"),
  patchOf("alerted"),
  patchOf("own_word"),
  patchOf("allow_phrase"),
  patchOf("own_pack"),
  patchOf("reviewer"),
  patchOf("draft_scope"),
  patchOf("rival"),
  patchOf("rival_mute"),
  patchOf("rival_dismissed"),
  patchOf("rival_pair"),
  patchOf("rival_reminder"),
  patchOf("rival_bands"),
  patchOf("label"),
  patchOf("device"),
  patchOf("column_map"),
]) satisfies z.ZodMiniType<NotePatch>;
