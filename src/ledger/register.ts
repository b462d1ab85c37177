import type { EntityType } from "../console/observation";
import { EntityLookup, type EntityStore } from "./entity-lookup";
import { nextNumber } from "./numbering";
import type { EntityRow, ImportRow } from "./records";
import { aliasesOf, idAlias, nameAlias, newRow, type Sight } from "./sight";

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
  readonly #lookup: EntityLookup;
  #last: number | null = null;
  #firstMade: number | null = null;
  readonly #before = new Map<number, EntityRow>();

  constructor(
    store: EntityStore,
    private readonly at: number,
  ) {
    this.#lookup = new EntityLookup(store);
  }

  /** Finds or makes the entity of each sight, in order. */
  async settle(sights: readonly Sight[]): Promise<readonly EntityRow[]> {
    const [highest] = await Promise.all([
      this.#last ?? this.#lookup.highest(),
      this.#lookup.loadUnique(sights.flatMap(idAlias)),
    ]);
    this.#last = highest;
    const unknown = sights.filter((sight) => this.#byId(sight) === undefined);
    await this.#lookup.load(unknown.map(nameAlias));
    const twice = doubles(sights.filter(({ entity }) => entity.id !== null).map(nameAlias));
    return sights.map((sight) => this.#settle(sight, twice.has(nameAlias(sight))));
  }

  /** Numbers of the first and last entity made, and those changed, as they were and are now. */
  changes(): Pick<ImportRow, "made" | "changed"> {
    return {
      made: this.#firstMade === null ? null : [this.#firstMade, this.#last ?? this.#firstMade],
      changed: [...this.#before.values()].flatMap((before) => {
        const after = this.#lookup.row(before.n);
        return after === undefined ? [] : [{ before, after }];
      }),
    };
  }

  /** Writes what was made or changed; that it is written, the transaction tells. */
  flush(): void {
    this.#lookup.flush();
  }

  #settle(sight: Sight, isDouble: boolean): EntityRow {
    const known = this.#byId(sight) ?? this.#byName(sight, isDouble);
    const row =
      known ?? newRow(this.#nextNumber(sight.entity.type), sight, this.#lookup.get(nameAlias(sight)).length, this.at);
    const merged = merge(row, sight);
    if (merged === known) return known;
    const isMade = row.n >= (this.#firstMade ?? Number.POSITIVE_INFINITY);
    if (known !== undefined && !isMade && !this.#before.has(row.n)) this.#before.set(row.n, known);
    this.#lookup.set(merged);
    return merged;
  }

  #byId(sight: Sight): EntityRow | undefined {
    return idAlias(sight).flatMap((alias) => this.#lookup.get(alias))[0];
  }

  #byName(sight: Sight, isDouble: boolean): EntityRow | undefined {
    const { id, publishedAt } = sight.entity;
    if (id !== null && isDouble) return undefined;
    const possible = this.#lookup
      .get(nameAlias(sight))
      .filter((row) => (id === null || row.id === null) && agree(row.publishedAt, publishedAt ?? null));
    if (possible.length < 2) return possible[0];
    return possible.find((row) => row.publishedAt === (publishedAt ?? null) && row.id === null);
  }

  #nextNumber(type: EntityType): number {
    this.#last = nextNumber(this.#last ?? 0, type);
    this.#firstMade ??= this.#last;
    return this.#last;
  }
}

/** What the sight adds to a row; the row itself where that is nothing. */
function merge(row: EntityRow, sight: Sight): EntityRow {
  const { id, name, link, publishedAt } = sight.entity;
  const merged: EntityRow = {
    ...row,
    aliases: withAll(row.aliases, aliasesOf(sight)),
    id: row.id ?? id,
    name: name ?? row.name,
    names: withAll(row.names, name === null ? [] : [name]),
    account: row.account ?? sight.account?.n ?? null,
    own: row.own || sight.own,
    link: link ?? row.link,
    publishedAt: finer(row.publishedAt, publishedAt ?? null),
  };
  return (Object.keys(merged) as (keyof EntityRow)[]).every((field) => merged[field] === row[field]) ? row : merged;
}

/** The same list where nothing is new. */
const withAll = (known: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((text) => known.includes(text)) ? known : [...new Set([...known, ...more])];

/** One page shows the publish minute, another the day alone, a third neither. */
const agree = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);

const finer = (a: string | null, b: string | null): string | null => ((b?.length ?? 0) > (a?.length ?? 0) ? b : a);

function doubles(texts: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(texts.filter((text) => once.has(text) || !once.add(text)));
}
