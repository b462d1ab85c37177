import { type IDBPObjectStore, type StoreNames, unwrap } from "idb";
import type { LedgerSchema } from "./records";
import { SealedStore } from "./sealing/sealed-store";

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
  if ((store as unknown) instanceof SealedStore) {
    (store as unknown as SealedStore).putAll(rows, keys as readonly IDBValidKey[] | undefined);
    return;
  }
  const bare = unwrap(store) as IDBObjectStore;
  rows.forEach((row, at) => {
    bare.put(row, keys?.[at] as IDBValidKey | undefined);
  });
}

/** The same for deleting. */
export function deleteAll(store: Store<"dayBlocks">, keys: readonly number[]): void {
  const isSealed = (store as unknown) instanceof SealedStore;
  const bare = isSealed ? null : (unwrap(store) as IDBObjectStore);
  for (const key of keys) {
    if (bare) bare.delete(key);
    // That it failed, the transaction tells.
    else store.delete(key).catch(() => {});
  }
}
