import type { LedgerDb } from "./connection";
import { gather, type Since } from "./gather";
import { type Bundle, emptyBundle } from "./portable";

/** All of the store, or what is newer than a mark, in memory. */
export async function bundleOf(db: LedgerDb, since?: Since): Promise<Bundle> {
  const bundle = emptyBundle();
  for await (const { kind, rows } of gather(db, since)) (bundle[kind] as unknown[]).push(...rows);
  return bundle;
}
