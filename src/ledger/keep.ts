import type { IDBPTransaction } from "idb";
import type { Observation } from "../console/observation";
import { addContent } from "./add-content";
import { addUp } from "./add-up";
import type { LedgerDb } from "./connection";
import { contentId } from "./content-id";
import { dayBounds, dayNumber, isoDay } from "./day";
import { digestOf } from "./digest";
import { anotherTurn } from "./kept-view";
import { packReadings } from "./pack-readings";
import { pageEntities } from "./page-entities";
import { type LedgerSchema, SEEN_STORES, type SnapshotRow } from "./records";
import { Register } from "./register";
import { type Resolved, resolve } from "./resolve";
import { addSighting } from "./sightings";

export interface Capture {
  /** The worker's clock, ms. */
  readonly at: number;
  readonly tab: number | null;
  /** Version of the reader. */
  readonly reader: string;
  /** Name in the vault under which it waited while the store was locked: it goes from there with being kept. */
  readonly waited?: string;
}

export type Stored = "new" | "known" | "nothing";

/** What a look is written to. */
export const KEPT_IN = [...SEEN_STORES, "sightings", "vault"] as const;
export type KeepTx = IDBPTransaction<LedgerSchema, (typeof KEPT_IN)[number][], "readwrite">;

/**
 * Keeps one look at a page, all or nothing: its snapshot with readings, entities, aggregates and the sighting in one
 * transaction; of a known content only when it was last seen; of a page that was not read only the sighting.
 */
export async function keep(db: LedgerDb, observation: Observation, capture: Capture): Promise<Stored> {
  const isRead = observation.state === "ok" || observation.state === "partial_page";
  const resolved = isRead ? resolve(observation, capture.at) : null;
  // Hashing comes first: a transaction commits itself while something other than the database is awaited.
  const id = resolved && (await contentId(observation, resolved));
  const { waited } = capture;
  const tx = db.transaction([...KEPT_IN], "readwrite", { durability: "strict" });
  try {
    if (waited !== undefined) {
      // Everything was deleted meanwhile, or it was kept already.
      if ((await tx.objectStore("vault").getKey(waited)) === undefined) return "nothing";
      await tx.objectStore("vault").delete(waited);
    }
    const [stored] = await Promise.all([
      resolved && id ? keepContent(tx, observation, resolved, id, capture) : ("nothing" as const),
      id === null ? null : anotherTurn(tx.objectStore("vault")),
      addSighting(tx, observation, resolved, capture, id),
    ]);
    await tx.done;
    return stored;
  } catch (error) {
    tx.done.catch(() => {});
    abort(tx);
    throw tx.error ?? error;
  }
}

async function keepContent(
  tx: KeepTx,
  observation: Observation,
  resolved: Resolved,
  id: string,
  capture: Capture,
): Promise<Stored> {
  const snapshots = tx.objectStore("snapshots");
  const [known, newest] = await Promise.all([snapshots.index("id").get(id), newestOfDay(tx, resolved.day)]);
  const at = stamp(capture.at, newest);
  if (known === undefined) {
    await addSnapshot(tx, observation, resolved, id, at, capture.reader);
    return "new";
  }
  await snapshots.put({
    ...known,
    lastSeen: at,
    state: known.state === "ok" ? "ok" : observation.state,
    complete: known.complete || observation.complete,
  });
  const readings = newest?.n === known.n ? undefined : await tx.objectStore("readings").get(known.n);
  if (readings !== undefined) await addUp(tx, readings, known.n, resolved.day, at);
  return "known";
}

export async function newestOfDay(tx: KeepTx, day: number): Promise<SnapshotRow | undefined> {
  const range = IDBKeyRange.bound(...dayBounds(day));
  return (await tx.objectStore("snapshots").index("lastSeen").openCursor(range, "prev"))?.value;
}

/** Within a Shanghai day stamps only grow, also when the clock is set back: the later look is the later stamp. */
export function stamp(at: number, newest: SnapshotRow | undefined): number {
  const [, end] = dayBounds(dayNumber(at));
  return newest === undefined || newest.lastSeen < at ? at : Math.min(newest.lastSeen + 1, end);
}

async function addSnapshot(
  tx: KeepTx,
  observation: Observation,
  resolved: Resolved,
  id: string,
  at: number,
  reader: string,
): Promise<void> {
  const register = new Register(tx.objectStore("entities"), at);
  const entities = await pageEntities(register, {
    account: observation.account,
    ownType: resolved.ownType,
    ofOthers:
      observation.ofRival === true || observation.page === "talent_square" || observation.page === "talent_detail",
    entities: resolved.entities,
  });
  const packed = packReadings(resolved, entities);
  const snapshot: Omit<SnapshotRow, "n"> = {
    id,
    page: observation.page,
    state: observation.state,
    url: observation.url,
    account: entities.account?.key ?? null,
    accountName: entities.account?.name ?? null,
    day: isoDay(resolved.day),
    period: resolved.period,
    complete: observation.complete,
    firstSeen: at,
    lastSeen: at,
    readingCount: packed.rows.length / 4,
    reader,
    digest: digestOf(observation.page, packed),
  };
  register.flush();
  await addContent(tx, snapshot, packed, resolved.day);
}

/** Undoes what a transaction did so far. */
export function abort(tx: Pick<KeepTx, "abort">): void {
  try {
    tx.abort();
  } catch {
    // It is over already: the failed request aborted it.
  }
}
