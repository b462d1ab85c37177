import { type IDBPDatabase, openDB } from "idb";
import { LedgerError } from "./errors";
import { MIGRATIONS } from "./migrations";
import type { Migration } from "./migrations/migration";
import type { LedgerSchema } from "./records";

export const DATABASE = "ledger";
const BLOCKED_MS = 5_000;

export type LedgerDb = IDBPDatabase<LedgerSchema>;

export interface Opened {
  readonly db: LedgerDb;
  /** Written by a newer version of the extension: to be read only. */
  readonly newer: boolean;
}

/**
 * The one way to the database, opened when first asked for and again when the browser or an upgrade closed it. Every
 * context gives way to an upgrade at once; one that does not within 5 s makes `open` reject with `blocked`.
 */
export class Connection {
  #opened: Promise<Opened> | null = null;

  constructor(
    readonly name: string = DATABASE,
    private readonly migrations: readonly Migration[] = MIGRATIONS,
  ) {}

  open(): Promise<Opened> {
    this.#opened ??= this.#open().catch((error) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  /** For the worker: rejects with `newer` on a database that this code must not write. */
  async writable(): Promise<LedgerDb> {
    const { db, newer } = await this.open();
    if (newer) throw new LedgerError("newer", "数据由更新版本的扩展写入，当前版本只能查看。请更新扩展后再使用。");
    return db;
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    (await opened)?.db.close();
  }

  async #open(): Promise<Opened> {
    try {
      return { db: await this.#openAt(this.migrations.length), newer: false };
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "VersionError") throw error;
      return { db: await this.#openAt(undefined), newer: true };
    }
  }

  #openAt(version: number | undefined): Promise<LedgerDb> {
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const giveWay = (): void => {
        this.#opened = null;
      };
      openDB<LedgerSchema>(this.name, version, {
        upgrade: async (db, from, _to, tx) => {
          try {
            for (const migration of this.migrations) {
              if (migration.version > from) await migration.up(db as never, tx as never);
            }
          } catch (error) {
            reject(error);
            tx.done.catch(() => {});
            tx.abort();
          }
        },
        blocked: () => {
          const blocked = new LedgerError("blocked", "另一个旧版本页面正在使用数据。请关闭本扩展的其他页面后重试。");
          timer = setTimeout(() => reject(blocked), BLOCKED_MS);
        },
        blocking: (_current, _blocked, event) => {
          giveWay();
          (event.target as IDBDatabase).close();
        },
        terminated: giveWay,
      })
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }
}
