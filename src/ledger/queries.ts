import { keyAlias } from "./adopt";
import { blockOf, daysIn, latestOf } from "./blocks";
import type { LedgerDb } from "./connection";
import { parseDay } from "./day";
import {
  type PlacedCell,
  READ_STORES,
  type ReadTx,
  relativesOf,
  snapshotsOf,
  toDayReadings,
  toEntityRecord,
  toSnapshot,
} from "./decode";
import type { EntityKey, EntityRecord } from "./model";
import { plainMetric } from "./pack";
import type { DayReading, HistoryAsk, HistoryFilter, Profile, ProfileFilter, ReadingsView } from "./reader";
import { dayKey, type EntityRow, type LatestRow, lastDayKey, type SnapshotRow } from "./records";
import { rivalsOf } from "./rivals";

/** Entities and their numbers, each query in one read-only transaction. */

export const reading = (db: LedgerDb): ReadTx => db.transaction([...READ_STORES]);

export async function profile(tx: ReadTx, key: EntityKey): Promise<Profile | null> {
  const row = await rowOf(tx, key);
  return row === undefined ? null : ((await toProfiles(tx, [row]))[0] ?? null);
}

export const profiles = async (tx: ReadTx, filter: ProfileFilter): Promise<readonly Profile[]> =>
  toProfiles(tx, await select(tx, filter));

export async function watched(tx: ReadTx): Promise<readonly Profile[]> {
  const keys = (await rivalsOf(tx)).flatMap(({ key, archived }) => (key === null || archived ? [] : [key]));
  const rows = await Promise.all([...new Set(keys)].map((key) => rowOf(tx, key)));
  return toProfiles(
    tx,
    rows.filter((row) => row !== undefined),
  );
}

export async function owners(tx: ReadTx): Promise<readonly EntityRecord[]> {
  const rows = await select(tx, { type: ["account", "shop"] });
  const own = await toProfiles(
    tx,
    rows.filter((row) => row.own),
  );
  return own.map(({ entity }) => entity).sort((a, b) => b.lastSeen - a.lastSeen);
}

export async function history(tx: ReadTx, key: EntityKey, filter: HistoryFilter): Promise<readonly DayReading[]> {
  const row = await rowOf(tx, key);
  const cells = row === undefined ? [] : await cellsSince(tx, [row], filter);
  return toDayReadings(cells, await snapshotsOf(tx, cells));
}

/** The same of many at once: their snapshots lie beside each other, and are read together. */
export async function histories(tx: ReadTx, asks: readonly HistoryAsk[]): Promise<readonly (readonly DayReading[])[]> {
  const keys = [...new Set(asks.map(({ key }) => key))];
  const rows = new Map<EntityKey, EntityRow>();
  for (const [at, row] of (await Promise.all(keys.map((key) => rowOf(tx, key)))).entries())
    if (row) rows.set(keys[at] ?? "", row);
  const earliest = asks.some(({ since }) => since === undefined)
    ? {}
    : { since: asks.map(({ since = "" }) => since).sort()[0] ?? "" };
  const cells = asks.length === 0 ? [] : await cellsSince(tx, [...rows.values()], earliest);
  const snapshots = await snapshotsOf(tx, cells);
  const byEntity = new Map([...rows.values()].map(({ key }) => [key, [] as PlacedCell[]]));
  for (const cell of cells) byEntity.get(cell.entity)?.push(cell);
  return asks.map(({ key, since }) => {
    const from = since === undefined ? 0 : parseDay(since);
    const own = byEntity.get(rows.get(key)?.key ?? "") ?? [];
    return toDayReadings(
      own.filter(({ day }) => day >= from),
      snapshots,
    );
  });
}

export async function view(tx: ReadTx, filter: ProfileFilter & HistoryFilter): Promise<ReadingsView> {
  const rows = await select(tx, filter);
  const relatives = [...(await relativesOf(tx, rows)).values()];
  // Asked for together: each wait for the store costs as much as what it answers.
  const [cells, newest, beyond] = await Promise.all([
    cellsSince(tx, rows, filter),
    newestOf(tx, relatives),
    relativesOf(tx, relatives),
  ]);
  const snapshots = await snapshotsOf(tx, [...cells, ...newest.cells.flat()]);
  const spoken = new Set(cells.map(({ cell }) => cell[3]));
  const named = profilesOf(relatives, newest, snapshots, beyond);
  return {
    readings: toDayReadings(cells, snapshots),
    entities: new Map(named.map(({ entity }) => [entity.key, entity])),
    snapshots: new Map(
      [...snapshots.values()].flatMap((row) => (spoken.has(row.n) ? [[row.id, toSnapshot(row)] as const] : [])),
    ),
  };
}

