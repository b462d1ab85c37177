import type { EntityKey, EntityRecord } from "../ledger/model";
import type { LedgerView } from "./ledger-view";

/** Keys of the accounts and shops in whose console anything was seen. */
export function ownKeys(view: LedgerView): ReadonlySet<EntityKey> {
  const own = new Set<EntityKey>();
  for (const { account } of view.snapshots.values()) if (account !== null) own.add(account);
  for (const { account } of view.entities.values()) if (account !== null) own.add(account);
  return own;
}

/** The own accounts and shops that have numbers; an entity of type account is always an own one. */
export function ownHouses(view: LedgerView): ReadonlyMap<EntityKey, EntityRecord> {
  const own = ownKeys(view);
  return new Map(
    [...view.entities].filter(
      ([key, { type, id, name }]) =>
        type === "account" || (type === "shop" && (own.has(key) || (id === null && name === null))),
    ),
  );
}
