import { openLedger } from "../../src/ledger/ledger";

/**
 * Runs in a page of the extension, bundled, never shipped: reads the store with the product's own code and hands out
 * what JSON can carry.
 */
const ledger = openLedger();

const probe = {
  sightings: (limit: number) => ledger.recentSightings(limit),
  snapshots: (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => ({ snapshot: await ledger.snapshot(id), readings: await ledger.readings(id) }))),
  draft: (tab: number) => ledger.draft(tab),
  view: async () => {
    const { readings, entities, snapshots } = await ledger.view();
    return { readings, entities: [...entities], snapshots: [...snapshots] };
  },
};

export type StoreProbe = typeof probe;
(globalThis as typeof globalThis & { storeProbe: StoreProbe }).storeProbe = probe;
