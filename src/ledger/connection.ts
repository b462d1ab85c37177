import { type IDBPDatabase, openDB } from "idb";
import { LedgerError } from "./errors";
import { MIGRATIONS } from "./migrations";
import type { Migration } from "./migrations/migration";
import { enter } from "./presence";
import type { LedgerSchema } from "./records";
import type { SealKeys } from "./sealing/row-seal";
import { LOCK } from "./sealing/rules";
import { sealedDb } from "./sealing/sealed-db";

const DATABASE = "ledger";
const BLOCKED_MS = 5_000;

export type LedgerDb = IDBPDatabase<LedgerSchema>;

export interface Opened {
  readonly db: LedgerDb;
  /** Written by a newer version of the extension: to be read only. */
  readonly newer: boolean;
  /** Whether the store has a lock: then its rows are sealed, and `locked` is one whose passphrase has not been given. */
  readonly lock: "none" | "open" | "locked";
}

/** The keys of the store by what its lock says; null while the passphrase has not been given. */
export type Unseal = (lock: unknown) => Promise<SealKeys | null>;
const NO_KEYS: Unseal = async () => null;

/**
 * The one way to the database, opened when first asked for and again when the browser or an upgrade closed it. Every
 * context gives way to an upgrade at once; one that does not within 5 s makes `open` reject with `blocked`.
 */
export class Connection {
  #opened: Promise<Opened> | null = null;
  #leave: (() => void) | null = null;

  constructor(
    readonly name: string = DATABASE,
    private readonly migrations: readonly Migration[] = MIGRATIONS,
    private readonly unseal: Unseal = NO_KEYS,
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

  /** What is opened next is opened as the lock then is. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    (await opened)?.db.close();
    this.#letGo();
  }

  /** The rows as they lie on the disk, for the lock itself; to be closed by the caller. */
  async bare(): Promise<LedgerDb> {
    return (await this.#openRaw()).db;
  }

  async #open(): Promise<Opened> {
    const entering = enter(this.name);
    const { db, newer } = await this.#openRaw().catch(async (error) => {
      (await entering)();
      throw error;
    });
    this.#letGo();
    this.#leave = await entering;
    // A store of the first version, read only, has no such place.
    const lock = db.objectStoreNames.contains("vault") ? await db.get("vault", LOCK) : undefined;
    if (lock === undefined) return { db, newer, lock: "none" };
    const keys = await this.unseal(lock);
    return { db: sealedDb(db, keys), newer, lock: keys === null ? "locked" : "open" };
  }

  #letGo(): void {
    this.#leave?.();
    this.#leave = null;
  }

  async #openRaw(): Promise<Pick<Opened, "db" | "newer">> {
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
        this.#letGo();
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
