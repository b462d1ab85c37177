import type { Absorbed, AbsorbOptions, AbsorbTx } from "./absorb";
import { blocksWith, load, shelvesWith, type Touched } from "./absorb-aggregates";
import { Adopter } from "./adopt";
import { parseDay } from "./day";
import { digestOf } from "./digest";
import { packShown, unpackShown } from "./pack";
import { type Order, Places } from "./place";
import type { Bundle } from "./portable";
import type { ReadingsRow, SnapshotRow } from "./records";
import { together } from "./together";

/** Rows written before anything is said of the progress. */
const STEP = 500;

/** Takes snapshots with their readings and entities in, and adds them to the aggregates. */
export async function absorbSeen(tx: AbsorbTx, bundle: Bundle, { onProgress, signal }: AbsorbOptions) {
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
): Promise<readonly Touched[]> {
  const store = tx.objectStore("readings");
  const found = await Promise.all(
    changed.map(async ([row, packed]) => [row, packed ?? (await store.get(row.n))] as const),
  );
  return found.flatMap(([row, packed]) => (packed === undefined ? [] : [[row, packed] as const]));
}

/** Of what is here already and was seen later elsewhere: under which of its names. */
function laterNames({ latest }: Places, touched: readonly Touched[]): ReadonlyMap<number, number> {
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

async function undoneBatches(tx: AbsorbTx, bundle: Bundle): Promise<ReadonlySet<string>> {
  const all = [...(await tx.objectStore("imports").getAll()), ...bundle.imports];
  return new Set(all.filter(({ undoneAt }) => undoneAt !== null).map(({ id }) => id));
}
