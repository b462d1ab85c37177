import type { IDBPDatabase, IDBPTransaction } from "idb";

/**
 * One step from `version - 1` to `version`. It may await nothing but requests of `tx`: the browser commits a version
 * change as soon as nothing is asked of it, and undoes all of it when a step throws.
 */
export interface Migration {
  readonly version: number;
  up(db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], "versionchange">): void | Promise<void>;
}
