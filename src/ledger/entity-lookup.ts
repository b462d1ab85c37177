import type { IDBPObjectStore, StoreNames } from "idb";
import { putAll } from "./put-all";
import type { EntityRow, LedgerSchema } from "./records";

export type EntityStore = IDBPObjectStore<LedgerSchema, StoreNames<LedgerSchema>[], "entities", "readwrite">;

/** Below this many, one request each is as quick as anything. */
const FEW = 20;

/** Entities by alias within one transaction: as stored, and as changed since. */
export class EntityLookup {
  readonly #rows = new Map<number, EntityRow>();
  readonly #byAlias = new Map<string, Set<number>>();
  readonly #loaded = new Set<string>();
  readonly #changed = new Set<number>();

  constructor(private readonly store: EntityStore) {}

  /** The highest number given so far. */
  async highest(): Promise<number> {
    return (await this.store.openKeyCursor(null, "prev"))?.key ?? 0;
  }

  /** Loads every entity that has one of the aliases. */
  async load(aliases: readonly string[]): Promise<void> {
    const missing = this.#missing(aliases);
    const index = this.store.index("alias");
    const found = await Promise.all(missing.map((alias) => index.getAll(alias)));
    for (const row of found.flat()) this.#remember(row);
    for (const alias of missing) this.#loaded.add(alias);
  }

  /**
   * The same for aliases that are one entity's each. The rows of a list were numbered together by its first capture, so
   * most lie in a stretch around the first and last that are known: one request instead of one each.
   */
  async loadUnique(aliases: readonly string[]): Promise<void> {
    const missing = this.#missing(aliases);
    if (missing.length > FEW) {
      const probes = [0, 0.25, 0.5, 0.75, 1].map((part) => missing[Math.floor((missing.length - 1) * part)] ?? "");
      const index = this.store.index("alias");
      const numbers = (await Promise.all(probes.map((alias) => index.getKey(alias)))).filter((n) => n !== undefined);
      const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
      if (numbers.length > 0 && last - first < 3 * missing.length) {
        for (const row of await this.store.getAll(IDBKeyRange.bound(first, last))) this.#remember(row);
      }
      for (const alias of missing) if (this.#byAlias.has(alias)) this.#loaded.add(alias);
    }
    await this.load(aliases);
  }

  get(alias: string): readonly EntityRow[] {
    return [...(this.#byAlias.get(alias) ?? [])].flatMap((n) => this.#rows.get(n) ?? []);
  }

  row(n: number): EntityRow | undefined {
    return this.#rows.get(n);
  }

  /** Takes a new or changed row, to be written by {@link flush}. */
  set(row: EntityRow): void {
    this.#rows.delete(row.n);
    this.#remember(row);
    this.#changed.add(row.n);
  }

  flush(): void {
    putAll(
      this.store,
      [...this.#changed].flatMap((n) => this.#rows.get(n) ?? []),
    );
    this.#changed.clear();
  }

  #missing(aliases: readonly string[]): readonly string[] {
    return [...new Set(aliases)].filter((alias) => !this.#loaded.has(alias));
  }

  /** What was changed here is newer than what the store says. */
  #remember(row: EntityRow): void {
    if (this.#rows.has(row.n)) return;
    this.#rows.set(row.n, row);
    for (const alias of row.aliases) {
      const numbers = this.#byAlias.get(alias);
      if (numbers === undefined) this.#byAlias.set(alias, new Set([row.n]));
      else numbers.add(row.n);
    }
  }
}
