import type { IDBPTransaction } from "idb";
import type { LedgerDb } from "./connection";
import { isoDay, parseDay } from "./day";
import type { EntityKey, EntityRecord } from "./model";
import { unpackPeriod, unpackValue } from "./pack";
import type { DayReading, HistoryFilter, Profile, ProfileFilter } from "./reader";
import type { Cell, EntityRow, LedgerSchema, SnapshotRow } from "./records";

/** Entities and their numbers, each query in one read-only transaction. */

const STORES = ["entities", "latest", "days", "snapshots", "watch"] as const;
type ReadTx = IDBPTransaction<LedgerSchema, (typeof STORES)[number][], "readonly">;

export const reading = (db: LedgerDb): ReadTx => db.transaction([...STORES]);

export async function profile(tx: ReadTx, key: EntityKey): Promise<Profile | null> {
  const row = await tx.objectStore("entities").index("key").get(key);
  return row === undefined ? null : ((await toProfiles(tx, [row]))[0] ?? null);
}

export async function profiles(tx: ReadTx, filter: ProfileFilter): Promise<readonly Profile[]> {
  const entities = tx.objectStore("entities");
  const numberOf = async (key: EntityKey): Promise<number> => (await entities.index("key").getKey(key)) ?? 0;
  const owner = filter.owner === undefined ? undefined : await numberOf(filter.owner);
  const account = filter.account === undefined ? undefined : await numberOf(filter.account);
  let rows: readonly EntityRow[];
  if (owner !== undefined) rows = await entities.index("owner").getAll(owner);
  else if (filter.type !== undefined) rows = await entities.index("type").getAll(filter.type);
  else rows = await entities.getAll();
  return toProfiles(
    tx,
    rows.filter(
      (row) =>
        (filter.type === undefined || row.type === filter.type) && (account === undefined || row.account === account),
    ),
  );
}

export async function watched(tx: ReadTx): Promise<readonly Profile[]> {
  const records = await tx.objectStore("watch").getAll();
  records.sort((a, b) => a.order - b.order);
  const index = tx.objectStore("entities").index("key");
  const rows = await Promise.all(records.map(({ entity }) => index.get(entity)));
  return toProfiles(
    tx,
    rows.filter((row) => row !== undefined),
  );
}

export async function owners(tx: ReadTx): Promise<readonly EntityRecord[]> {
  const index = tx.objectStore("entities").index("type");
  const houses = await Promise.all([index.getAll("account"), index.getAll("shop")]);
  const own = await toProfiles(
    tx,
    houses.flat().filter((row) => row.own),
  );
  return own.map(({ entity }) => entity).sort((a, b) => b.lastSeen - a.lastSeen);
}

export async function history(tx: ReadTx, key: EntityKey, filter: HistoryFilter): Promise<readonly DayReading[]> {
  const n = await tx.objectStore("entities").index("key").getKey(key);
  if (n === undefined) return [];
  const since = filter.since === undefined ? 0 : parseDay(filter.since);
  const rows = await tx.objectStore("days").getAll(IDBKeyRange.bound([n, since], [n, Number.POSITIVE_INFINITY]));
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ cell, day: row.day })));
  const wanted = filter.metrics === undefined ? cells : cells.filter(({ cell }) => filter.metrics?.includes(cell[0]));
  const snapshots = await snapshotsOf(
    tx,
    wanted.map(({ cell }) => cell),
  );
  return wanted.flatMap(({ cell, day }) => toDayReading(cell, day, snapshots));
}

async function toProfiles(tx: ReadTx, rows: readonly EntityRow[]): Promise<readonly Profile[]> {
  const entities = tx.objectStore("entities");
  const latest = await Promise.all(rows.map((row) => tx.objectStore("latest").get(row.n)));
  const relatives = new Set(rows.flatMap((row) => [row.owner, row.account]).filter((n) => typeof n === "number"));
  const keys = new Map<number, string>();
  const [snapshots] = await Promise.all([
    snapshotsOf(
      tx,
      latest.flatMap((row) => row?.cells.map(([metric, period, value, n]): Cell => [metric, period, value, n]) ?? []),
    ),
    ...[...relatives].map(async (n) => keys.set(n, (await entities.get(n))?.key ?? "")),
  ]);
  return rows.map((row, at) => {
    const readings = (latest[at]?.cells ?? []).flatMap(([metric, period, value, n, day]) =>
      toDayReading([metric, period, value, n], day, snapshots),
    );
    const lastSeen = Math.max(latest[at]?.lastSeen ?? row.firstSeen, ...readings.map((each) => each.at));
    return { entity: toRecord(row, keys, lastSeen), latest: readings };
  });
}

async function snapshotsOf(tx: ReadTx, cells: readonly Cell[]): Promise<ReadonlyMap<number, SnapshotRow>> {
  const found = new Map<number, SnapshotRow>();
  const wanted = [...new Set(cells.map((cell) => cell[3]))];
  await Promise.all(
    wanted.map(async (n) => {
      const row = await tx.objectStore("snapshots").get(n);
      if (row !== undefined) found.set(n, row);
    }),
  );
  return found;
}

function toDayReading(cell: Cell, day: number, snapshots: ReadonlyMap<number, SnapshotRow>): readonly DayReading[] {
  const [metric, period, value, n] = cell;
  const snapshot = snapshots.get(n);
  if (snapshot === undefined) return [];
  return [
    {
      metric,
      value: unpackValue(value),
      period: unpackPeriod(period),
      day: isoDay(day),
      at: snapshot.lastSeen,
      page: snapshot.page,
      snapshot: snapshot.id,
    },
  ];
}

function toRecord(row: EntityRow, keys: ReadonlyMap<number, string>, lastSeen: number): EntityRecord {
  const { key, type, id, name, link, publishedAt, firstSeen } = row;
  return {
    key,
    type,
    id,
    name,
    owner: row.owner === undefined ? null : (keys.get(row.owner) ?? null),
    account: row.account === null ? null : (keys.get(row.account) ?? null),
    link,
    publishedAt,
    firstSeen,
    lastSeen,
  };
}
