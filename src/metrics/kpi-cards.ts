import type { EntityKey, EntityRecord } from "../ledger/model";
import { bestCard } from "./card";
import { derive } from "./derived";
import { groupBy } from "./group-by";
import { followerGrowth } from "./growth";
import type { KpiBoard, KpiCard } from "./kpi-card";
import type { LedgerView } from "./ledger-view";
import { missingMetrics } from "./missing";
import { ownHouses } from "./own";
import { postSums } from "./post-sums";
import { metricOrder } from "./registry";
import { type Series, seriesOf } from "./series";

export interface BoardOptions {
  /** Only this account or shop; all own ones without. */
  readonly account?: EntityKey;
  /** ms. */
  readonly now: number;
}

/**
 * A card for each metric of the own accounts and shops, read or derived, on the kind of period that can be compared
 * best. Other entities of the view (videos, lives, goods) only tell what was seen this week.
 */
export function kpiCards(view: LedgerView, { account, now }: BoardOptions): KpiBoard {
  const houses = [...ownHouses(view).values()].filter(({ key }) => account === undefined || key === account);
  const wanted = new Set(houses.map(({ key }) => key));
  const series = seriesOf(
    view.readings.filter((reading) => wanted.has(reading.entity)),
    view,
  );
  const byEntity = groupBy(series, (each) => each.entity);
  const cards = houses.flatMap((house) => {
    const read = byEntity.get(house.key) ?? [];
    const derived = [...derive(house, withPosts(house, read, view)), ...followerGrowth(house, read)];
    const byMetric = groupBy([...read, ...derived], (each) => each.metric);
    return [...byMetric.values()].flatMap((kinds) => bestCard(kinds, house, view, now) ?? []);
  });
  return { cards: cards.sort(bySize), missing: missingMetrics(view, houses, cards, now) };
}

/** Sums over the list of posts as inputs for rates, where the page gives no totals of its own: the two are never mixed. */
function withPosts(house: EntityRecord, read: readonly Series[], view: LedgerView): readonly Series[] {
  const sums = house.type === "account" ? postSums(view, house) : [];
  const summed = new Set(sums.map(({ metric }) => metric));
  const hasTotals = read.some(({ kind, metric }) => kind === "none" && summed.has(metric));
  return hasTotals ? read : [...read, ...sums];
}

/** Certain changes by size, then the certain standstill, then what has no verdict; the registry's order among equals. */
const bySize = (a: KpiCard, b: KpiCard): number =>
  sizeOf(b) - sizeOf(a) || metricOrder(a.metric) - metricOrder(b.metric);

/** A change that no share can be told of (from zero, between tiers) counts as one of the whole. */
function sizeOf({ delta }: KpiCard): number {
  if (!delta || delta.direction === "unknown") return -1;
  if (delta.direction === "flat") return 0;
  return delta.relative === null ? 1 : Math.abs(delta.relative);
}
