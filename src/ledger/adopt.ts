import { nextNumber } from "./numbering";
import type { EntityRow } from "./records";

/** An alias that holds the key another machine gave the same entity, so that its notes are found here too. */
export const keyAlias = (key: string): string => `=${key}`;

/**
 * Takes entities of another machine in. The same thing is the row of the same key, or of the same id, or, where neither
 * side knows an id and nothing contradicts, the only one of that name; else it is new and keeps its key.
 */
export class Adopter {
  readonly #foreign: ReadonlyMap<number, EntityRow>;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #own = new Map<number, EntityRow>();
  readonly #byKey = new Map<string, number>();
  readonly #byAlias = new Map<string, Set<number>>();
  readonly #settled = new Map<number, number>();
  readonly #taken = new Set<number>();
  readonly #changed = new Set<number>();
  /** Names (with whose they are) that more than one of the foreign ones goes by: they tell none of them. */
  readonly #doubles: ReadonlySet<string>;
  #last = 0;
  added = 0;

  constructor(own: readonly EntityRow[], foreign: readonly EntityRow[]) {
    for (const row of own) this.#remember(row);
    this.#foreign = new Map(foreign.map((row) => [row.n, row]));
    this.#numbers = new Map(foreign.map((row) => [row.key, row.n]));
    const names = foreign.flatMap((row) => row.aliases.filter((alias) => isName(row, alias)));
    const once = new Set<string>();
    this.#doubles = new Set(names.filter((name) => once.has(name) || !once.add(name)));
  }

  /** This store's row for the other machine's number. Throws where it named none. */
  settle(n: number): EntityRow {
    const known = this.#settled.get(n);
    if (known !== undefined) return this.#own.get(known) as EntityRow;
    const row = this.#foreign.get(n);
    if (row === undefined) throw new Error(`a snapshot names entity ${n}, which is not there`);
    const owner = row.owner === undefined ? null : this.settle(row.owner).n;
    const account = row.account === null ? null : this.settle(row.account).n;
    const aliases = row.aliases.map((alias) => this.#renumber(alias));
    const found = this.#find(row, aliases);
    const merged = found ? merge(found, row, aliases, account) : this.#fresh(row, aliases, owner, account);
    if (found === undefined) this.added += 1;
    if (JSON.stringify(found) !== JSON.stringify(merged)) {
      this.#remember(merged);
      this.#changed.add(merged.n);
    }
    this.#settled.set(n, merged.n);
    this.#taken.add(merged.n);
    return merged;
  }

  /** The key by which this store knows what the other machine knew by `key`. */
  keyOf(key: string): string {
    const n = this.#numbers.get(key);
    return n === undefined ? key : this.settle(n).key;
  }

  /** Where the name that the other machine had at `name` stands among this store's; what is no name stays what it is. */
  nameAt(n: number, name: number): number {
    const text = this.#foreign.get(n)?.names[name];
    return text === undefined ? name : this.settle(n).names.indexOf(text);
  }

  /** It goes by the name at `name` among its names now. */
  rename(n: number, name: number): void {
    const row = this.#own.get(n);
    const text = row?.names[name];
    if (row === undefined || text === undefined || row.name === text) return;
    this.#remember({ ...row, name: text });
    this.#changed.add(n);
  }

  /** What was made or changed. */
  changed(): readonly EntityRow[] {
    return [...this.#changed].map((n) => this.#own.get(n) as EntityRow);
  }

  #find(row: EntityRow, aliases: readonly string[]): EntityRow | undefined {
    const byKey = this.#get(this.#byKey.get(row.key)) ?? this.#withAlias(keyAlias(row.key))[0];
    if (byKey !== undefined && agrees(byKey.id, row.id)) return byKey;
    if (row.id !== null) {
      const byId = aliases.filter((alias) => !isName(row, alias) && !alias.startsWith("=")).flatMap(this.#withAlias)[0];
      if (byId !== undefined) return byId;
    }
    const names = row.aliases.flatMap((alias, at) =>
      isName(row, alias) && !this.#doubles.has(alias) ? (aliases[at] ?? []) : [],
    );
    const named = [...new Set(names.flatMap(this.#withAlias))];
    const [only] = named;
    const isSame = named.length === 1 && only !== undefined && !this.#taken.has(only.n);
    return isSame && agrees(only.id, row.id) && sameMinute(only.publishedAt, row.publishedAt) ? only : undefined;
  }

  #fresh(row: EntityRow, aliases: readonly string[], owner: number | null, account: number | null): EntityRow {
    this.#last = nextNumber(this.#last, row.type);
    const isTaken = this.#byKey.has(row.key);
    const { owner: _, ...rest } = row;
    return {
      ...rest,
      n: this.#last,
      key: isTaken ? `${row.key}~${this.#last}` : row.key,
      aliases,
      ...(owner === null ? {} : { owner }),
      account,
    };
  }

  /** An alias ends in `@` and the number of the entity within which it holds; a key's alias names none. */
  #renumber(alias: string): string {
    const at = alias.lastIndexOf("@");
    const n = Number(alias.slice(at + 1));
    if (alias.startsWith("=") || at < 0 || !(n > 0)) return alias;
    return `${alias.slice(0, at)}@${this.settle(n).n}`;
  }

  readonly #withAlias = (alias: string): readonly EntityRow[] =>
    [...(this.#byAlias.get(alias) ?? [])].flatMap((n) => this.#get(n) ?? []);

  #get(n: number | undefined): EntityRow | undefined {
    return n === undefined ? undefined : this.#own.get(n);
  }

  #remember(row: EntityRow): void {
    this.#own.set(row.n, row);
    this.#byKey.set(row.key, row.n);
    this.#last = Math.max(this.#last, row.n);
    for (const alias of row.aliases) {
      const numbers = this.#byAlias.get(alias);
      if (numbers === undefined) this.#byAlias.set(alias, new Set([row.n]));
      else numbers.add(row.n);
    }
  }
}

const isName = (row: EntityRow, alias: string): boolean => alias.startsWith(`${row.type}#`);
const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
const sameMinute = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);

function merge(own: EntityRow, foreign: EntityRow, aliases: readonly string[], account: number | null): EntityRow {
  const isLonger = (foreign.publishedAt?.length ?? 0) > (own.publishedAt?.length ?? 0);
  const keys = own.key === foreign.key ? [] : [keyAlias(foreign.key)];
  return {
    ...own,
    aliases: [...new Set([...own.aliases, ...aliases, ...keys])],
    id: own.id ?? foreign.id,
    name: own.name ?? foreign.name,
    names: [...new Set([...own.names, ...foreign.names])],
    account: own.account ?? account,
    own: own.own || foreign.own,
    link: own.link ?? foreign.link,
    publishedAt: isLonger ? foreign.publishedAt : own.publishedAt,
    firstSeen: Math.min(own.firstSeen, foreign.firstSeen),
  };
}
