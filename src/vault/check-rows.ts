import * as z from "zod/mini";
import { ENTITY_TYPES, PAGE_KINDS, PAGE_STATES, UNITS } from "../console/observation";
import { parseDay } from "../ledger/day";
import { within } from "../ledger/fresh";
import type { Bundle, Portable, PortableKind, PortableSnapshot } from "../ledger/portable";
import type { ReadingsRow } from "../ledger/records";
import { checkPacked } from "./check-packed";
import { VaultError } from "./errors";

/**
 * The shape of every row that comes from outside. An archive may be made by anyone who knows its passphrase, so nothing in
 * it is trusted to be what this code would have written: lengths, types, and what refers to what.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.gte(0));
const instant = z.number().check(z.gte(0), z.lte(8_640_000_000_000_000));
const maybe = z.exactOptional;
const day = z.string().check(z.refine((each) => !Number.isNaN(parseDay(each)), "no such day"));
const period = z.nullable(z.strictObject({ from: day, to: day }));
/** Shown as a link: never a script. */
const link = z.string().check(z.maxLength(4_000), z.regex(/^https:\/\//));
const address = z.string().check(z.maxLength(4_000), z.regex(/^(?!\s*(javascript|data|vbscript):)/i));

const page = z.enum(PAGE_KINDS);
const state = z.enum(PAGE_STATES);
const entityType = z.enum(ENTITY_TYPES);
const unit = z.enum(UNITS);

const source = { kind: z.enum(["import", "manual"]), name: text(500), estimate: z.boolean() };
const id = text(4_000).check(z.minLength(1));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What a version after this one adds to a row is kept: it is data, and the schema's number guards what it means. */
const SCHEMAS = {
  snapshots: z.looseObject({
    snapshot: z.looseObject({
      id: hash,
      page,
      state,
      url: address,
      account: z.nullable(id),
      accountName: z.nullable(text(20_000)),
      day,
      period,
      complete: z.boolean(),
      firstSeen: instant,
      lastSeen: instant,
      readingCount: count,
      reader: text(100),
      source: maybe(z.looseObject({ ...source, batch: id })),
    }),
    readings: z.looseObject({
      metrics: z.array(z.tuple([text(200), unit])),
      periods: z.array(z.nullable(z.tuple([z.int(), z.int()]))),
      entities: z.array(z.int()),
      rows: z.array(z.unknown()),
      from: maybe(z.enum(["import", "estimate"])),
    }),
  }),
  entities: z.looseObject({
    n: count.check(z.gte(1)),
    key: id,
    aliases: z.array(text(30_000)),
    type: entityType,
    id: z.nullable(id),
    name: z.nullable(text(20_000)),
    names: z.array(text(20_000)),
    owner: maybe(count),
    account: z.nullable(count),
    own: z.boolean(),
    link: z.nullable(link),
    publishedAt: z.nullable(text(40)),
    firstSeen: instant,
  }),
  notes: z.looseObject({
    kind: text(100).check(z.minLength(1)),
    id,
    fields: z.record(text(100), z.strictObject({ value: z.unknown(), at: instant, by: text(100) })),
    history: z
      .array(z.strictObject({ field: text(100), value: z.unknown(), at: instant, by: text(100) }))
      .check(z.maxLength(50)),
  }),
  imports: z.looseObject({
    id,
    at: instant,
    source: z.looseObject(source),
    file: z.nullable(text(1_000)),
    readings: count,
    undoneAt: z.nullable(instant),
  }),
  reviews: z.looseObject({ id: hash, case: id, at: instant, previous: z.nullable(hash), entry: z.unknown() }),
  settings: z.looseObject({
    reading: z.looseObject({ all: z.boolean(), hosts: z.record(text(100), z.boolean()) }),
    marks: z.record(text(100), z.boolean()),
    noticeReadAt: z.nullable(instant),
    language: z.enum(["auto", "zh_CN", "en"]),
    theme: z.enum(["auto", "light", "dark"]),
    rise: z.enum(["red", "green"]),
    draft: z.looseObject({ goods: text(40), channel: text(40), account: text(40) }),
  }),
  sightings: z.looseObject({
    seq: count,
    at: instant,
    page,
    state,
    url: address,
    account: z.nullable(text(20_000)),
    period,
    snapshot: z.nullable(hash),
    readings: count,
    unknownLabels: z.array(text(200)),
    failed: z.array(z.looseObject({})),
  }),
} satisfies { [K in PortableKind]: z.ZodMiniType };

/** Throws `bad_row`. */
export function checkRow<K extends PortableKind>(kind: K, row: unknown): Portable[K] {
  const parsed = z.safeParse(SCHEMAS[kind] as z.ZodMiniType, row);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new VaultError("bad_row", `${kind}: ${issue?.path.map(String).join(".") || "row"} ${issue?.code}`);
  }
  if (kind === "snapshots")
    checkPacked(row as { snapshot: PortableSnapshot["snapshot"]; readings: Omit<ReadingsRow, "n"> });
  return row as Portable[K];
}

/** Throws `bad_row` where rows refer to what is not there, or to themselves. */
export function checkBundle({ entities, snapshots }: Bundle): void {
  const rows = new Map(entities.map((row) => [row.n, row]));
  const keys = new Set(entities.map(({ key }) => key));
  const fail = (what: string): never => {
    throw new VaultError("bad_row", what);
  };
  if (rows.size !== entities.length || keys.size !== entities.length) fail("entities: one is there twice");
  for (const row of entities) {
    // An owner has an account, an account has neither.
    const depth = depthOf(rows, row.n, 0);
    if (depth > 3) fail(`entities: ${row.key} belongs to itself or to what is not there`);
  }
  for (const { readings } of snapshots) {
    for (let at = 0; at < readings.entities.length; at += 4) {
      const name = readings.entities[at + 1] as number;
      const row = rows.get(readings.entities[at] as number);
      if (row === undefined || name >= row.names.length) fail("snapshots: one names an entity that is not there");
    }
  }
}

function depthOf(rows: ReadonlyMap<number, Bundle["entities"][number]>, n: number, depth: number): number {
  const row = rows.get(n);
  if (row === undefined || depth > 3) return 99;
  const named = [row.owner, row.account, ...row.aliases.map(within)].filter(
    (each) => typeof each === "number" && each > 0,
  );
  return Math.max(depth, ...[...new Set(named)].map((each) => depthOf(rows, each as number, depth + 1)));
}
