import * as z from "zod/mini";
import type { EntityType, FailedCheck, Observation, PageKind, PageState, Unit, Value } from "../console/observation";

/** The shape and size of an observation. Whether it fits the dictionary and the calendar is the ledger's to say. */

/** All members of a string union, checked for completeness by the compiler. */
const all = <T extends string>(members: Record<T, true>) => z.enum(Object.keys(members) as [T, ...T[]]);

export const pageSchema = all<PageKind>({
  home: true,
  post_list: true,
  post_data: true,
  post_detail: true,
  post_editor: true,
  live_history: true,
  live_detail: true,
  live_board: true,
  shop_data: true,
  compass: true,
  order_list: true,
  goods_list: true,
  goods_editor: true,
  aftersale_list: true,
  talent_square: true,
  talent_detail: true,
  notices: true,
  unknown: true,
});

const stateSchema = all<PageState>({
  ok: true,
  loading: true,
  needs_login: true,
  risk_control: true,
  schema_changed: true,
  partial_page: true,
  off: true,
});

const entityType = all<EntityType>({
  account: true,
  video: true,
  live: true,
  shop: true,
  product: true,
  talent: true,
  order_group: true,
  aftersale_group: true,
});

const unit = all<Unit>({ count: true, fen: true, ratio: true, second: true, score: true, text: true });

const checkName = all<FailedCheck["check"]>({
  row_count: true,
  five_numbers: true,
  totals: true,
  duplicate_rows: true,
  no_known_label: true,
  conflict: true,
  canvas_only: true,
});

const text = (max: number) => z.string().check(z.maxLength(max));
const line = (max: number) => text(max).check(z.minLength(1));
const list = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const finite = z.number();

export const namedSchema = { id: z.nullable(line(200)), name: z.nullable(line(20_000)) };
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const stated = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("days"), from: daySchema, to: daySchema }),
  z.strictObject({
    kind: z.literal("relative"),
    endsDaysAgo: z.int().check(z.gte(0), z.lte(3_660)),
    days: z.int().check(z.gte(1), z.lte(3_660)),
  }),
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
  period: z.nullable(stated),
  entities: list(entitySchema, 10_000),
  readings: list(reading, 50_000),
  unknownLabels: list(line(200), 500),
  failed: list(z.strictObject({ check: checkName, expected: z.nullable(finite), seen: z.nullable(finite) }), 100),
  complete: z.boolean(),
}) satisfies z.ZodMiniType<Observation>;
