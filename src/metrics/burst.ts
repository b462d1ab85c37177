import type { Period, Value } from "../console/observation";
import type { EntityRecord } from "../ledger/model";
import { addDays, dayNumber } from "./calendar";
import type { DerivedPoint, DerivedSeries } from "./derived";
import { evaluate, type Formula } from "./formulas";
import { middleOf } from "./middle";
import type { Series } from "./series";

const BURST_DAYS = 14;
/** Of the 14 days before, this many must be known. */
const BURST_NEEDED = 7;

const FORMULA: Formula = {
  metric: "gmv_burst",
  unit: "score",
  entities: ["shop"],
  inputs: ["pay_gmv", "usual"],
  top: ["pay_gmv"],
  bottom: "usual",
};

/** gmv_burst: GMV of a day / median GMV of the 14 days before. Null with fewer than seven of them, or a median of zero. */
export function gmvBurst(gmv: Value, before: readonly Value[]): Value | null {
  const usual = before.length < BURST_NEEDED ? null : middleOf(before);
  return (
    usual &&
    evaluate(
      FORMULA,
      new Map([
        ["pay_gmv", gmv],
        ["usual", usual],
      ]),
    )
  );
}

/** The days of campaigns and lives, each against the 14 days before its campaign or live began. */
export function burstSeries(
  shop: EntityRecord,
  read: readonly Series[],
  occasions: readonly Period[],
): DerivedSeries[] {
  const gmv = read.find(({ metric, kind, estimate }) => metric === "pay_gmv" && kind === "day" && !estimate);
  if (shop.type !== "shop" || !gmv) return [];
  const whole = gmv.points.filter(({ partial }) => !partial);
  const points = new Map<string, DerivedPoint>();
  for (const { from, to } of occasions) {
    const since = addDays(from, -BURST_DAYS);
    const before = whole.filter(({ period }) => period.to >= since && period.to < from).map(({ value }) => value);
    for (const point of whole.filter(({ period }) => period.to >= from && period.to <= to)) {
      const value = gmvBurst(point.value, before);
      if (value) points.set(point.period.to, { ...point, value, inputs: [{ metric: "pay_gmv", point }] });
    }
  }
  const sorted = [...points.values()].sort((a, b) => dayNumber(a.period.to) - dayNumber(b.period.to));
  return sorted.length === 0
    ? []
    : [{ entity: shop.key, metric: FORMULA.metric, kind: "day", unit: "score", points: sorted }];
}
