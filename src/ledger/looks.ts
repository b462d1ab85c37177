import type { LedgerDb } from "./connection";
import { dayBounds, parseDay } from "./day";
import { toSnapshot } from "./decode";
import { digestOf, unpackPosts } from "./digest";
import { plainMetric } from "./pack";
import type { Look } from "./reader";

/**
 * What was on screen since a day, from the snapshots' own rows: a row a page and content, where the entities' days would
 * be hundreds. Readings are read only for rows of before there were digests. Oldest first.
 */
export async function looksSince(db: LedgerDb, since: string): Promise<readonly Look[]> {
  const tx = db.transaction(["snapshots", "readings"]);
  const [start] = dayBounds(parseDay(since));
  const rows = await tx.objectStore("snapshots").index("lastSeen").getAll(IDBKeyRange.lowerBound(start));
  const digests = await Promise.all(
    rows.map(async ({ n, page, digest }) => {
      if (digest) return digest;
      const readings = await tx.objectStore("readings").get(n);
      return readings ? digestOf(page, readings) : { metrics: [], posts: null };
    }),
  );
  return rows.map((row, at) => {
    const { metrics = [], posts = null } = digests[at] ?? {};
    return {
      snapshot: toSnapshot(row),
      metrics: metrics.map(plainMetric),
      posts: posts && row.complete ? unpackPosts(posts) : null,
    };
  });
}
