import type { IDBPTransaction } from "idb";
import type { LedgerDb } from "./connection";
import { fingerprint } from "./fingerprint";
import type { ImportRecord, ReviewRow } from "./model";
import type { NoteRow } from "./notes";
import { type Bundle, emptyBundle, type PortableSnapshot } from "./portable";
import type { EntityRow, LedgerSchema, SnapshotRow } from "./records";

/** What other machines have of this store, so that only what they lack goes to them. */
export interface Known {
  /** Every snapshot up to this number, as it was. */
  readonly snapshot: number;
  /** And every later sight of one, up to this instant (ms). */
  readonly lastSeen: number;
  /** Notes, imports and reviews by {@link noteName} and its like, in the state that they have. */
  readonly rows: Readonly<Record<string, string>>;
  /** Snapshots beyond the marks that came from them, by id, in the state that they have. */
  readonly echoes: Readonly<Record<string, string>>;
}

export interface Fresh {
  readonly bundle: Bundle;
  /** What they know once they have it. */
  readonly known: Known;
  /** False: there is more. */
  readonly isAll: boolean;
}

const STORES = ["snapshots", "readings", "entities", "notes", "imports", "reviews"] as const;
type FreshTx = IDBPTransaction<LedgerSchema, (typeof STORES)[number][], "readonly">;

export const noteName = ({ kind, id }: Pick<NoteRow, "kind" | "id">): string => `note ${kind} ${id}`;
export const importName = ({ id }: Pick<ImportRecord, "id">): string => `import ${id}`;
export const reviewName = ({ id }: Pick<ReviewRow, "id">): string => `review ${id}`;

export const noteState = ({ fields }: NoteRow): string =>
  fingerprint(
    JSON.stringify(
      Object.entries(fields)
        .map(([field, { at, by }]) => `${field} ${at} ${by}`)
        .sort(),
    ),
  );
export const importState = ({ undoneAt }: Pick<ImportRecord, "undoneAt">): string => String(undoneAt);
export const REVIEW_STATE = "1";
export const snapshotState = (row: PortableSnapshot["snapshot"]): string =>
  `${row.lastSeen} ${row.firstSeen} ${row.state} ${row.complete}`;

/** Of a store whose machine has told nothing yet. */
export async function nothingKnown(db: LedgerDb, now: number): Promise<Known> {
  const newest = await db.transaction("snapshots").store.index("lastSeen").openCursor(null, "prev");
  // What is there now goes by its number; only later sights of it need to be looked for.
  return { snapshot: 0, lastSeen: Math.min(newest?.value.lastSeen ?? 0, now), rows: {}, echoes: {} };
}

/** What others lack, at most `limit` new snapshots of it; one moment of the store. */
export async function freshOf(db: LedgerDb, known: Known, limit: number): Promise<Fresh> {
  const tx = db.transaction([...STORES]);
  const snapshots = tx.objectStore("snapshots");
  const added = await snapshots.getAll(IDBKeyRange.lowerBound(known.snapshot, true), limit);
  const isAll = added.length < limit;
  const later = isAll ? await snapshots.index("lastSeen").getAll(IDBKeyRange.lowerBound(known.lastSeen, true)) : [];
  const seenAgain = later.filter(({ n }) => n <= known.snapshot);
  const rows = [...added, ...seenAgain].filter((row) => known.echoes[row.id] !== snapshotState(row));

  const bundle = emptyBundle();
  bundle.snapshots = await withReadings(tx, rows);
  bundle.entities = await named(tx, bundle.snapshots);
  const states: Record<string, string> = { ...known.rows };
  const isFresh = (name: string, state: string): boolean => {
    const lacks = states[name] !== state;
    states[name] = state;
    return lacks;
  };
  bundle.notes = (await tx.objectStore("notes").getAll()).filter((row) => isFresh(noteName(row), noteState(row)));
  bundle.imports = (await tx.objectStore("imports").getAll())
    .map(({ snapshots: _, made: __, changed: ___, ...row }) => row)
    .filter((row) => isFresh(importName(row), importState(row)));
  bundle.reviews = (await tx.objectStore("reviews").getAll()).filter((row) => isFresh(reviewName(row), REVIEW_STATE));

  const lastSeen = isAll ? Math.max(known.lastSeen, ...rows.map((row) => row.lastSeen)) : known.lastSeen;
  const snapshot = added.at(-1)?.n ?? known.snapshot;
  const isBeyond = (state: string): boolean => !isAll || Number.parseInt(state, 10) > lastSeen;
  const echoes = Object.fromEntries(Object.entries(known.echoes).filter(([, state]) => isBeyond(state)));
  return { bundle, known: { snapshot, lastSeen, rows: states, echoes }, isAll };
}

async function withReadings(tx: FreshTx, rows: readonly SnapshotRow[]): Promise<PortableSnapshot[]> {
  const found = await Promise.all(rows.map(({ n }) => tx.objectStore("readings").get(n)));
  return rows.flatMap(({ n: _, digest: ____, ...snapshot }, at) => {
    const packed = found[at];
    if (packed === undefined) return [];
    const { n: __, ...readings } = packed;
    return [{ snapshot, readings }];
  });
}

/** The entities that snapshots name, and those that these name. */
async function named(tx: FreshTx, snapshots: readonly PortableSnapshot[]): Promise<EntityRow[]> {
  const found = new Map<number, EntityRow>();
  let wanted = new Set(snapshots.flatMap(({ readings }) => readings.entities.filter((_, at) => at % 4 === 0)));
  const keys = new Set(snapshots.flatMap(({ snapshot }) => snapshot.account ?? []));
  const accounts = await Promise.all([...keys].map((key) => tx.objectStore("entities").index("key").getKey(key)));
  for (const n of accounts) if (n !== undefined) wanted.add(n);
  while (wanted.size > 0) {
    const rows = await Promise.all([...wanted].map((n) => tx.objectStore("entities").get(n)));
    for (const row of rows) if (row !== undefined) found.set(row.n, row);
    const next = rows.flatMap((row) => (row ? [row.owner, row.account, ...row.aliases.map(within)] : []));
    wanted = new Set(next.filter((n): n is number => typeof n === "number" && n > 0 && !found.has(n)));
  }
  return [...found.values()].sort((a, b) => a.n - b.n);
}

/** An alias ends in the number of the entity within which it holds; 0 for none (see adopt.ts). */
export function within(alias: string): number {
  if (alias.startsWith("=")) return 0;
  const n = Number(alias.slice(alias.lastIndexOf("@") + 1));
  return Number.isInteger(n) ? n : 0;
}
