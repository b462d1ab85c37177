import type { LedgerDb } from "./connection";
import type { ImportRecord } from "./model";

/** Newest first, undone ones too. */
export async function importsOf(db: LedgerDb): Promise<readonly ImportRecord[]> {
  const rows = await db.getAll("imports");
  return rows
    .map(({ snapshots: _snapshots, made: _made, changed: _changed, ...record }) => record)
    .sort((a, b) => b.at - a.at);
}
