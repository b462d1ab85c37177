import type { IDBPCursor, IDBPIndex, IDBPObjectStore } from "idb";
import { unwrap } from "idb";
import type { Held } from "./held";
import { isHashed, locked, type RowSeal } from "./row-seal";
import { OPEN_NOTES, type StoreName } from "./rules";

type Query = IDBValidKey | IDBKeyRange | null | undefined;
type RawStore = IDBPObjectStore<unknown, string[], string, "readwrite">;
type RawIndex = IDBPIndex<unknown, string[], string, string, "readwrite">;
type RawCursor = IDBPCursor<unknown, string[], string, unknown, "readwrite">;
type Direction = IDBCursorDirection;

/** What rows are read from: a store (index null) or one of its indexes. The same calls as idb's. */
class SealedRange {
  constructor(
    protected readonly name: StoreName,
    private readonly by: string | null,
    private readonly raw: RawStore | RawIndex,
    protected readonly rows: RowSeal,
    protected readonly held: Held,
  ) {}

  get(query: Query): Promise<unknown> {
    return this.#rowsOf(query, async (asked) => [await this.raw.get(asked as IDBValidKey)]).then(([row]) => row);
  }
  async getAll(query?: Query, count?: number): Promise<unknown[]> {
    const rows = await this.#rowsOf(query, (asked) => this.raw.getAll(asked, count));
    if (this.name !== "notes") return rows;
    // By their names, as they would lie unsealed.
    return (rows as { kind: string; id: string }[]).sort((a, b) => indexedDB.cmp([a.kind, a.id], [b.kind, b.id]));
  }
  getKey(query: Query): Promise<unknown> {
    return this.ask(query, (asked) => this.raw.getKey(asked as IDBValidKey));
  }
  getAllKeys(query?: Query, count?: number): Promise<unknown[]> {
    return this.ask(query, (asked) => this.raw.getAllKeys(asked, count));
  }
  count(query?: Query): Promise<number> {
    return this.ask(query, (asked) => this.raw.count(asked));
  }
  async openCursor(query?: Query, direction?: Direction): Promise<SealedCursor | null> {
    this.#mayRead(query);
    const cursor = await this.ask(query, (asked) => this.raw.openCursor(asked, direction));
    return SealedCursor.at(cursor as RawCursor | null, this.name, this.rows, this.held);
  }
  openKeyCursor(query?: Query, direction?: Direction): Promise<unknown> {
    return this.ask(query, (asked) => this.raw.openKeyCursor(asked, direction));
  }

  protected ask<T>(query: Query, ask: (query: Query) => Promise<T>): Promise<T> {
    const needs = isHashed(this.name, this.by) && query ? this.rows.query(this.name, this.by, query) : null;
    return this.held.inTurn(needs, (asked) => ask(needs === null ? query : asked));
  }

  async #rowsOf(query: Query, ask: (query: Query) => Promise<unknown[]>): Promise<unknown[]> {
    this.#mayRead(query);
    const found = await this.ask(query, ask);
    return this.held.until(Promise.all(found.map((row) => this.rows.open(this.name, row))));
  }

  /** Without keys not even that there is nothing is said. */
  #mayRead(query: Query): void {
    const isTold = this.name === "settings" || this.name === "vault";
    const isTaught =
      this.name === "notes" && (query === OPEN_NOTES || (Array.isArray(query) && query[0] === OPEN_NOTES));
    if (this.rows.keys === null && !isTold && !isTaught) throw locked();
  }
}

export class SealedStore extends SealedRange {
  readonly #raw: RawStore;
  constructor(name: StoreName, raw: RawStore, rows: RowSeal, held: Held) {
    super(name, null, raw, rows, held);
    this.#raw = raw;
  }

  put(row: unknown, key?: IDBValidKey): Promise<unknown> {
    return this.held.inTurn(this.rows.seal(this.name, row, key), (sealed) => this.#raw.put(sealed, key));
  }
  add(row: unknown, key?: IDBValidKey): Promise<unknown> {
    return this.held.inTurn(this.rows.seal(this.name, row, key), (sealed) => this.#raw.add(sealed, key));
  }
  delete(query: IDBValidKey | IDBKeyRange): Promise<void> {
    return this.ask(query, (asked) => this.#raw.delete(asked as IDBValidKey));
  }
  clear(): Promise<void> {
    return this.held.inTurn(null, () => this.#raw.clear());
  }
  index(index: string): SealedRange {
    return new SealedRange(this.name, index, this.#raw.index(index) as RawIndex, this.rows, this.held);
  }

  /** See put-all.ts. */
  putAll(rows: readonly unknown[], keys?: readonly IDBValidKey[]): void {
    const bare = unwrap(this.#raw) as IDBObjectStore;
    const sealed = Promise.all(rows.map((row, at) => this.rows.seal(this.name, row, keys?.[at])));
    this.held
      .inTurn(sealed, async (ready) => {
        ready?.forEach((row, at) => {
          bare.put(row, keys?.[at]);
        });
      })
      .catch(() => {
        try {
          bare.transaction.abort();
        } catch {
          // It is over already: the failed request aborted it.
        }
      });
  }
}

/** A place among rows; `continue` and `advance` answer the next. */
class SealedCursor {
  private constructor(
    private readonly raw: RawCursor,
    readonly key: unknown,
    readonly primaryKey: unknown,
    readonly value: unknown,
    private readonly next: (moved: Promise<RawCursor | null>) => Promise<SealedCursor | null>,
  ) {}

  static async at(cursor: RawCursor | null, name: StoreName, rows: RowSeal, held: Held): Promise<SealedCursor | null> {
    if (cursor === null) return null;
    const { key, primaryKey } = cursor;
    const value = await held.until(rows.open(name, (cursor as unknown as { value: unknown }).value));
    return new SealedCursor(cursor, key, primaryKey, value, async (moved) =>
      SealedCursor.at(await moved, name, rows, held),
    );
  }

  continue(): Promise<SealedCursor | null> {
    return this.next(this.raw.continue());
  }
  advance(count: number): Promise<SealedCursor | null> {
    return this.next(this.raw.advance(count));
  }
}
