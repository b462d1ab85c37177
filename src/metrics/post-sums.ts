import type { EntityRecord, StoredReading } from "../ledger/model";
import type { PostTotals } from "../ledger/reader";
import { totalsOf } from "../ledger/totals";
import { shanghaiDay } from "./calendar";
import { groupBy } from "./group-by";
import { type LedgerView, seenAt } from "./ledger-view";
import type { Point, Series } from "./series";

const SUMMED: ReadonlySet<string> = new Set([
  "play_count",
  "like_count",
  "fav_count",
  "comment_count",
  "forward_count",
]);

/**
 * Sums over all posts of an account, one point for each Shanghai day on which its list was seen to the end, from the
 * last such look. A metric that not every post of the list shows as a number has no sum.
 */
export function postSums(view: LedgerView, account: EntityRecord): Series[] {
  const days = postLists(view, account);
  return [...SUMMED].flatMap((metric): Series[] => {
    const points = days.flatMap(([day, { posts, totals, seen, snapshot }]): Point[] => {
      const total = posts === 0 ? undefined : totals.get(metric);
      return total ? [{ period: { from: day, to: day }, value: total.sum, seen, snapshot, partial: false }] : [];
    });
    return points.length === 0 ? [] : [{ entity: account.key, metric, kind: "none", unit: "count", points }];
  });
}

/** The last complete list of each Shanghai day, oldest day first. */
export function postLists(view: LedgerView, account: EntityRecord): readonly (readonly [day: string, PostList])[] {
  const newest = new Map<string, PostList>();
  for (const list of listsOf(view, account)) {
    const day = shanghaiDay(list.seen);
    if (list.seen >= (newest.get(day)?.seen ?? 0)) newest.set(day, list);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Counters of all posts as one list showed them. */
export interface PostList extends PostTotals {
  readonly seen: number;
  readonly snapshot: string;
}

/** From the looks where they were fetched, else from the readings of each post. */
function listsOf(view: LedgerView, account: EntityRecord): readonly PostList[] {
  if (view.looks) {
    return view.looks.flatMap(({ snapshot, posts }) =>
      posts && snapshot.account === account.key ? [{ ...posts, seen: snapshot.lastSeen, snapshot: snapshot.id }] : [],
    );
  }
  const rows = view.readings.filter(
    (reading) => reading.period === null && SUMMED.has(reading.metric) && isPostOf(account, reading, view),
  );
  return [...groupBy(rows, (reading) => reading.snapshot)].flatMap(([snapshot, list]) => {
    const [first] = list;
    const posts = new Set(list.map(({ entity }) => entity)).size;
    const totals = new Map(
      [...groupBy(list, ({ metric }) => metric)].flatMap(([metric, own]) => {
        const column = new Map(own.map(({ entity, value }) => [entity, value]));
        const sums = column.size < posts ? null : totalsOf([...column.values()]);
        return sums ? [[metric, sums] as const] : [];
      }),
    );
    return first ? [{ posts, totals, seen: seenAt(view, first), snapshot }] : [];
  });
}

function isPostOf(account: EntityRecord, reading: StoredReading, view: LedgerView): boolean {
  const entity = view.entities.get(reading.entity);
  const snapshot = view.snapshots.get(reading.snapshot);
  return (
    entity?.type === "video" &&
    entity.owner === null &&
    entity.account === account.key &&
    snapshot?.complete === true &&
    (snapshot.page === "post_list" || snapshot.page === "post_data")
  );
}
