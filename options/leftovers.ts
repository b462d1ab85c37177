/** What could still be here after everything was deleted. */
export interface Leftovers {
  /** Rows in all databases of the extension. */
  readonly rows: number;
  /** Entries of the pages' own storage. */
  readonly entries: number;
  readonly caches: number;
}

/** Clears what lies beside the store: the pages' own storage and caches. */
export async function clearBeside(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** Counts, by looking anew, not by trusting what was deleted. */
export async function leftovers(): Promise<Leftovers> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const counts = await Promise.all(names.map(rowsIn));
  return {
    rows: counts.reduce((sum, each) => sum + each, 0),
    entries: localStorage.length + sessionStorage.length,
    caches: (await caches.keys()).length,
  };
}

async function rowsIn(name: string): Promise<number> {
  const db = await settled(indexedDB.open(name));
  try {
    const stores = [...db.objectStoreNames];
    if (stores.length === 0) return 0;
    const tx = db.transaction(stores);
    const counts = await Promise.all(stores.map((store) => settled(tx.objectStore(store).count())));
    return counts.reduce((sum, each) => sum + each, 0);
  } finally {
    db.close();
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
