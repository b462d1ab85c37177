import type { IDBPTransaction } from "idb";
import { isoDay } from "./day";
import type { EntityRecord, Snapshot } from "./model";
import { oneOfEach } from "./one-of-each";
import { plainMetric, unpackPeriod, unpackValue } from "./pack";
import type { DayReading } from "./reader";
import { type Cell, type EntityRow, type LedgerSchema, SEEN_STORES, type SnapshotRow } from "./records";
import { rowsByNumber } from "./stretch";
import { metricEntry } from "./vocabulary";

/** From rows to what views see: numbers become keys and ids. */

export const READ_STORES = [...SEEN_STORES, "notes"] as const;
export type ReadTx = IDBPTransaction<LedgerSchema, (typeof READ_STORES)[number][], "readonly">;

/** A cell, whose it is, and its day of capture. */
export interface PlacedCell {
  readonly entity: string;
  readonly cell: Cell;
  readonly day: number;
}

/** The snapshots behind the cells, by number. */
export async function snapshotsOf(tx: ReadTx, cells: readonly PlacedCell[]): Promise<ReadonlyMap<number, SnapshotRow>> {
  const wanted = new Set(cells.map(({ cell }) => cell[3]));
  const found = await rowsByNumber(tx.objectStore("snapshots"), [...wanted]);
  return new Map(found.map((row) => [row.n, row]));
}

export function toDayReadings(
  cells: readonly PlacedCell[],
  snapshots: ReadonlyMap<number, SnapshotRow>,
): readonly DayReading[] {
  const readings = cells.flatMap(({ entity, cell, day }): readonly DayReading[] => {
    const [marked, period, value, n] = cell;
    const metric = plainMetric(marked);
    const snapshot = snapshots.get(n);
    const unit = metricEntry(metric)?.unit;
    if (snapshot === undefined || unit === undefined) return [];
    const { id, page, source, lastSeen: at } = snapshot;
    return [
      {
        snapshot: id,
        entity,
        metric,
        unit,
        value: unpackValue(value),
        period: unpackPeriod(period),
        day: isoDay(day),
        at,
        page,
        ...(source ? { source, broughtAt: snapshot.firstSeen } : {}),
      },
    ];
  });
  return readings.some(({ source }) => source) ? oneOfEach(readings) : readings;
}

/** Rows of accounts and owners that the given ones name, by number. */
export async function relativesOf(tx: ReadTx, rows: readonly EntityRow[]): Promise<ReadonlyMap<number, EntityRow>> {
  const known = new Map(rows.map((row) => [row.n, row]));
  const named = new Set(rows.flatMap((row) => [row.owner, row.account]).filter((n) => typeof n === "number"));
  const store = tx.objectStore("entities");
  await Promise.all(
    [...named].map(async (n) => {
      const row = known.has(n) ? undefined : await store.get(n);
      if (row !== undefined) known.set(n, row);
    }),
  );
  return known;
}

export function toEntityRecord(
  row: EntityRow,
  relatives: ReadonlyMap<number, EntityRow>,
  lastSeen: number,
): EntityRecord {
  const { key, type, id, name, link, publishedAt, firstSeen } = row;
  const keyOf = (n: number | null | undefined): string | null => relatives.get(n ?? 0)?.key ?? null;
  return {
    key,
    type,
    id,
    name,
    owner: keyOf(row.owner),
    account: keyOf(row.account),
    link,
    publishedAt,
    firstSeen,
    lastSeen,
  };
}

export function toSnapshot({ n: _n, digest: _digest, ...snapshot }: SnapshotRow): Snapshot {
  return snapshot;
}
