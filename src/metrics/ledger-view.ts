import type { EntityKey, EntityRecord, Snapshot, Source, StoredReading } from "../ledger/model";
import type { Look } from "../ledger/reader";

/** Rows of the store as metrics and competitors read them: all of them, or those of a stretch of time. */
export interface LedgerView {
  readonly readings: readonly StoredReading[];
  readonly entities: ReadonlyMap<EntityKey, EntityRecord>;
  /** By id. A reading counts as captured when its snapshot was last seen: a page that went back to an old content says it anew. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  /** What was on screen lately, where readings of single posts and goods were not fetched for it. */
  readonly looks?: readonly Look[];
}

/** When the content that holds the reading was last on screen, ms. */
export const seenAt = (view: LedgerView, reading: StoredReading): number =>
  view.snapshots.get(reading.snapshot)?.lastSeen ?? reading.at;

/** The third party whose estimate it is, whether the reading says so itself or its snapshot does; undefined for none. */
export function estimatorOf(
  view: LedgerView,
  reading: StoredReading & { readonly source?: Source },
): string | undefined {
  const source = reading.source ?? view.snapshots.get(reading.snapshot)?.source;
  return source?.estimate ? source.name : undefined;
}
