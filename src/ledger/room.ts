import type { LedgerDb } from "./connection";
import type { LedgerSchema } from "./records";

/** How much room each kind of data takes, told from samples: an estimate. */
export interface Room {
  readonly kind: RoomKind;
  readonly rows: number;
  readonly bytes: number;
}

const KINDS = {
  readings: ["readings"],
  snapshots: ["snapshots"],
  aggregates: ["dayBlocks", "latestBlocks", "shelves"],
  entities: ["entities"],
  log: ["sightings"],
  decided: ["notes", "imports", "reviews", "settings", "drafts"],
  vault: ["vault"],
} as const satisfies Record<string, readonly (keyof LedgerSchema)[]>;
export type RoomKind = keyof typeof KINDS;
const ROOM_KINDS = Object.keys(KINDS) as readonly RoomKind[];

const SAMPLES = 40;

/** In the order of the kinds. */
export const roomOf = (db: LedgerDb): Promise<readonly Room[]> =>
  Promise.all(
    ROOM_KINDS.map(async (kind) => {
      const stores = await Promise.all(KINDS[kind].map((store) => storeRoom(db, store)));
      return {
        kind,
        rows: stores.reduce((sum, { rows }) => sum + rows, 0),
        bytes: Math.round(stores.reduce((sum, { bytes }) => sum + bytes, 0)),
      };
    }),
  );

async function storeRoom(db: LedgerDb, name: keyof LedgerSchema): Promise<{ rows: number; bytes: number }> {
  const { store } = db.transaction(name as "notes");
  const rows = await store.count();
  const step = Math.max(1, Math.floor(rows / SAMPLES));
  let [taken, bytes] = [0, 0];
  for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.advance(step)) {
    bytes += sizeOf(cursor.value);
    taken += 1;
  }
  return { rows, bytes: taken === 0 ? 0 : (bytes / taken) * rows };
}

/** About what a row takes: as text, bytes as they are. */
function sizeOf(value: unknown): number {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  return JSON.stringify(value)?.length ?? 0;
}
