import { type IDBPObjectStore, type StoreNames, unwrap } from "idb";
import type { LedgerSchema } from "./records";

type Store<S extends StoreNames<LedgerSchema>> = IDBPObjectStore<
  LedgerSchema,
  StoreNames<LedgerSchema>[],
  S,
  "readwrite"
>;

/**
 * Writes rows without a promise for each: of a list of hundreds, waiting for every single one costs more than writing
 * it. One that fails takes the transaction with it, and the transaction is waited for. `keys` where the store has no
 * path to them.
 */
export function putAll<S extends StoreNames<LedgerSchema>>(
  store: Store<S>,
  rows: readonly LedgerSchema[S]["value"][],
  keys?: readonly LedgerSchema[S]["key"][],
): void {
  const bare = unwrap(store) as IDBObjectStore;
  rows.forEach((row, at) => {
    bare.put(row, keys?.[at] as IDBValidKey | undefined);
  });
}
