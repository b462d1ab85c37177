import { cellsOf, mergeDay, mergeLatest, sellersOn } from "./aggregate";
import { Blocks } from "./block-writer";
import { blockOf, CELLS, dayBlockKey, daysIn, LATEST } from "./blocks";
import type { LedgerDb } from "./connection";
import { dayBounds, parseDay } from "./day";
import { LedgerError } from "./errors";
import { abort } from "./keep";
import { anotherTurn } from "./kept-view";
import { unpackShown } from "./pack";
import {
  type DayKey,
  type DayRow,
  dayKey,
  type EntityRow,
  type LatestRow,
  lastDayKey,
  type ReadingsRow,
} from "./records";
import { dropEntities, restoreEntities, UNDONE_IN, type UndoTx } from "./undo-entities";

/** Entities asked for at once. */
const TOGETHER = 500;

/** What the import told of which entity on which days. */
type Touched = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Takes one import back, all or nothing: its snapshots and readings go, aggregates become what a recount of the rest
 * gives, entities that nothing else speaks of go, and those it changed are as before unless something changed them
 * since. Answers how many readings went; rejects with `moved` where there is nothing to undo.
 */
export async function undoImport(db: LedgerDb, batch: string, at: number): Promise<number> {
  const tx: UndoTx = db.transaction([...UNDONE_IN], "readwrite", { durability: "strict" });
  try {
    const record = await tx.objectStore("imports").get(batch);
    if (record === undefined || record.undoneAt !== null)
      throw new LedgerError("moved", "这次导入已经撤销，或者不存在。");
    const { touched, latest } = await dropSnapshots(tx, record.snapshots);
    await recountDays(tx, touched);
    const all = [...touched.keys()];
    const bare: number[] = [];
    for (let from = 0; from < all.length; from += TOGETHER) {
      const some = all.slice(from, from + TOGETHER);
      bare.push(...(await recountLatest(tx, some, latest)));
    }
    await restoreEntities(tx, record.changed);
    await dropEntities(tx, bare, record);
    await tx.objectStore("imports").put({ ...record, undoneAt: at, snapshots: [], made: null, changed: [] });
    await anotherTurn(tx.objectStore("vault"));
    await tx.done;
    return record.readings;
  } catch (error) {
    tx.done.catch(() => {});
    abort(tx);
    throw tx.error ?? error;
  }
}

/** `latest`: the newest moment under which the import filed anything of an entity, ms. */
async function dropSnapshots(
  tx: UndoTx,
  numbers: readonly number[],
): Promise<{ readonly touched: Touched; readonly latest: ReadonlyMap<number, number> }> {
  const touched = new Map<number, Set<number>>();
  const latest = new Map<number, number>();
  for (const number of numbers) {
    const [snapshot, readings] = await Promise.all([
      tx.objectStore("snapshots").get(number),
      tx.objectStore("readings").get(number),
    ]);
    if (snapshot === undefined || readings === undefined) continue;
    for (const { n } of unpackShown(readings)) {
      const days = touched.get(n) ?? new Set();
      touched.set(n, days.add(parseDay(snapshot.day)));
      latest.set(n, Math.max(latest.get(n) ?? 0, snapshot.lastSeen));
    }
    await Promise.all([
      tx.objectStore("snapshots").delete(number),
      tx.objectStore("readings").delete(number),
      ...sellersOn(readings).map((seller) => unshelve(tx, dayKey(seller, parseDay(snapshot.day)), number)),
    ]);
  }
  return { touched, latest };
}

async function unshelve(tx: UndoTx, key: DayKey, snapshot: number): Promise<void> {
  const store = tx.objectStore("shelves");
  const shelf = await store.get(key);
  const snapshots = shelf?.snapshots.filter((n) => n !== snapshot) ?? [];
  if (shelf !== undefined && snapshots.length > 0) await store.put({ ...shelf, snapshots }, key);
  else await store.delete(key);
}

async function recountDays(tx: UndoTx, touched: Touched): Promise<void> {
  const byDay = new Map<number, number[]>();
  for (const [n, days] of touched) for (const day of days) byDay.set(day, [...(byDay.get(day) ?? []), n]);
  for (const [day, entities] of byDay) {
    const wanted = new Set(entities);
    const rows = new Map<number, DayRow>();
    for (const readings of await readingsOfDay(tx, day)) {
      for (const [n, cells] of cellsOf(readings)) {
        if (wanted.has(n) && cells.length > 0) rows.set(n, mergeDay(rows.get(n) ?? { day, cells: [] }, cells));
      }
    }
    const days = new Blocks(CELLS);
    await days.load(
      tx.objectStore("dayBlocks"),
      entities.map((n) => dayBlockKey(n, day)),
    );
    for (const n of entities) days.set(dayBlockKey(n, day), n, rows.get(n)?.cells);
    days.flush(tx.objectStore("dayBlocks"));
  }
}

/** In the order in which they hold: the one seen last comes last. */
async function readingsOfDay(tx: UndoTx, day: number): Promise<readonly ReadingsRow[]> {
  const snapshots = await tx
    .objectStore("snapshots")
    .index("lastSeen")
    .getAll(IDBKeyRange.bound(...dayBounds(day)));
  const rows = await Promise.all(snapshots.map(({ n }) => tx.objectStore("readings").get(n)));
  return rows.filter((row) => row !== undefined);
}

/** Answers which of the entities have no day of numbers left. `filed`: see {@link dropSnapshots}. */
async function recountLatest(
  tx: UndoTx,
  numbers: readonly number[],
  filed: ReadonlyMap<number, number>,
): Promise<readonly number[]> {
  const blocks = [...new Set(numbers.map(blockOf))];
  const latest = new Blocks(LATEST);
  const [rows] = await Promise.all([
    Promise.all(
      blocks.map((block) => tx.objectStore("dayBlocks").getAll(IDBKeyRange.bound(dayKey(block, 0), lastDayKey(block)))),
    ),
    latest.load(tx.objectStore("latestBlocks"), blocks),
  ]);
  const byBlock = new Map(blocks.map((block, at) => [block, rows[at] ?? []]));
  const counted = await Promise.all(
    numbers.map(async (n) => {
      const days = daysIn(byBlock.get(blockOf(n)) ?? [], n);
      const before = latest.get(blockOf(n), n);
      const isLater = before !== undefined && before.lastSeen > (filed.get(n) ?? 0);
      return { n, days, lastSeen: isLater ? before.lastSeen : await lastLook(tx, n, days.at(-1)) };
    }),
  );
  for (const { n, days, lastSeen } of counted) {
    const empty: LatestRow = { n, lastSeen, cells: [] };
    latest.set(
      blockOf(n),
      n,
      days.reduce((row, { cells, day }) => mergeLatest(row, cells, day, lastSeen), empty),
    );
  }
  latest.flush(tx.objectStore("latestBlocks"));
  return counted.flatMap(({ n, days }) => (days.length === 0 ? [n] : []));
}

/** When an entity was last seen, told by its newest day; without one, when it was first. */
async function lastLook(tx: UndoTx, n: number, newest: DayRow | undefined): Promise<number> {
  const numbers = new Set(newest?.cells.map((cell) => cell[3]) ?? []);
  const seen = await Promise.all([...numbers].map((each) => tx.objectStore("snapshots").get(each)));
  const entity: EntityRow | undefined = await tx.objectStore("entities").get(n);
  return Math.max(entity?.firstSeen ?? 0, ...seen.map((row) => row?.lastSeen ?? 0));
}
