import type { EntityRecord } from "../ledger/model";
import type { Assumed } from "./assumptions";
import { type DerivedSeries, derive } from "./derived";
import { followerGrowth } from "./growth";
import type { LedgerView } from "./ledger-view";
import { lifetimeValue } from "./lifetime";
import { postSums } from "./post-sums";
import type { Series } from "./series";

/** All series of an own account or shop: what was read, what follows from it, and what follows from what the user set. */
export function houseSeries(
  house: EntityRecord,
  read: readonly Series[],
  view: LedgerView,
  assumed: Assumed,
): readonly (Series | DerivedSeries)[] {
  const derived = [...derive(house, withPosts(house, read, view)), ...followerGrowth(house, read)];
  return [...read, ...derived, ...lifetimes([...read, ...derived], assumed)];
}

/** Sums over the list of posts as inputs for rates, where the page gives no totals of its own: the two are never mixed. */
function withPosts(house: EntityRecord, read: readonly Series[], view: LedgerView): readonly Series[] {
  const sums = house.type === "account" ? postSums(view, house) : [];
  const summed = new Set(sums.map(({ metric }) => metric));
  const hasTotals = read.some(({ kind, metric }) => kind === "none" && summed.has(metric));
  return hasTotals ? read : [...read, ...sums];
}

/** ltv for every kind of period that the spend per buyer is known of. */
function lifetimes(series: readonly Series[], assumed: Assumed): DerivedSeries[] {
  return series
    .filter(({ metric }) => metric === "pay_gmv_per_uv")
    .flatMap(({ entity, kind, points }) => {
      const valued = points.flatMap((point) => {
        const value = lifetimeValue(point.value, assumed);
        return value ? [{ ...point, value, inputs: [{ metric: "pay_gmv_per_uv", point }] }] : [];
      });
      return valued.length === 0 ? [] : [{ entity, metric: "ltv", kind, unit: "fen" as const, points: valued }];
    });
}
