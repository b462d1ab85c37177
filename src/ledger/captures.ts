import type { LedgerDb } from "./connection";
import { toSnapshot } from "./decode";
import type { Sighting, Snapshot } from "./model";
import { unpackPeriod, unpackRows, unpackShown, unpackValue } from "./pack";
import type { SeenReading, Usage } from "./reader";
import type { EntityRow, ShownEntity, SightingRow } from "./records";

/** What was looked at: sightings, snapshots, and how much room they take. */

export async function latestSighting(db: LedgerDb, tab: number): Promise<Sighting | null> {
  const cursor = await db.transaction("sightings").store.index("tab").openCursor(tab, "prev");
  return cursor === null ? null : toSighting(cursor.value);
}

export async function recentSightings(db: LedgerDb, limit: number): Promise<readonly Sighting[]> {
  const found: Sighting[] = [];
  let cursor = await db.transaction("sightings").store.openCursor(null, "prev");
  while (cursor !== null && found.length < limit) {
    found.push(toSighting(cursor.value));
    cursor = await cursor.continue();
  }
  return found;
}

export async function snapshot(db: LedgerDb, id: string): Promise<Snapshot | null> {
  const row = await db.getFromIndex("snapshots", "id", id);
  return row === undefined ? null : toSnapshot(row);
}

export async function readings(db: LedgerDb, id: string): Promise<readonly SeenReading[]> {
  const tx = db.transaction(["snapshots", "readings", "entities"]);
  const row = await tx.objectStore("snapshots").index("id").get(id);
  const packed = row && (await tx.objectStore("readings").get(row.n));
  if (row === undefined || packed === undefined) return [];
  const shown = unpackShown(packed);
  const entities = await Promise.all(shown.map(({ n }) => tx.objectStore("entities").get(n)));
  return unpackRows(packed).flatMap((reading): readonly SeenReading[] => {
    const entity = entities[reading.entity];
    const as = shown[reading.entity];
    const [metric, unit] = packed.metrics[reading.metric] ?? [];
    if (entity === undefined || as === undefined || metric === undefined || unit === undefined) return [];
    const [owner, ownerAs] = [entities[as.owner], shown[as.owner]];
    return [
      {
        snapshot: id,
        entity: entity.key,
        metric,
        unit,
        value: unpackValue(reading.value),
        period: unpackPeriod(reading.period),
        at: row.firstSeen,
        shown: { ...named(entity, as), ...(owner && ownerAs ? { owner: named(owner, ownerAs) } : {}) },
      },
    ];
  });
}

export async function usage(db: LedgerDb): Promise<Usage> {
  const tx = db.transaction(["snapshots", "entities", "sightings"]);
  const [snapshots, entities, sightings, estimate] = await Promise.all([
    tx.objectStore("snapshots").getAll(),
    tx.objectStore("entities").count(),
    tx.objectStore("sightings").count(),
    globalThis.navigator?.storage?.estimate?.(),
  ]);
  return {
    bytes: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    snapshots: snapshots.length,
    readings: snapshots.reduce((sum, row) => sum + row.readingCount, 0),
    entities,
    sightings,
  };
}

/** Changes with every content that is kept or seen again, every import and every undoing of one. */
export async function mark(db: LedgerDb): Promise<string> {
  const tx = db.transaction(["snapshots", "imports"]);
  const snapshots = tx.objectStore("snapshots");
  const [highest, newest, imports] = await Promise.all([
    snapshots.openKeyCursor(null, "prev"),
    snapshots.index("lastSeen").openKeyCursor(null, "prev"),
    tx.objectStore("imports").getAll(),
  ]);
  const undone = imports.filter(({ undoneAt }) => undoneAt !== null).length;
  return [highest?.key ?? 0, newest?.key ?? 0, imports.length, undone].join(" ");
}

const named = (row: EntityRow, as: ShownEntity) => ({
  type: row.type,
  id: as.id ? row.id : null,
  name: row.names[as.name] ?? null,
});

function toSighting(row: SightingRow): Sighting {
  return { ...row, tab: row.tab ?? null };
}
