import type { IDBPDatabase, IDBPTransaction } from "idb";
import { unwrap } from "idb";
import type { LedgerDb } from "../connection";
import { Held } from "./held";
import { RowSeal, type SealKeys } from "./row-seal";
import type { StoreName } from "./rules";
import { SealedStore } from "./sealed-store";

type Query = IDBValidKey | IDBKeyRange | null;
type RawTransaction = IDBPTransaction<unknown, string[], "readwrite">;

/** idb's transaction, with rows sealed on the way in and opened on the way out. */
class SealedTransaction {
  readonly done: Promise<void>;
  readonly #rows: RowSeal;
  readonly #held: Held;
  readonly #raw: RawTransaction;

  constructor(raw: RawTransaction, rows: RowSeal) {
    this.#raw = raw;
    this.#rows = rows;
    this.done = raw.done;
    const bare = unwrap(raw) as IDBTransaction;
    this.#held = new Held(bare, bare.objectStore(bare.objectStoreNames[0] ?? ""));
  }
  get error(): DOMException | null {
    return this.#raw.error;
  }
  get store(): SealedStore {
    return this.objectStore(this.#raw.objectStoreNames[0] as StoreName);
  }
  objectStore(name: StoreName): SealedStore {
    return new SealedStore(name, this.#raw.objectStore(name) as never, this.#rows, this.#held);
  }
  abort(): void {
    this.#raw.abort();
  }
}

/** The part of idb's database that the ledger uses. */
class SealedDb {
  readonly #rows: RowSeal;
  constructor(
    private readonly raw: IDBPDatabase<unknown>,
    keys: SealKeys | null,
  ) {
    this.#rows = new RowSeal(keys);
  }
  get name(): string {
    return this.raw.name;
  }
  get version(): number {
    return this.raw.version;
  }
  get objectStoreNames(): DOMStringList {
    return this.raw.objectStoreNames;
  }
  close(): void {
    this.raw.close();
  }
  transaction(names: StoreName | StoreName[], mode?: IDBTransactionMode, options?: IDBTransactionOptions) {
    const raw = this.raw.transaction(names as string[], mode as "readwrite", options);
    return new SealedTransaction(raw as RawTransaction, this.#rows);
  }

  get = async (name: StoreName, query: Query) => this.transaction(name).store.get(query);
  getAll = async (name: StoreName, query?: Query, count?: number) => this.transaction(name).store.getAll(query, count);
  getKey = async (name: StoreName, query: Query) => this.transaction(name).store.getKey(query);
  getAllKeys = async (name: StoreName, query?: Query, count?: number) =>
    this.transaction(name).store.getAllKeys(query, count);
  count = async (name: StoreName, query?: Query) => this.transaction(name).store.count(query);
  getFromIndex = async (name: StoreName, index: string, query: Query) =>
    this.transaction(name).store.index(index).get(query);
  getAllFromIndex = async (name: StoreName, index: string, query?: Query, count?: number) =>
    this.transaction(name).store.index(index).getAll(query, count);
  put = (name: StoreName, row: unknown, key?: IDBValidKey) => this.#write(name, (store) => store.put(row, key));
  add = (name: StoreName, row: unknown, key?: IDBValidKey) => this.#write(name, (store) => store.add(row, key));
  delete = (name: StoreName, query: IDBValidKey | IDBKeyRange) => this.#write(name, (store) => store.delete(query));
  clear = (name: StoreName) => this.#write(name, (store) => store.clear());

  async #write<T>(name: StoreName, act: (store: SealedStore) => Promise<T>): Promise<T> {
    const tx = this.transaction(name, "readwrite");
    const [answer] = await Promise.all([act(tx.store), tx.done]);
    return answer;
  }
}

/**
 * The database of a store with a lock. Rows are sealed before they are written and opened after they are read, so what
 * lies on the disk is sealed at every moment. Without keys (null) only what is not sealed can be read and written.
 */
export const sealedDb = (raw: LedgerDb, keys: SealKeys | null): LedgerDb =>
  new SealedDb(raw as unknown as IDBPDatabase<unknown>, keys) as unknown as LedgerDb;
