import type { IDBPObjectStore, StoreNames } from "idb";
import type { EntityRow, LedgerSchema } from "./records";
import { aliasesOf, idAlias, nameAlias, newRow, type Sight } from "./sight";

type EntityStore = IDBPObjectStore<LedgerSchema, StoreNames<LedgerSchema>[], "entities", "readwrite">;

/**
 * Tells which entity a row on a page is, within one write transaction.
 *
 * With an id, the one of that type and id. Otherwise the one entity of the same type, console (or owner) and name that
 * nothing contradicts: no other id, no other publish minute. So a row that later shows its id stays the same entity,
 * and of two entities with one name neither gets the numbers of a row that shows only the name. Goods of another
 * account are entities of their own for each such account, even with one id: one talent dropping them says nothing
 * about the other.
 */
export class Register {
  readonly #rows = new Map<number, EntityRow>();
  readonly #byAlias = new Map<string, Set<number>>();
  readonly #created = new Set<number>();
  readonly #changed = new Set<number>();
  #next = 0;

  constructor(
    private readonly store: EntityStore,
    private readonly at: number,
  ) {}

  /** Finds or makes the entity of each sight, in order. */
  async settle(sights: readonly Sight[]): Promise<readonly EntityRow[]> {
    await this.#load(sights.flatMap((sight) => aliasesOf(sight)));
    const twice = doubles(sights.filter(({ entity }) => entity.id !== null).map(nameAlias));
    return sights.map((sight) => this.#settle(sight, twice.has(nameAlias(sight))));
  }

  /** Writes what was made or changed. */
  async flush(): Promise<void> {
    await Promise.all([...this.#changed].map((n) => this.store.put(this.#row(n))));
  }

  isNew(n: number): boolean {
    return this.#created.has(n);
  }

  async #load(aliases: readonly string[]): Promise<void> {
    if (this.#next === 0) this.#next = ((await this.store.openKeyCursor(null, "prev"))?.key ?? 0) + 1;
    const unknown = [...new Set(aliases)].filter((alias) => !this.#byAlias.has(alias));
    const index = this.store.index("alias");
    const found = await Promise.all(unknown.map((alias) => index.getAll(alias)));
    for (const [at, alias] of unknown.entries()) {
      this.#byAlias.set(alias, new Set(found[at]?.map((row) => row.n)));
      for (const row of found[at] ?? []) if (!this.#rows.has(row.n)) this.#rows.set(row.n, row);
    }
  }

  #settle(sight: Sight, isDouble: boolean): EntityRow {
    const namesakes = [...(this.#byAlias.get(nameAlias(sight)) ?? [])].map((n) => this.#row(n));
    const known = this.#find(sight, namesakes, isDouble);
    if (known !== undefined) return this.#merge(known, sight);
    const n = this.#next;
    this.#next += 1;
    this.#created.add(n);
    return this.#merge(newRow(n, sight, namesakes.length, this.at), sight);
  }

  #find(sight: Sight, namesakes: readonly EntityRow[], isDouble: boolean): EntityRow | undefined {
    const { id, publishedAt } = sight.entity;
    if (id !== null) {
      const [n] = this.#byAlias.get(idAlias(sight, id)) ?? [];
      if (n !== undefined) return this.#row(n);
      if (isDouble) return undefined;
    }
    const possible = namesakes.filter(
      (row) =>
        (id === null || row.id === null) &&
        (publishedAt === undefined || row.publishedAt === null || row.publishedAt === publishedAt),
    );
    if (possible.length < 2) return possible[0];
    return possible.find((row) => row.publishedAt === (publishedAt ?? null) && row.id === null);
  }

  #merge(row: EntityRow, sight: Sight): EntityRow {
    const { id, name, link, publishedAt } = sight.entity;
    const merged: EntityRow = {
      ...row,
      aliases: [...new Set([...row.aliases, ...aliasesOf(sight)])],
      id: row.id ?? id,
      name: name ?? row.name,
      names: name === null || row.names.includes(name) ? row.names : [...row.names, name],
      account: row.account ?? sight.account?.n ?? null,
      own: row.own || sight.own,
      link: link ?? row.link,
      publishedAt: publishedAt ?? row.publishedAt,
    };
    this.#rows.set(row.n, merged);
    if (this.#created.has(row.n) || JSON.stringify(merged) !== JSON.stringify(row)) this.#changed.add(row.n);
    for (const alias of merged.aliases) this.#byAlias.get(alias)?.add(row.n);
    return merged;
  }

  #row(n: number): EntityRow {
    const row = this.#rows.get(n);
    if (row === undefined) throw new Error(`entity ${n} was not loaded`);
    return row;
  }
}

function doubles(texts: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(texts.filter((text) => once.has(text) || !once.add(text)));
}
