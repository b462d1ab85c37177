import type { IDBPTransaction } from "idb";
import { Adopter } from "./adopt";
import { mergeShelf, sellersOn } from "./aggregate";
import { Blocks } from "./block-writer";
import { blockOf, CELLS, dayBlockKey, LATEST } from "./blocks";
import type { LedgerDb } from "./connection";
import { parseDay } from "./day";
import { digestOf } from "./digest";
import { anotherTurn } from "./kept-view";
import { mergeNotes } from "./notes";
import { packShown, unpackShown } from "./pack";
import { type Order, Places } from "./place";
import type { Bundle, PortableSnapshot } from "./portable";
import {
  type BlockRow,
  type Cell,
  dayKey,
  dayOfKey,
  entityOfDayKey,
  type LatestRow,
  type LedgerSchema,
  type ReadingsRow,
  SEEN_STORES,
  type ShelfRow,
  type SnapshotRow,
} from "./records";
import { SETTINGS_KEY, withDefaults } from "./settings";
import { SETTING_KIND, withShared } from "./shared-settings";

/** Everything that is taken elsewhere, and the aggregates; drafts and the vault belong to this machine. */
const STORES = [...SEEN_STORES, "sightings", "settings", "notes", "imports", "reviews"] as const;
type AbsorbTx = IDBPTransaction<LedgerSchema, ((typeof STORES)[number] | "vault")[], "readwrite">;

export interface Absorbed {
  readonly snapshots: number;
  readonly readings: number;
  readonly entities: number;
  /** Notes that were not there or changed. */
  readonly notes: number;
  readonly imports: number;
  readonly reviews: number;
  /** Numbers given to the snapshots that were added, both included; null when none was. */
  readonly numbers: readonly [first: number, last: number] | null;
}

