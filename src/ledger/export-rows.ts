import { CELLS, valuesOf } from "./blocks";
import type { LedgerDb } from "./connection";
import { isoDay } from "./day";
import { type ExportFilter, type ExportRecord, type ExportWhat, valueFields } from "./exported";
import { plainMetric, unpackPeriod, unpackRows, unpackShown, unpackValue } from "./pack";
import {
  type BlockRow,
  type Cell,
  dayOfKey,
  type EntityRow,
  type LedgerSchema,
  type ReadingsRow,
  type SnapshotRow,
} from "./records";
import { metricEntry } from "./vocabulary";

/**
 * Records of the store that are read in one transaction: while the rows are written, none is open. A record of readings is
 * up to a thousand of them, and to take over many at once would hold the page.
 */
const TOGETHER = 5;

/**
 * Everything that the filter lets through, in the order of the store, read piece by piece. `days` gives what holds:
 * one value for each day of capture, entity, metric and period.
 */
export async function* exportRows(db: LedgerDb, what: ExportWhat, filter: ExportFilter): AsyncGenerator<ExportRecord> {
  const book = await bookOf(db);
  const rows = what === "readings" ? readingRows(db, book) : dayRows(db, book);
  const [from, to] = [filter.from ?? "", filter.to ?? "9999"];
  for await (const { snapshot, entity, day, cell } of rows) {
    const metric = plainMetric(cell[0]);
    if (day < from || day > to || (filter.metrics && !filter.metrics.includes(metric))) continue;
    const { account } = filter;
    if (account !== undefined && snapshot.account !== account && entity.key !== account) continue;
    yield recordOf(snapshot, entity, book, day, metric, cell);
  }
}

interface Found {
  readonly snapshot: SnapshotRow;
  readonly entity: EntityRow;
  readonly day: string;
  readonly cell: Cell;
}

/** Entities and snapshots by number: a year of them fits. */
interface Book {
  readonly entities: ReadonlyMap<number, EntityRow>;
  readonly snapshots: ReadonlyMap<number, SnapshotRow>;
}

async function bookOf(db: LedgerDb): Promise<Book> {
  return { entities: await allOf(db, "entities"), snapshots: await allOf(db, "snapshots") };
}

/** Rows of the book that are read at once: all together would hold the page. */
const LEAVES = 100;

async function allOf<S extends "entities" | "snapshots">(
  db: LedgerDb,
  store: S,
): Promise<ReadonlyMap<number, LedgerSchema[S]["value"]>> {
  const found = new Map<number, LedgerSchema[S]["value"]>();
  for await (const rows of inOrder(db, store, LEAVES, (row) => row.n)) for (const row of rows) found.set(row.n, row);
  return found;
}

async function* readingRows(db: LedgerDb, book: Book): AsyncGenerator<Found> {
  for await (const rows of inOrder(db, "readings", TOGETHER, (row) => row.n))
    for (const row of rows) for (const found of ofReadings(row, book)) yield found;
}

function* ofReadings(row: ReadingsRow, { entities, snapshots }: Book): Generator<Found> {
  const snapshot = snapshots.get(row.n);
  const shown = unpackShown(row);
  for (const { entity: at, metric: index, period, value } of unpackRows(row)) {
    const entity = entities.get(shown[at]?.n ?? 0);
    const metric = row.metrics[index]?.[0];
    if (!snapshot || !entity || metric === undefined) continue;
    yield { snapshot, entity, day: snapshot.day, cell: [metric, period, value, row.n] };
  }
}

async function* dayRows(db: LedgerDb, book: Book): AsyncGenerator<Found> {
  for await (const rows of inOrder(db, "dayBlocks", TOGETHER, (row) => row.key))
    for (const row of rows) for (const found of ofDay(row, book)) yield found;
}

function* ofDay(row: BlockRow, { entities, snapshots }: Book): Generator<Found> {
  for (const [n, cells] of valuesOf(row, CELLS)) {
    const entity = entities.get(n);
    for (const cell of cells) {
      const snapshot = snapshots.get(cell[3]);
      if (snapshot && entity) yield { snapshot, entity, day: isoDay(dayOfKey(row.key)), cell };
    }
  }
}

/** The rows of a store by their key from 1 on, up to `size` of them in a transaction of its own. */
async function* inOrder<S extends "entities" | "snapshots" | "readings" | "dayBlocks">(
  db: LedgerDb,
  store: S,
  size: number,
  keyOf: (row: LedgerSchema[S]["value"]) => number,
): AsyncGenerator<readonly LedgerSchema[S]["value"][]> {
  for (let after = 0; ; ) {
    const rows = await db.getAll(store, IDBKeyRange.lowerBound(after, true), size);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = keyOf(last);
  }
}

function recordOf(
  snapshot: SnapshotRow,
  entity: EntityRow,
  book: Book,
  day: string,
  metric: string,
  cell: Cell,
): ExportRecord {
  const period = unpackPeriod(cell[1]);
  const owner = entity.owner === undefined ? undefined : book.entities.get(entity.owner);
  const at = snapshot.source ? snapshot.firstSeen : snapshot.lastSeen;
  return {
    day,
    captured_at: new Date(at).toISOString(),
    page: snapshot.source ? "" : snapshot.page,
    source: snapshot.source?.name ?? "",
    estimate: snapshot.source?.estimate ?? false,
    snapshot: snapshot.id,
    account: snapshot.accountName ?? "",
    entity_type: entity.type,
    entity_key: entity.key,
    entity_id: entity.id ?? "",
    entity_name: entity.name ?? "",
    owner_name: owner?.name ?? owner?.id ?? "",
    published_at: entity.publishedAt ?? "",
    metric,
    unit: metricEntry(metric)?.unit ?? "",
    ...valueFields(unpackValue(cell[2])),
    period_from: period?.from ?? "",
    period_to: period?.to ?? "",
  };
}
