import type { Value } from "../console/observation";
import type { EntityRecord, StoredReading } from "../ledger/model";
import type { PostColumns } from "../ledger/reader";
import { shanghaiDay } from "./calendar";
import { groupBy } from "./group-by";
import { intervalOf, tidy } from "./interval";
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
  const lists = listsOf(view, account);
  const newest = new Map<string, PostList>();
  for (const list of lists) {
    const day = shanghaiDay(list.seen);
    if (list.seen >= (newest.get(day)?.seen ?? 0)) newest.set(day, list);
  }
  const days = [...newest].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...SUMMED].flatMap((metric): Series[] => {
    const points = days.flatMap(([day, list]) => sumOf(metric, day, list) ?? []);
    return points.length === 0 ? [] : [{ entity: account.key, metric, kind: "none", unit: "count", points }];
  });
}

/** Counters of all posts as one list showed them. */
interface PostList extends PostColumns {
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
    const byMetric = groupBy(list, ({ metric }) => metric);
    const values = new Map(
      [...byMetric].map(([metric, own]) => [
        metric,
        [...new Map(own.map(({ entity, value }) => [entity, value])).values()],
      ]),
    );
    const posts = new Set(list.map(({ entity }) => entity)).size;
    return first ? [{ posts, values, seen: seenAt(view, first), snapshot }] : [];
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

function sumOf(metric: string, day: string, { posts, values, seen, snapshot }: PostList): Point | null {
  const column = values.get(metric) ?? [];
  if (posts === 0 || column.length < posts) return null;
  let [total, step] = [0, 0];
  for (const value of column) {
    const known = value.precision === "range" ? null : intervalOf(value);
    if (!known) return null;
    total += (known.low + known.high) / 2;
    step += (known.high - known.low) / 2;
  }
  const value: Value =
    step === 0
      ? { precision: "exact", value: tidy(total) }
      : { precision: "rounded", value: tidy(total), step: tidy(step) };
  return { period: { from: day, to: day }, value, seen, snapshot, partial: false };
}