/** Also by the key that another machine gave it. */
async function rowOf(tx: ReadTx, key: EntityKey): Promise<EntityRow | undefined> {
  const store = tx.objectStore("entities");
  return (await store.index("key").get(key)) ?? (await store.index("alias").get(keyAlias(key)));
}

async function select(tx: ReadTx, filter: ProfileFilter): Promise<readonly EntityRow[]> {
  const store = tx.objectStore("entities");
  const { type } = filter;
  const numberOf = async (key: EntityKey | undefined) =>
    key === undefined ? undefined : ((await rowOf(tx, key))?.n ?? 0);
  const [owner, account] = [await numberOf(filter.owner), await numberOf(filter.account)];
  const types = type === undefined || typeof type !== "string" ? type : [type];
  let rows: readonly EntityRow[];
  if (owner !== undefined) rows = await store.index("owner").getAll(owner);
  else if (types === undefined) rows = await store.getAll();
  else rows = (await Promise.all(types.map((each) => store.index("type").getAll(each)))).flat();
  return rows.filter(
    (row) => (types === undefined || types.includes(row.type)) && (account === undefined || row.account === account),
  );
}

/** Of each entity, its days' cells; those of one block are read together. */
async function cellsSince(
  tx: ReadTx,
  entities: readonly EntityRow[],
  filter: HistoryFilter,
): Promise<readonly PlacedCell[]> {
  const since = filter.since === undefined ? 0 : parseDay(filter.since);
  const blocks = [...new Set(entities.map(({ n }) => blockOf(n)))];
  const store = tx.objectStore("dayBlocks");
  const found = await Promise.all(
    blocks.map((block) => store.getAll(IDBKeyRange.bound(dayKey(block, since), lastDayKey(block)))),
  );
  const byBlock = new Map(blocks.map((block, at) => [block, found[at] ?? []]));
  return entities.flatMap(({ n, key }) =>
    daysIn(byBlock.get(blockOf(n)) ?? [], n).flatMap(({ cells, day }) =>
      cells
        .filter((cell) => filter.metrics === undefined || filter.metrics.includes(plainMetric(cell[0])))
        .map((cell) => ({ entity: key, cell, day })),
    ),
  );
}

async function toProfiles(tx: ReadTx, rows: readonly EntityRow[]): Promise<readonly Profile[]> {
  const [newest, relatives] = await Promise.all([newestOf(tx, rows), relativesOf(tx, rows)]);
  return profilesOf(rows, newest, await snapshotsOf(tx, newest.cells.flat()), relatives);
}

/** The newest numbers of entities; `cells` beside them. */
interface Newest {
  readonly latest: ReadonlyMap<number, LatestRow>;
  readonly cells: readonly (readonly PlacedCell[])[];
}

async function newestOf(tx: ReadTx, rows: readonly EntityRow[]): Promise<Newest> {
  const latest = await latestOf(
    tx.objectStore("latestBlocks"),
    rows.map(({ n }) => n),
  );
  const cells = rows.map((row): readonly PlacedCell[] =>
    (latest.get(row.n)?.cells ?? []).map(([metric, period, value, snapshot, day]) => ({
      entity: row.key,
      cell: [metric, period, value, snapshot],
      day,
    })),
  );
  return { latest, cells };
}

function profilesOf(
  rows: readonly EntityRow[],
  { latest, cells }: Newest,
  snapshots: ReadonlyMap<number, SnapshotRow>,
  relatives: ReadonlyMap<number, EntityRow>,
): readonly Profile[] {
  return rows.map((row, at) => {
    const readings = toDayReadings(cells[at] ?? [], snapshots);
    const lastSeen = Math.max(latest.get(row.n)?.lastSeen ?? row.firstSeen, ...readings.map((each) => each.at));
    return { entity: toEntityRecord(row, relatives, lastSeen), latest: readings };
  });
}