export interface AbsorbOptions {
  /** replace: what is there goes first. */
  readonly mode: "merge" | "replace";
  /** Between 0 and 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** Rows written before anything is said of the progress. */
const STEP = 500;

/**
 * Takes rows of another machine, or of this one's past, into the store: one transaction, all or nothing. Snapshots are
 * told by their content, so that the same again adds nothing; notes merge field by field. Rejects with the signal's
 * reason, or with what is wrong; then nothing was changed.
 */
export async function absorb(db: LedgerDb, bundle: Bundle, options: AbsorbOptions): Promise<Absorbed> {
  const tx = db.transaction([...STORES, "vault"], "readwrite", { durability: "strict" });
  try {
    if (options.mode === "replace") await Promise.all(STORES.map((store) => tx.objectStore(store).clear()));
    const { brought, hasChanged, ...seen } = await absorbSeen(tx, bundle, options);
    const decided = await absorbDecided(tx, bundle, options.mode, brought);
    const isSame = !hasChanged && decided.notes + decided.imports === 0 && options.mode === "merge";
    if (!isSame) await anotherTurn(tx.objectStore("vault"));
    options.signal?.throwIfAborted();
    await tx.done;
    return { ...seen, ...decided };
  } catch (error) {
    tx.done.catch(() => {});
    try {
      tx.abort();
    } catch {
      // It is over already: the failed request aborted it.
    }
    throw tx.error ?? error;
  }
}

async function absorbSeen(tx: AbsorbTx, bundle: Bundle, { onProgress, signal }: AbsorbOptions) {
  const own = await tx.objectStore("snapshots").getAll();
  const byId = new Map(own.map((row) => [row.id, row]));
  const orders = new Map<number, Order>(own.map((row) => [row.n, [row.lastSeen, row.id]]));
  let last = own.at(-1)?.n ?? 0;
  const first = last + 1;
  const adopter = new Adopter(await tx.objectStore("entities").getAll(), bundle.entities);
  for (const { n } of bundle.entities) adopter.settle(n);
  const undone = await undoneBatches(tx, bundle);

  const changed = new Map<number, readonly [SnapshotRow, ReadingsRow | null]>();
  let readings = 0;
  for (const { snapshot, readings: packed } of bundle.snapshots) {
    if (snapshot.source !== undefined && undone.has(snapshot.source.batch)) continue;
    const known = byId.get(snapshot.id);
    const n = known?.n ?? ++last;
    const account = snapshot.account === null ? null : adopter.keyOf(snapshot.account);
    // What was condensed here and is whole there is whole again.
    const isFuller = known !== undefined && snapshot.readingCount > known.readingCount;
    const brings = !known || isFuller ? renumber({ n, ...packed }, adopter) : null;
    const digest = brings ? { digest: digestOf(snapshot.page, brings) } : {};
    const row: SnapshotRow = known
      ? {
          ...together(known, snapshot),
          readingCount: Math.max(known.readingCount, snapshot.readingCount),
          ...digest,
        }
      : { ...snapshot, account, n, ...digest };
    if (known && JSON.stringify(row) === JSON.stringify(known)) continue;
    byId.set(row.id, row);
    orders.set(n, [row.lastSeen, row.id]);
    changed.set(n, [row, brings ?? changed.get(n)?.[1] ?? null]);
    if (brings) readings += row.readingCount - (known?.readingCount ?? 0);
  }

  const brought = new Map<string, number[]>();
  for (const [{ n, source }] of changed.values()) {
    if (source && n >= first) brought.set(source.batch, [...(brought.get(source.batch) ?? []), n]);
  }
  const places = new Places((n) => orders.get(n) ?? [0, ""]);
  const touched = await withReadings(tx, [...changed.values()]);
  const loaded = await load(tx, places, touched);
  for (const [n, name] of laterNames(places, touched)) adopter.rename(n, name);
  for (const [row, packed] of touched) places.add(packed, parseDay(row.day), row.lastSeen);
  const blocks = blocksWith(places, loaded);
  const shelves = await shelvesWith(tx, touched);

  const writes: (() => Promise<unknown>)[] = [
    ...adopter.changed().map((row) => () => tx.objectStore("entities").put(row)),
    ...[...changed.values()].map(
      ([row]) =>
        () =>
          tx.objectStore("snapshots").put(row),
    ),
    ...[...changed.values()].flatMap(([, packed]) => (packed ? [() => tx.objectStore("readings").put(packed)] : [])),
    ...[...shelves].map(
      ([key, row]) =>
        () =>
          tx.objectStore("shelves").put(row, key),
    ),
    ...(["latestBlocks", "dayBlocks"] as const).flatMap((store) =>
      blocks[store].map((row) => () => tx.objectStore(store).put(row)),
    ),
  ];
  for (let at = 0; at < writes.length; at += STEP) {
    signal?.throwIfAborted();
    await Promise.all(writes.slice(at, at + STEP).map((write) => write()));
    onProgress?.(Math.min(1, (at + STEP) / writes.length));
  }
  const added = last - first + 1;
  const numbers: Absorbed["numbers"] = added > 0 ? [first, last] : null;
  return { snapshots: added, readings, entities: adopter.added, numbers, brought, hasChanged: writes.length > 0 };
}

/** One content seen on two machines: first when either saw it first, last when either saw it last. */
export function together<T extends PortableSnapshot["snapshot"]>(own: T, other: PortableSnapshot["snapshot"]): T {
  return {
    ...own,
    firstSeen: Math.min(own.firstSeen, other.firstSeen),
    lastSeen: Math.max(own.lastSeen, other.lastSeen),
    state: own.state === "ok" ? "ok" : other.state,
    complete: own.complete || other.complete,
  };
}

/** Readings that name this store's entities and their names here. */
function renumber(row: ReadingsRow, adopter: Adopter): ReadingsRow {
  const entities = unpackShown(row).flatMap((shown) => {
    const own = adopter.settle(shown.n);
    return packShown({ ...shown, n: own.n, name: adopter.nameAt(shown.n, shown.name) });
  });
  return { ...row, entities };
}

/** What was known and is only seen later counts anew with the readings that are here. */
async function withReadings(
  tx: AbsorbTx,
  changed: readonly (readonly [SnapshotRow, ReadingsRow | null])[],
): Promise<readonly (readonly [SnapshotRow, ReadingsRow])[]> {
  const store = tx.objectStore("readings");
  const found = await Promise.all(
    changed.map(async ([row, packed]) => [row, packed ?? (await store.get(row.n))] as const),
  );
  return found.flatMap(([row, packed]) => (packed === undefined ? [] : [[row, packed] as const]));
}

interface Loaded {
  readonly latest: Blocks<LatestRow>;
  readonly days: Blocks<readonly Cell[]>;
}

/** The aggregates that the readings touch, as they are. */
async function load(
  tx: AbsorbTx,
  places: Places,
  touched: readonly (readonly [SnapshotRow, ReadingsRow])[],
): Promise<Loaded> {
  const days = new Set<number>();
  const entities = new Set<number>();
  for (const [row, packed] of touched) {
    const day = parseDay(row.day);
    for (const { n } of unpackShown(packed)) {
      entities.add(n);
      days.add(dayKey(n, day));
    }
  }
  const latest = new Blocks(LATEST);
  const blocks = new Blocks(CELLS);
  await latest.load(tx.objectStore("latestBlocks"), [...entities].map(blockOf));
  const keys = [...days].map((key) => dayBlockKey(entityOfDayKey(key), dayOfKey(key)));
  // An empty store is not asked thousands of times.
  if ((await tx.objectStore("dayBlocks").count()) > 0) await blocks.load(tx.objectStore("dayBlocks"), keys);
  for (const n of entities) {
    const row = latest.get(blockOf(n), n);
    if (row !== undefined) places.latest.set(n, row);
  }
  for (const [at, key] of [...days].entries()) {
    const cells = blocks.get(keys[at] ?? 0, entityOfDayKey(key));
    if (cells !== undefined) places.days.set(key, { day: dayOfKey(key), cells });
  }
  return { latest, days: blocks };
}

/** The blocks with what the aggregates are now. */
function blocksWith(
  places: Places,
  { latest, days }: Loaded,
): Record<"latestBlocks" | "dayBlocks", readonly BlockRow[]> {
  for (const row of places.latest.values()) latest.set(blockOf(row.n), row.n, row);
  for (const [key, { day, cells }] of places.days) {
    const n = entityOfDayKey(key);
    days.set(dayBlockKey(n, day), n, cells);
  }
  return { latestBlocks: latest.changed(), dayBlocks: days.changed() };
}

/** Of what is here already and was seen later elsewhere: under which of its names. */
function laterNames(
  { latest }: Places,
  touched: readonly (readonly [SnapshotRow, ReadingsRow])[],
): ReadonlyMap<number, number> {
  const names = new Map<number, number>();
  const seen = new Map([...latest].map(([n, { lastSeen }]) => [n, lastSeen]));
  for (const [{ lastSeen, source }, packed] of touched) {
    if (source !== undefined) continue;
    for (const { n, name } of unpackShown(packed)) {
      if (name < 0 || lastSeen <= (seen.get(n) ?? Number.POSITIVE_INFINITY)) continue;
      seen.set(n, lastSeen);
      names.set(n, name);
    }
  }
  return names;
}

/** The shelves on which the snapshots stand, with them. */
async function shelvesWith(
  tx: AbsorbTx,
  touched: readonly (readonly [SnapshotRow, ReadingsRow])[],
): Promise<ReadonlyMap<number, ShelfRow>> {
  const shelves = new Map<number, ShelfRow>();
  for (const [row, packed] of touched) {
    const day = parseDay(row.day);
    for (const seller of sellersOn(packed)) {
      const key = dayKey(seller, day);
      const before = shelves.get(key) ?? (await tx.objectStore("shelves").get(key)) ?? { day, snapshots: [] };
      shelves.set(key, mergeShelf(before, row.n));
    }
  }
  return shelves;
}

async function undoneBatches(tx: AbsorbTx, bundle: Bundle): Promise<ReadonlySet<string>> {
  const all = [...(await tx.objectStore("imports").getAll()), ...bundle.imports];
  return new Set(all.filter(({ undoneAt }) => undoneAt !== null).map(({ id }) => id));
}

async function absorbDecided(
  tx: AbsorbTx,
  bundle: Bundle,
  mode: AbsorbOptions["mode"],
  brought: ReadonlyMap<string, readonly number[]>,
) {
  const counts = { notes: 0, imports: 0, reviews: 0 };
  const notes = tx.objectStore("notes");
  for (const row of bundle.notes) {
    const own = await notes.get([row.kind, row.id]);
    const merged = own ? mergeNotes(own, row) : row;
    if (own && JSON.stringify(own) === JSON.stringify(merged)) continue;
    await notes.put(merged);
    counts.notes += 1;
    if (row.kind !== SETTING_KIND) continue;
    const settings = tx.objectStore("settings");
    await settings.put(withShared(withDefaults(await settings.get(SETTINGS_KEY)), merged), SETTINGS_KEY);
  }
  const imports = tx.objectStore("imports");
  for (const row of bundle.imports) {
    if ((await imports.getKey(row.id)) !== undefined) continue;
    // Undoing it here takes back what came with it; what it changed on the other machine is not known here.
    await imports.put({ ...row, snapshots: brought.get(row.id) ?? [], made: null, changed: [] });
    counts.imports += 1;
  }
  const reviews = tx.objectStore("reviews");
  for (const row of bundle.reviews) {
    if ((await reviews.getKey(row.id)) !== undefined) continue;
    await reviews.put(row);
    counts.reviews += 1;
  }
  if (mode === "replace") {
    for (const row of bundle.settings) await tx.objectStore("settings").put(withDefaults(row), SETTINGS_KEY);
    for (const row of bundle.sightings) await tx.objectStore("sightings").put(row);
  }
  return counts;
}
