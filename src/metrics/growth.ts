import type { EntityRecord } from "../ledger/model";
import { dayNumber } from "./calendar";
import type { DerivedPoint, DerivedSeries } from "./derived";
import { intervalOf, tidy } from "./interval";
import type { Point, Series } from "./series";

const MONTH = 30;
/** The counter of 30 days ago may be up to three days older, when nobody looked on the day itself. */
const SLACK = 3;

/** monthly_follower_growth: followers on a day over those of 30 days before, minus one. Both counts are its inputs. */
export function followerGrowth(entity: EntityRecord, read: readonly Series[]): DerivedSeries[] {
  const followers = read.find(({ metric, kind }) => metric === "follower_count" && kind === "none");
  if (entity.type !== "account" || !followers) return [];
  const points = followers.points.flatMap((point) => {
    const end = dayNumber(point.period.to) - MONTH;
    const base = followers.points.findLast(({ period }) => dayNumber(period.to) <= end);
    return base && dayNumber(base.period.to) >= end - SLACK ? (growth(point, base) ?? []) : [];
  });
  const metric = "monthly_follower_growth";
  return points.length === 0 ? [] : [{ entity: entity.key, metric, kind: "none", unit: "ratio", points }];
}

/** Null from a base that is or may be zero, and between tiers. */
function growth(point: Point, base: Point): DerivedPoint | null {
  const [now, then] = [intervalOf(point.value), intervalOf(base.value)];
  if (!now || !then || then.low <= 0 || point.value.precision === "range" || base.value.precision === "range")
    return null;
  const value = tidy(Number(point.value.value) / Number(base.value.value) - 1);
  const step = tidy(Math.max(now.high / then.low - 1 - value, value - (now.low / then.high - 1)));
  const isExact = point.value.precision === "exact" && base.value.precision === "exact";
  return {
    ...point,
    value: isExact ? { precision: "exact", value } : { precision: "rounded", value, step },
    inputs: [
      { metric: "follower_count", point },
      { metric: "follower_count", point: base },
    ],
  };
}
