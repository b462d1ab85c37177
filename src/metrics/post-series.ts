import type { EntityRecord } from "../ledger/model";
import type { DerivedSeries } from "./derived";
import type { LedgerView } from "./ledger-view";
import type { MixBoard } from "./mix-board";
import { postLists } from "./post-sums";
import { POSTS_NEEDED } from "./posts";
import type { Point } from "./series";

/** Metrics that a post has and its account is asked for: the median of all posts stands for them. */
const MIDDLES = ["completion_rate", "average_play_seconds"] as const;
const UNIT = { completion_rate: "ratio", average_play_seconds: "second" } as const;

/** Medians over all posts of an account, a point for each day on which its list was seen to the end. */
export function postMiddles(account: EntityRecord, view: LedgerView): DerivedSeries[] {
  const lists = postLists(view, account).filter(([, { posts }]) => posts >= POSTS_NEEDED);
  return MIDDLES.flatMap((metric): DerivedSeries[] => {
    const points = lists.flatMap(([day, { totals, seen, snapshot }]) => {
      const total = totals.get(metric);
      return total ? [{ ...pointOf(day, seen, snapshot), value: total.middle, inputs: [] }] : [];
    });
    return points.length === 0 ? [] : [{ entity: account.key, metric, kind: "none", unit: UNIT[metric], points }];
  });
}

/** vertical_content_share and original_content_share as they stand, a range while posts are not marked. */
export function markShares(account: EntityRecord, view: LedgerView, mix: MixBoard): DerivedSeries[] {
  const [day, list] = postLists(view, account).at(-1) ?? [];
  if (day === undefined || list === undefined) return [];
  return (["vertical", "original"] as const).flatMap((mark): DerivedSeries[] => {
    const found = mix.shares.find(({ kind }) => kind === mark);
    // Nothing marked yet: between none and all is no number.
    if (!found || mix.open[mark] === mix.posts) return [];
    const points = [{ ...pointOf(day, list.seen, list.snapshot), value: found.share, inputs: [] }];
    return [{ entity: account.key, metric: `${mark}_content_share`, kind: "none", unit: "ratio", points }];
  });
}

const pointOf = (day: string, seen: number, snapshot: string): Omit<Point, "value"> => ({
  period: { from: day, to: day },
  seen,
  snapshot,
  partial: false,
});
