import * as z from "zod/mini";
import { daySchema, entitySchema, namedSchema, valueSchema } from "./observation-schema";

/** Most entities and readings of one message of an import. */
export const IMPORT_PART = { entities: 2_000, readings: 12_000 } as const;

const line = z.string().check(z.minLength(1), z.maxLength(200));
const upload = z.string().check(z.minLength(1), z.maxLength(100));

const reading = z.strictObject({
  entity: z.int().check(z.nonnegative()),
  metric: z.string().check(z.minLength(1), z.maxLength(100)),
  value: valueSchema,
  period: z.nullable(z.strictObject({ from: daySchema, to: daySchema })),
  day: daySchema,
});

export const IMPORT_SCHEMAS = {
  import_begin: z.strictObject({
    source: z.strictObject({ kind: z.enum(["import", "manual"]), name: line, estimate: z.boolean() }),
    file: z.nullable(z.string().check(z.maxLength(500))),
    account: z.nullable(z.strictObject({ type: z.enum(["account", "shop"]), ...namedSchema })),
  }),
  import_part: z.strictObject({
    upload,
    entities: z.array(entitySchema).check(z.maxLength(IMPORT_PART.entities)),
    readings: z.array(reading).check(z.maxLength(IMPORT_PART.readings)),
  }),
  import_end: z.strictObject({ upload, keep: z.boolean() }),
  undo_import: z.strictObject({ batch: upload }),
};
