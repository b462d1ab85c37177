import { addContent } from "./add-content";
import { type Brought, filedByDay } from "./brought";
import type { LedgerDb } from "./connection";
import { broughtId } from "./content-id";
import { dayBounds, dayNumber, isoDay } from "./day";
import { digestOf } from "./digest";
import { abort, KEPT_IN, type KeepTx, newestOfDay, stamp } from "./keep";
import { anotherTurn } from "./kept-view";
import type { Source } from "./model";
import { packReadings } from "./pack-readings";
import { type PageEntities, pageEntities } from "./page-entities";
import type { SnapshotRow } from "./records";
import { Register } from "./register";
import type { ResolvedReading } from "./resolve";

/** Readings of one record: a record is read whole. */
const RECORD_MAX = 10_000;
const HOUR = 3_600_000;
const STORES = [...KEPT_IN, "imports"] as const;

export interface ImportCapture {
  /** The worker's clock, ms. */
  readonly at: number;
  /** Version of the extension. */
  readonly reader: string;
}

export interface KeptImport {
  readonly batch: string;
  readonly readings: number;
  /** Readings that lay there already, from the same table of the same source. */
  readonly known: number;
}

/** What is filed under one day, or a part of it. */
interface Part {
  readonly id: string;
  readonly day: number;
  readonly readings: readonly ResolvedReading[];
}

/**
 * Keeps an import, all or nothing, in one transaction: a snapshot for each day it speaks of (more for a long one), with
 * its entities, readings and aggregates, and the record that {@link undoImport} needs. A part with the same content is
 * not kept again. `progress` is told between 0 and 1.
 */
export async function keepImport(
  db: LedgerDb,
  brought: Brought,
  capture: ImportCapture,
  progress: (part: number) => void = () => {},
): Promise<KeptImport> {
  const parts = await partsOf(brought, capture.at);
  const batch = crypto.randomUUID();
  const source: Source = { ...brought.source, batch };
  const tx = db.transaction([...STORES], "readwrite", { durability: "strict" });
  // Its stores are those of a look at a page and one more.
  const keepTx = tx as unknown as KeepTx;
  try {
    const snapshots = tx.objectStore("snapshots");
    const known = await Promise.all(parts.map(({ id }) => snapshots.index("id").getKey(id)));
    const fresh = parts.filter((_, at) => known[at] === undefined);
    const register = new Register(keepTx.objectStore("entities"), capture.at);
    const { account } = brought;
    const entities = await pageEntities(register, {
      account,
      ownType: account?.type ?? "account",
      ofOthers: account === null,
      entities: brought.entities,
    });
    const numbers: number[] = [];
    for (const part of fresh) {
      numbers.push(await keepPart(keepTx, brought, part, entities, source, capture));
      progress(numbers.length / fresh.length);
    }
    const readings = countOf(fresh);
    if (fresh.length > 0) {
      register.flush();
      await anotherTurn(tx.objectStore("vault"));
      const { file } = brought;
      await tx.objectStore("imports").add({
        id: batch,
        at: capture.at,
        source: brought.source,
        file,
        readings,
        undoneAt: null,
        snapshots: numbers,
        ...register.changes(),
      });
    }
    await tx.done;
    return { batch, readings, known: countOf(parts) - readings };
  } catch (error) {
    tx.done.catch(() => {});
    abort(tx);
    throw tx.error ?? error;
  }
}

const countOf = (parts: readonly Part[]): number => parts.reduce((sum, { readings }) => sum + readings.length, 0);

async function partsOf(brought: Brought, at: number): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const [day, readings] of filedByDay(brought, at)) {
    for (let from = 0; from < readings.length; from += RECORD_MAX) {
      const own = readings.slice(from, from + RECORD_MAX);
      parts.push({ id: await broughtId(brought, day, own), day, readings: own });
    }
  }
  return parts;
}

async function keepPart(
  tx: KeepTx,
  brought: Brought,
  { id, day, readings }: Part,
  { account, rows, owners }: PageEntities,
  source: Source,
  capture: ImportCapture,
): Promise<number> {
  const used = [...new Set(readings.map(({ entity }) => entity))];
  const place = new Map(used.map((entity, index) => [entity, index]));
  const pick = <T>(all: readonly T[]): readonly T[] => used.map((entity) => all[entity] as T);
  const packed = packReadings(
    {
      entities: pick(brought.entities),
      readings: readings.map((reading) => ({ ...reading, entity: place.get(reading.entity) ?? -1 })),
    },
    { rows: pick(rows), owners: pick(owners) },
  );
  const seen = stamp(momentOf(day, capture.at), await newestOfDay(tx, day));
  const snapshot: Omit<SnapshotRow, "n"> = {
    id,
    page: "unknown",
    state: "ok",
    url: "",
    account: account?.key ?? null,
    accountName: account?.name ?? null,
    day: isoDay(day),
    period: null,
    complete: false,
    firstSeen: capture.at,
    lastSeen: seen,
    readingCount: packed.rows.length / 4,
    reader: capture.reader,
    source,
    digest: digestOf("unknown", packed),
  };
  return addContent(tx, snapshot, { from: source.estimate ? "estimate" : "import", ...packed }, day);
}

/** Today now, a day that is over late in the evening: after what pages of that day said. */
const momentOf = (day: number, at: number): number => (day === dayNumber(at) ? at : dayBounds(day)[1] - HOUR);
