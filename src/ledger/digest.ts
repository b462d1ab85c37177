import type { PageKind, Value } from "../console/observation";
import { goodsDigest } from "./goods-digest";
import { packValue, unpackRows, unpackShown, unpackValue } from "./pack";
import type { PostTotals } from "./reader";
import type { Digest, ReadingsRow } from "./records";
import { totalsOf } from "./totals";

const LISTS: ReadonlySet<PageKind> = new Set<PageKind>(["post_list", "post_data"]);

/** What a page's readings say in short, for {@link SnapshotRow.digest}; they name this store's entities. */
export function digestOf(page: PageKind, readings: Omit<ReadingsRow, "n">): Digest {
  const goods = goodsDigest(readings);
  return {
    metrics: readings.metrics.map(([metric]) => metric),
    posts: LISTS.has(page) ? postsOf(readings) : null,
    ...(goods && goods.length > 0 ? { goods } : {}),
  };
}

export const unpackPosts = ({ count, columns }: NonNullable<Digest["posts"]>): PostTotals => ({
  posts: count,
  totals: new Map(
    columns.map(([metric, sum, middle]) => [metric, { sum: unpackValue(sum), middle: unpackValue(middle) }]),
  ),
});

/** Counters that every own post of the list showed as a number. */
function postsOf(readings: Omit<ReadingsRow, "n">): Digest["posts"] {
  const isOwn = unpackShown(readings).map(({ owner }) => owner === -1);
  const columns = new Map<string, Map<number, Value>>();
  const posts = new Set<number>();
  for (const { entity, metric, period, value } of unpackRows(readings)) {
    const name = readings.metrics[metric]?.[0];
    if (period !== null || name === undefined || isOwn[entity] !== true) continue;
    posts.add(entity);
    const column = columns.get(name) ?? new Map();
    columns.set(name, column.set(entity, unpackValue(value)));
  }
  return {
    count: posts.size,
    columns: [...columns].flatMap(([metric, column]) => {
      const totals = column.size < posts.size ? null : totalsOf([...column.values()]);
      return totals ? [[metric, packValue(totals.sum), packValue(totals.middle)] as const] : [];
    }),
  };
}
