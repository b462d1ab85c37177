import type { Value } from "../console/observation";
import type { EntityRecord, StoredReading } from "../ledger/model";
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
  const rows = view.readings.filter(
    (reading) => reading.period === null && SUMMED.has(reading.metric) && isPostOf(account, reading, view),
  );
  const lists = groupBy(rows, (reading) => reading.snapshot);
  const newest = new Map<string, { readonly seen: number; readonly rows: readonly StoredReading[] }>();
  for (const list of lists.values()) {
    const [first] = list;
    if (!first) continue;
    const seen = seenAt(view, first);
    const day = shanghaiDay(seen);
    if (seen >= (newest.get(day)?.seen ?? 0)) newest.set(day, { seen, rows: list });
  }
  return [...SUMMED].flatMap((metric): Series[] => {
    const points = [...newest]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([day, list]) => {
        const point = sumOf(metric, day, list.rows, list.seen);
        return point ? [point] : [];
      });
    return points.length === 0 ? [] : [{ entity: account.key, metric, kind: "none", unit: "count", points }];
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

function sumOf(metric: string, day: string, rows: readonly StoredReading[], seen: number): Point | null {
  const posts = new Set(rows.map((row) => row.entity));
  const values = new Map(rows.filter((row) => row.metric === metric).map((row) => [row.entity, row.value]));
  const snapshot = rows[0]?.snapshot;
  if (values.size < posts.size || snapshot === undefined) return null;
  let [total, step] = [0, 0];
  for (const value of values.values()) {
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
