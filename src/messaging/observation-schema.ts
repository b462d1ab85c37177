import * as z from "zod/mini";
import {
  ENTITY_TYPES,
  type FailedCheck,
  type Observation,
  PAGE_KINDS,
  PAGE_STATES,
  UNITS,
  type Value,
} from "../console/observation";

/** The shape and size of an observation. Whether it fits the dictionary and the calendar is the ledger's to say. */

/** All members of a string union, checked for completeness by the compiler. */
const all = <T extends string>(members: Record<T, true>) => z.enum(Object.keys(members) as [T, ...T[]]);

export const pageSchema = z.enum(PAGE_KINDS);

const stateSchema = z.enum(PAGE_STATES);

const entityType = z.enum(ENTITY_TYPES);

const unit = z.enum(UNITS);

const checkName = all<FailedCheck["check"]>({
  row_count: true,
  five_numbers: true,
  totals: true,
  duplicate_rows: true,
  no_known_label: true,
  conflict: true,
  canvas_only: true,
  out_of_reach: true,
});

const text = (max: number) => z.string().check(z.maxLength(max));
const line = (max: number) => text(max).check(z.minLength(1));
const list = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const finite = z.number();

export const namedSchema = { id: z.nullable(line(200)), name: z.nullable(line(20_000)) };
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const dateSchema = z.string().check(z.regex(/^\d{2}-\d{2}$/));

const stated = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("days"), from: daySchema, to: daySchema }),
  z.strictObject({ kind: z.literal("dates"), from: dateSchema, to: dateSchema }),
  z.strictObject({
    kind: z.literal("relative"),
    endsDaysAgo: z.int().check(z.gte(0), z.lte(3_660)),
    days: z.int().check(z.gte(1), z.lte(3_660)),
  }),
  z.strictObject({ kind: z.literal("last"), unit: z.enum(["week", "month"]) }),
  z.strictObject({ kind: z.literal("month"), month: z.int().check(z.gte(1), z.lte(12)) }),
]);

export const valueSchema = z.discriminatedUnion("precision", [
  z.strictObject({ precision: z.literal("exact"), value: z.union([finite, line(2_000)]) }),
  z.strictObject({ precision: z.literal("rounded"), value: finite, step: finite }),
  z.strictObject({ precision: z.literal("range"), min: z.nullable(finite), max: z.nullable(finite) }),
]) satisfies z.ZodMiniType<Value>;

export const entitySchema = z.strictObject({
  type: entityType,
  ...namedSchema,
  owner: z.exactOptional(z.strictObject({ type: entityType, ...namedSchema })),
  link: z.exactOptional(line(2_000)),
  publishedAt: z.exactOptional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/))),
});

const reading = z.strictObject({
  entity: z.int().check(z.nonnegative()),
  metric: line(100),
  unit,
  value: valueSchema,
  period: z.nullable(stated),
});

export const observationSchema = z.strictObject({
  page: pageSchema,
  state: stateSchema,
  url: text(2_000).check(z.regex(/^https:\/\/(channels|store)\.weixin\.qq\.com\//)),
  account: z.nullable(z.strictObject(namedSchema)),
  ofRival: z.exactOptional(z.literal(true)),
  period: z.nullable(stated),
  entities: list(entitySchema, 10_000),
  readings: list(reading, 50_000),
  unknownLabels: list(line(200), 500),
  failed: list(z.strictObject({ check: checkName, expected: z.nullable(finite), seen: z.nullable(finite) }), 100),
  complete: z.boolean(),
}) satisfies z.ZodMiniType<Observation>;
