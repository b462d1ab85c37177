import type { Page } from "puppeteer";
import type { Sighting } from "../../src/ledger/model";
import type { Dump } from "../unit/ledger/invariant";

/** All of the extension's store as it lies in the database, read from one of its pages. */
export interface StoreDump extends Dump {
  readonly sightings: readonly Sighting[];
  readonly drafts: readonly { readonly tab: number; readonly text: string }[];
}

export async function dumpStore(page: Page): Promise<StoreDump> {
  const dump = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("ledger"));
    const stores = [...db.objectStoreNames];
    const tx = db.transaction(stores);
    const found: Record<string, unknown> = {
      shelfKeys: await done(tx.objectStore("shelves").getAllKeys()),
    };
    for (const store of stores) found[store] = await done(tx.objectStore(store).getAll());
    db.close();
    return found;
  });
  return dump as unknown as StoreDump;
}
