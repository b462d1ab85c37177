import type { LedgerDb } from "../../../src/ledger/connection";
import { gather, type Since } from "../../../src/ledger/gather";
import { type Bundle, emptyBundle } from "../../../src/ledger/portable";

/** All of the store, or what is newer than a mark, in memory. */
export async function bundleOf(db: LedgerDb, since?: Since): Promise<Bundle> {
  const bundle = emptyBundle();
  for await (const { kind, rows } of gather(db, since)) (bundle[kind] as unknown[]).push(...rows);
  return bundle;
}
