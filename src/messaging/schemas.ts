import * as z from "zod/mini";
import { ACCOUNTS, CHANNELS, GOODS } from "../compliance/finding";
import { DRAFT_MAX } from "../console/draft-max";
import { CONSOLE_HOSTS } from "../ledger/model";
import { IMPORT_SCHEMAS } from "./import-schemas";
import { lockSchema } from "./lock-schema";
import { notePatchSchema } from "./note-schemas";
import { observationSchema, pageSchema } from "./observation-schema";
import { type Kind, PARTS, type Requests } from "./protocol";
import { reviewSchema } from "./review-schema";

/** What each message must look like. Unknown keys are refused: both ends are always of one version. */

// Without this zod tries `new Function`, which the extension's CSP refuses and the console reports as an error.
z.config({ jitless: true });

const empty = z.strictObject({});
const tab = z.int().check(z.nonnegative());
const scope = {
  goods: z.enum(GOODS),
  channel: z.enum(CHANNELS),
  account: z.enum(ACCOUNTS),
};
const maybe = z.exactOptional;
const notePatches = z.array(notePatchSchema).check(z.maxLength(5_000));
const perHost = z.strictObject({ [CONSOLE_HOSTS[0]]: maybe(z.boolean()), [CONSOLE_HOSTS[1]]: maybe(z.boolean()) });

export const settingsPatch = z.strictObject({
  reading: maybe(z.strictObject({ all: maybe(z.boolean()), hosts: maybe(perHost) })),
  marks: maybe(perHost),
  noticeReadAt: maybe(z.nullable(z.number())),
  language: maybe(z.enum(["auto", "zh_CN", "en"])),
  theme: maybe(z.enum(["auto", "light", "dark"])),
  rise: maybe(z.enum(["red", "green"])),
  draft: maybe(
    z.strictObject({ goods: maybe(scope.goods), channel: maybe(scope.channel), account: maybe(scope.account) }),
  ),
});

export const SCHEMAS = {
  load: z.strictObject({ parts: z.array(z.enum(PARTS)).check(z.maxLength(PARTS.length)) }),
  hello: z.strictObject({ host: z.enum(CONSOLE_HOSTS) }),
  observe: z.strictObject({ observation: observationSchema }),
  draft: z.strictObject({
    seq: z.int().check(z.nonnegative()),
    page: pageSchema,
    text: z.string().check(z.maxLength(DRAFT_MAX)),
    category: maybe(z.string().check(z.maxLength(200))),
    titled: maybe(z.boolean()),
  }),
  draft_gone: empty,
  set_settings: z.strictObject({ patch: settingsPatch }),
  set_draft_scope: z.strictObject({ tab, scope: z.strictObject(scope) }),
  ignore_finding: z.strictObject({ tab, key: z.string().check(z.minLength(1), z.maxLength(2_000)), on: z.boolean() }),
  review: reviewSchema,
  put_notes: z.strictObject({ notes: notePatches, standing: maybe(notePatches) }),
  keep_view: z.strictObject({
    view: z.enum(["board", "watch"]),
    owner: z.nullable(z.string().check(z.maxLength(500))),
  }),
  ...IMPORT_SCHEMAS,
  cloud: z.strictObject({ act: z.enum(["backup", "sync", "arm"]) }),
  taken_in: empty,
  lock: lockSchema,
  delete_everything: empty,
} satisfies { [K in Kind]: z.ZodMiniType<Requests[K]["in"]> };
