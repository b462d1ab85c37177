import type { Period, Unit } from "../console/observation";
import { packPeriod, packShown, packValue, sameValue } from "./pack";
import type { PageEntities } from "./page-entities";
import { type EntityRow, NAMELESS, type PackedValue, type ReadingsRow, type ShownEntity, UNTOLD } from "./records";
import type { Resolved } from "./resolve";

/** All readings of a page as one record. A reading that is there twice is one. */
export function packReadings(
  resolved: Pick<Resolved, "entities" | "readings">,
  page: Pick<PageEntities, "rows" | "owners">,
): Omit<ReadingsRow, "n"> {
  const shown = new Index<ShownEntity>();
  const metrics = new Index<readonly [string, Unit]>();
  const periods = new Index<Period | null>();
  const showing = (entity: ShownEntity): number =>
    shown.add(`${entity.n} ${entity.name} ${entity.id} ${entity.owner}`, entity);
  const at = resolved.entities.map((entity, index) => {
    const owner = page.owners[index];
    const ownerAt = owner && entity.owner ? showing(show(owner, entity.owner, -1)) : -1;
    const row = page.rows[index];
    return row === undefined ? -1 : showing(show(row, entity, ownerAt));
  });
  // There are no more of any index than readings: the three of them as one number.
  const most = resolved.readings.length + 1;
  const seen = new Map<number, PackedValue[]>();
  const rows: (number | PackedValue)[] = [];
  for (const { entity, metric, unit, period, value } of resolved.readings) {
    const about = at[entity] ?? -1;
    const metricAt = metrics.add(`${metric} ${unit}`, [metric, unit]);
    const periodAt = periods.add(period === null ? "" : `${period.from} ${period.to}`, period);
    const packed = packValue(value);
    const key = (about * most + metricAt) * most + periodAt;
    const said = seen.get(key);
    if (said === undefined) seen.set(key, [packed]);
    else if (said.some((other) => sameValue(other, packed))) continue;
    else said.push(packed);
    rows.push(about, metricAt, periodAt, packed);
  }
  return {
    metrics: metrics.items,
    periods: periods.items.map(packPeriod),
    entities: shown.items.flatMap(packShown),
    rows,
  };
}

type Named = { readonly id: string | null; readonly name: string | null };

function show(row: EntityRow, as: Named, owner: number): ShownEntity {
  const isUntold = row.id === null && row.name === null && row.link === null && !row.own;
  const none = isUntold ? UNTOLD : NAMELESS;
  return { n: row.n, name: as.name === null ? none : row.names.indexOf(as.name), id: as.id !== null, owner };
}

/** Items in order of first appearance, each once by its name. */
class Index<T> {
  readonly items: T[] = [];
  readonly #at = new Map<string, number>();

  add(name: string, item: T): number {
    const known = this.#at.get(name);
    if (known !== undefined) return known;
    this.#at.set(name, this.items.length);
    return this.items.push(item) - 1;
  }
}
