import type { Value } from "../console/observation";
import type { LedgerDb } from "./connection";
import { dayBounds, parseDay } from "./day";
import { toSnapshot } from "./decode";
import { plainMetric, unpackRows, unpackShown, unpackValue } from "./pack";
import type { Look, PostColumns } from "./reader";
import type { ReadingsRow } from "./records";

/**
 * What was on screen since a day, from the snapshots' own records: a row a page and content, where the entities' days
 * would be hundreds. Oldest first.
 */
export async function looksSince(db: LedgerDb, since: string): Promise<readonly Look[]> {
  const tx = db.transaction(["snapshots", "readings"]);
  const [start] = dayBounds(parseDay(since));
  const rows = await tx.objectStore("snapshots").index("lastSeen").getAll(IDBKeyRange.lowerBound(start));
  const packed = await Promise.all(rows.map(({ n }) => tx.objectStore("readings").get(n)));
  return rows.map((row, at) => {
    const readings = packed[at];
    const isList = row.complete && (row.page === "post_list" || row.page === "post_data");
    return {
      snapshot: toSnapshot(row),
      metrics: readings?.metrics.map(([metric]) => plainMetric(metric)) ?? [],
      posts: isList && readings ? postColumns(readings) : null,
    };
  });
}

/** The counters of the own posts on one list, by metric. */
function postColumns(readings: ReadingsRow): PostColumns {
  const own = unpackShown(readings).map(({ owner }) => owner === -1);
  const values = new Map<string, Value[]>();
  const posts = new Set<number>();
  for (const { entity, metric, period, value } of unpackRows(readings)) {
    const name = readings.metrics[metric]?.[0];
    if (period !== null || name === undefined || own[entity] !== true) continue;
    posts.add(entity);
    const column = values.get(name);
    if (column) column.push(unpackValue(value));
    else values.set(name, [unpackValue(value)]);
  }
  return { posts: posts.size, values };
}
