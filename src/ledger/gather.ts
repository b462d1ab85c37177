import type { LedgerDb } from "./connection";
import type { Portable, PortableKind } from "./portable";

/** How many snapshots are read at once: a batch is one short transaction, so that captures go on meanwhile. */
const BATCH = 500;

export interface Batch<K extends PortableKind = PortableKind> {
  readonly kind: K;
  readonly rows: readonly Portable[K][];
}
type AnyBatch = { [K in PortableKind]: Batch<K> }[PortableKind];

/** Which snapshots: all, or those numbered after the given one. */
export interface Since {
  readonly snapshot: number;
}

/**
 * Reads the store for taking elsewhere, in batches. Snapshots come first and what they speak of last: what is kept
 * meanwhile only adds entities, so none that was named is missing.
 */
export async function* gather(db: LedgerDb, since: Since = { snapshot: 0 }): AsyncGenerator<AnyBatch> {
  let after = since.snapshot;
  for (;;) {
    const tx = db.transaction(["snapshots", "readings"]);
    const range = IDBKeyRange.lowerBound(after, true);
    const snapshots = await tx.objectStore("snapshots").getAll(range, BATCH);
    const last = snapshots.at(-1)?.n;
    if (last === undefined) break;
    const readings = await tx.objectStore("readings").getAll(IDBKeyRange.bound(after, last, true));
    const byNumber = new Map(readings.map((row) => [row.n, row]));
    yield {
      kind: "snapshots",
      rows: snapshots.flatMap(({ n, digest: _digest, ...snapshot }) => {
        const found = byNumber.get(n);
        if (found === undefined) return [];
        const { n: _, ...packed } = found;
        return [{ snapshot, readings: packed }];
      }),
    };
    after = last;
  }
  yield { kind: "entities", rows: await db.getAll("entities") };
  yield { kind: "notes", rows: await db.getAll("notes") };
  const imports = await db.getAll("imports");
  yield { kind: "imports", rows: imports.map(({ snapshots: _, made: __, changed: ___, ...row }) => row) };
  yield { kind: "reviews", rows: await db.getAll("reviews") };
  yield { kind: "settings", rows: await db.getAll("settings") };
  const sightings = await db.getAll("sightings");
  yield { kind: "sightings", rows: sightings.map(({ tab: _, ...row }) => row) };
}
