import type { EntityKey } from "../ledger/model";
import type { Assumed } from "./assumptions";
import { bestCard } from "./card";
import { funnelOf } from "./funnel";
import { groupBy } from "./group-by";
import { houseSeries } from "./house-series";
import type { KpiBoard, KpiCard, UserTargets } from "./kpi-card";
import type { LedgerView } from "./ledger-view";
import { missingMetrics } from "./missing";
import { ownHouses } from "./own";
import { metricOrder } from "./registry";
import { seriesOf } from "./series";

export interface BoardOptions {
  /** Only this account or shop; all own ones without. */
  readonly account?: EntityKey;
  /** ms. */
  readonly now: number;
  readonly targets?: UserTargets;
  /** What the user set, by house. */
  readonly assumed?: ReadonlyMap<EntityKey, Assumed>;
}

/**
 * A card for each metric of the own accounts and shops, read or derived, on the kind of period that can be compared
 * best. Other entities of the view (videos, lives, goods) only tell what was seen this week.
 */
export function kpiCards(view: LedgerView, { account, now, targets, assumed }: BoardOptions): KpiBoard {
  const houses = [...ownHouses(view).values()].filter(({ key }) => account === undefined || key === account);
  const wanted = new Set(houses.map(({ key }) => key));
  const series = seriesOf(
    view.readings.filter((reading) => wanted.has(reading.entity)),
    view,
  );
  const byEntity = groupBy(series, (each) => each.entity);
  const known = houses.map((house) => {
    const read = byEntity.get(house.key) ?? [];
    return { house, all: houseSeries(house, read, view, assumed?.get(house.key) ?? {}) };
  });
  const cards = known.flatMap(({ house, all }) => {
    const byMetric = groupBy(all, (each) => each.metric);
    return [...byMetric.values()].flatMap((kinds) => bestCard(kinds, house, view, now, targets) ?? []);
  });
  const funnels = known.flatMap(({ house: { key, name }, all }) => {
    const funnel = funnelOf(all);
    return funnel ? [{ house: key, name, funnel }] : [];
  });
  return { cards: cards.sort(bySize), missing: missingMetrics(view, houses, cards, now), funnels };
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
