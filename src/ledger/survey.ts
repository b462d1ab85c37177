import type { LedgerDb } from "./connection";
import { mergeNotes } from "./notes";
import type { Bundle } from "./portable";

/** What taking rows in would add to the store as it is. */
export interface Survey {
  readonly snapshots: number;
  readonly readings: number;
  /** Snapshots that are here already. */
  readonly known: number;
  /** Notes that are not here or would change. */
  readonly notes: number;
  readonly imports: number;
  readonly reviews: number;
}

/** Reads only. */
export async function survey(db: LedgerDb, bundle: Bundle): Promise<Survey> {
  const tx = db.transaction(["snapshots", "notes", "imports", "reviews"]);
  const snapshots = tx.objectStore("snapshots").index("id");
  const here = await Promise.all(bundle.snapshots.map(({ snapshot }) => snapshots.get(snapshot.id)));
  const fresh = bundle.snapshots.filter((_, at) => here[at] === undefined);
  const readings = bundle.snapshots.map(({ snapshot }, at) =>
    Math.max(0, snapshot.readingCount - (here[at]?.readingCount ?? 0)),
  );
  const own = await Promise.all(bundle.notes.map(({ kind, id }) => tx.objectStore("notes").get([kind, id])));
  const notes = bundle.notes.filter((row, at) => {
    const before = own[at];
    return before === undefined || JSON.stringify(mergeNotes(before, row)) !== JSON.stringify(before);
  });
  const absent = async (store: "imports" | "reviews"): Promise<number> => {
    const keys = await Promise.all(bundle[store].map(({ id }) => tx.objectStore(store).getKey(id)));
    return keys.filter((key) => key === undefined).length;
  };
  return {
    snapshots: fresh.length,
    readings: readings.reduce((sum, each) => sum + each, 0),
    known: bundle.snapshots.length - fresh.length,
    notes: notes.length,
    imports: await absent("imports"),
    reviews: await absent("reviews"),
  };
}
