import type { Unit } from "../console/observation";
import { packPeriod, packShown, packValue } from "./pack";
import type { PageEntities } from "./page-entities";
import {
  type EntityRow,
  NAMELESS,
  type PackedPeriod,
  type PackedValue,
  type ReadingsRow,
  type ShownEntity,
  UNTOLD,
} from "./records";
import type { Resolved } from "./resolve";

/** All readings of a page as one record. A reading that is there twice is one. */
export function packReadings(
  resolved: Pick<Resolved, "entities" | "readings">,
  page: Pick<PageEntities, "rows" | "owners">,
): Omit<ReadingsRow, "n"> {
  const shown = new Index<ShownEntity>();
  const metrics = new Index<readonly [string, Unit]>();
  const periods = new Index<PackedPeriod>();
  const at = resolved.entities.map((entity, index) => {
    const owner = page.owners[index];
    const ownerAt = owner && entity.owner ? shown.add(show(owner, entity.owner, -1)) : -1;
    const row = page.rows[index];
    return row === undefined ? -1 : shown.add(show(row, entity, ownerAt));
  });
  const seen = new Set<string>();
  const rows: (number | PackedValue)[] = [];
  for (const reading of resolved.readings) {
    const row = [
      at[reading.entity] ?? -1,
      metrics.add([reading.metric, reading.unit]),
      periods.add(packPeriod(reading.period)),
      packValue(reading.value),
    ] as const;
    const key = JSON.stringify(row);
    if (!seen.has(key)) rows.push(...row);
    seen.add(key);
  }
  return { metrics: metrics.items, periods: periods.items, entities: shown.items.flatMap(packShown), rows };
}

type Named = { readonly id: string | null; readonly name: string | null };

function show(row: EntityRow, as: Named, owner: number): ShownEntity {
  const isUntold = row.id === null && row.name === null && row.link === null && !row.own;
  const none = isUntold ? UNTOLD : NAMELESS;
  return { n: row.n, name: as.name === null ? none : row.names.indexOf(as.name), id: as.id !== null, owner };
}

/** Items in order of first appearance, each once. */
class Index<T> {
  readonly items: T[] = [];
  readonly #at = new Map<string, number>();

  add(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    this.#at.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
