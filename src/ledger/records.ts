import type { DBSchema } from "idb";
import type { EntityType, Unit } from "../console/observation";
import type { GoodsDigest } from "./goods-digest";
import type { ImportRecord, ReviewRow, Settings, Sighting, Snapshot, StoredDraft } from "./model";
import type { NoteRow } from "./notes";

/**
 * What lies in IndexedDB at the newest schema version. A year of captures is a million readings, so readings are packed: one
 * record holds all readings of a snapshot, one record what sixteen entities have of a day, and both name entities and
 * snapshots by a local number `n`. Nothing outside src/ledger sees these shapes.
 */
export interface LedgerSchema extends DBSchema {
  snapshots: { key: number; value: SnapshotRow; indexes: { id: string; lastSeen: number } };
  readings: { key: number; value: ReadingsRow };
  entities: { key: number; value: EntityRow; indexes: { key: string; alias: string; type: string; owner: number } };
  latestBlocks: { key: number; value: BlockRow };
  dayBlocks: { key: DayKey; value: BlockRow };
  sightings: { key: number; value: SightingRow; indexes: { tab: number } };
  drafts: { key: number; value: DraftRow };
  settings: { key: string; value: Settings };
  shelves: { key: DayKey; value: ShelfRow };
  notes: { key: [kind: string, id: string]; value: NoteRow; indexes: { kind: string } };
  imports: { key: string; value: ImportRow };
  /** The review record: entries are only ever added. */
  reviews: { key: string; value: ReviewRow; indexes: { case: string; at: number } };
  /** This machine's name, keys and progress of backups; never in an archive. By name. */
  vault: { key: string; value: unknown };
}

/** What was seen, and the aggregates made of it. */
export const SEEN_STORES = ["snapshots", "readings", "entities", "latestBlocks", "dayBlocks", "shelves"] as const;

export const STORES = [
  ...SEEN_STORES,
  "sightings",
  "drafts",
  "settings",
  "notes",
  "imports",
  "reviews",
  "vault",
] as const satisfies readonly (keyof LedgerSchema)[];

export interface SnapshotRow extends Snapshot {
  readonly n: number;
  /** Absent on rows written before there was one. */
  readonly digest?: Digest;
}

/** What a snapshot's readings say in short, so that a view over weeks of pages need not read them. Never in an archive. */
export interface Digest {
  readonly metrics: readonly string[];
  /** Of a list of posts: how many own ones, and sum and median of each counter that all of them showed as a number. */
  readonly posts: {
    readonly count: number;
    readonly columns: readonly (readonly [metric: string, sum: PackedValue, middle: PackedValue])[];
  } | null;
  /** Prices by seller, see goods-digest.ts; absent where no goods were, and where it cannot tell all. */
  readonly goods?: GoodsDigest;
}

/** exact: the value itself · rounded: [value, step] · range: [min, max, 0]. */
export type PackedValue =
  | number
  | string
  | readonly [value: number, step: number]
  | readonly [min: number | null, max: number | null, range: 0];

/** Day numbers (days since 1970-01-01), both included. */
export type PackedPeriod = readonly [from: number, to: number] | null;

/** Name indices of what was shown without a name; UNTOLD: and without anything else to tell it from its like. */
export const NAMELESS = -1;
export const UNTOLD = -2;

/** An entity as this snapshot's page showed it: which of its names, whether its id, and whose it was (index, -1 none). */
export interface ShownEntity {
  readonly n: number;
  readonly name: number;
  readonly id: boolean;
  readonly owner: number;
}

/** Numbers of one own table or typed in, and a third party's estimates, lie beside what pages showed, never over it. */
export type From = "import" | "estimate";

export interface ReadingsRow {
  /** The snapshot's number. */
  readonly n: number;
  /** Absent for what a page showed. */
  readonly from?: From;
  readonly metrics: readonly (readonly [metric: string, unit: Unit])[];
  readonly periods: readonly PackedPeriod[];
  /** Four numbers each, as {@link ShownEntity}; id shown is 0 or 1. */
  readonly entities: readonly number[];
  /** Four items each: index into entities, metrics, periods, then the value. */
  readonly rows: readonly (number | PackedValue)[];
}

export interface EntityRow {
  readonly n: number;
  readonly key: string;
  /** What it is looked up by: type with id, type with name. */
  readonly aliases: readonly string[];
  readonly type: EntityType;
  readonly id: string | null;
  readonly name: string | null;
  /** Every name it was shown under, oldest first; snapshots refer to them by index. */
  readonly names: readonly string[];
  /** Absent for what belongs to the console's own account. */
  readonly owner?: number;
  readonly account: number | null;
  /** The account or shop whose own console was read. */
  readonly own: boolean;
  readonly link: string | null;
  readonly publishedAt: string | null;
  readonly firstSeen: number;
}

/** An import with what its undoing needs. */
export interface ImportRow extends ImportRecord {
  /** Numbers of its snapshots; empty once undone. */
  readonly snapshots: readonly number[];
  /** First and last number of the entities it made; null for none. */
  readonly made: readonly [first: number, last: number] | null;
  /** Entities that it changed, as they were and as it left them. */
  readonly changed: readonly { readonly before: EntityRow; readonly after: EntityRow }[];
}

/** A reading in an aggregate: metric (marked by {@link From}, see pack.ts), period, value, number of the snapshot that holds. */
export type Cell = readonly [metric: string, period: PackedPeriod, value: PackedValue, snapshot: number];
/** With the day of capture. */
export type LatestCell = readonly [...Cell, day: number];

/** Aggregates of up to sixteen entities with numbers side by side; see blocks.ts. */
export interface BlockRow {
  /** Of the newest numbers the block, of days the {@link dayKey} of block and day. */
  readonly key: number;
  /** Ascending. */
  readonly entities: readonly number[];
  /** Beside them, as JSON: `[lastSeen, cells]` of the newest, the cells of a day. */
  readonly texts: readonly string[];
}

/** The newest of an entity: what its part of a block says. */
export interface LatestRow {
  /** The entity's number. */
  readonly n: number;
  readonly lastSeen: number;
  readonly cells: readonly LatestCell[];
}

/** A day of an entity: what its part of a block says. */
export interface DayRow {
  readonly day: number;
  readonly cells: readonly Cell[];
}

/**
 * On which snapshots of a day a seller's goods, videos and lives stood, so that they are found without looking at each
 * of them. The seller's number is in the key; {@link OWN_SHELF} stands for goods in the own consoles.
 */
export interface ShelfRow {
  readonly day: number;
  /** Ascending. */
  readonly snapshots: readonly number[];
}
export const OWN_SHELF = 0;

/** Key of a day of an entity, or of a block of them, so that its days lie side by side; a number is a third faster than an array. */
export type DayKey = number;
const DAYS = 100_000;
export const dayKey = (n: number, day: number): DayKey => n * DAYS + day;
export const entityOfDayKey = (key: DayKey): number => Math.floor(key / DAYS);
export const dayOfKey = (key: DayKey): number => key % DAYS;
export const lastDayKey = (n: number): DayKey => dayKey(n, DAYS - 1);

/** IndexedDB does not index null: a sighting without a tab leaves `tab` out. */
export interface SightingRow extends Omit<Sighting, "tab"> {
  readonly tab?: number;
}

export interface DraftRow extends StoredDraft {
  /** The page's document, so that a reload in the same tab drops the draft. */
  readonly document: string | null;
  readonly seq: number;
}
