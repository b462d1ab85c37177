import type { Period } from "../console/observation";
import type { EntityKey, EntityRecord } from "../ledger/model";
import { type Anomaly, anomalyOf } from "./anomaly";
import type { Assumed } from "./assumptions";
import { burstSeries } from "./burst";
import { best } from "./card";
import { type Combined, combine } from "./combined";
import { type Comparison, comparisonsOf } from "./comparison";
import { type Freshness, freshnessOf } from "./freshness";
import { type Funnel, funnelOf } from "./funnel";
import { type Gap, gapOf } from "./gaps";
import { groupBy } from "./group-by";
import type { HouseDepth } from "./house-depth";
import { houseSeries } from "./house-series";
import type { KpiCard, UserTargets } from "./kpi-card";
import type { LedgerView } from "./ledger-view";
import { ownHouses } from "./own";
import { PLAYBOOK } from "./playbook";
import { findMetric, metricOrder } from "./registry";
import { seriesOf } from "./series";
import { tierOf } from "./sources";

export const TIERS = ["basic", "advanced", "decision", "other"] as const;
/** 基础 · 进阶 · 决策, and what else the playbook asks for or pages show. */
export type Tier = (typeof TIERS)[number];

export interface DashboardEntry {
  readonly card: KpiCard;
  readonly tier: Tier;
  readonly comparisons: readonly Comparison[];
  readonly anomaly: Anomaly | null;
  readonly freshness: Freshness;
}

export interface HouseDashboard {
  readonly house: EntityRecord;
  /** In the registry's order, the tiers' own metrics first. */
  readonly entries: readonly DashboardEntry[];
  readonly gaps: readonly (Gap & { readonly tier: Tier })[];
  readonly funnel: Funnel | null;
  /** Of the posts of 30 days, and of the goods; null until they were read, and where there are none. */
  readonly mix: HouseDepth["mix"];
  readonly stock: HouseDepth["stock"];
}

export interface Dashboard {
  readonly houses: readonly HouseDashboard[];
  /** Sums over the houses shown; empty for one. */
  readonly combined: readonly Combined[];
}

export interface DashboardOptions {
  /** Only this account or shop; all own ones without. */
  readonly account?: EntityKey;
  /** ms. */
  readonly now: number;
  readonly targets?: UserTargets;
  /** By house. */
  readonly assumed?: ReadonlyMap<EntityKey, Assumed>;
  readonly campaigns?: readonly Period[];
  /** Days that had a live. */
  readonly lives?: readonly Period[];
  /** By house. */
  readonly depth?: ReadonlyMap<EntityKey, HouseDepth>;
}

/** Every metric of the own accounts and shops with all it can be held against, and why the others have no number. */
export function dashboard(view: LedgerView, options: DashboardOptions): Dashboard {
  const { account, now } = options;
  const houses = [...ownHouses(view).values()].filter(({ key }) => account === undefined || key === account);
  const keys = new Set(houses.map(({ key }) => key));
  const series = seriesOf(
    view.readings.filter(({ entity }) => keys.has(entity)),
    view,
  );
  const byHouse = groupBy(series, ({ entity }) => entity);
  const shown = houses.map((house): HouseDashboard => {
    const assumed = options.assumed?.get(house.key) ?? {};
    const read = byHouse.get(house.key) ?? [];
    const depth = options.depth?.get(house.key);
    const occasions = [...(options.campaigns ?? []), ...(options.lives ?? [])];
    const all = [
      ...houseSeries(house, read, view, assumed),
      ...burstSeries(house, read, occasions),
      ...(depth?.series ?? []),
    ];
    const byMetric = groupBy(all, ({ metric }) => metric);
    const entries = [...byMetric.values()].flatMap((kinds) => {
      const found = best(kinds, house, view, now, options.targets);
      if (!found) return [];
      const { card, series: own } = found;
      return {
        card,
        tier: tierOf(card.metric) ?? ("other" as const),
        comparisons: comparisonsOf(own, options.campaigns),
        anomaly: anomalyOf(own),
        freshness: freshnessOf(card.period, card.at),
      };
    });
    entries.sort((a, b) => orderOf(a.card.metric) - orderOf(b.card.metric));
    return {
      house,
      entries,
      gaps: gapsOf(house, new Set(byMetric.keys()), assumed, depth),
      funnel: funnelOf(all),
      mix: depth?.mix ?? null,
      stock: depth?.stock ?? null,
    };
  });
  return { houses: shown, combined: shown.length < 2 ? [] : combine(shown.flatMap(cardsOf)) };
}

const cardsOf = ({ entries }: HouseDashboard): KpiCard[] => entries.map(({ card }) => card);

/** The playbook's order within its tiers, then the registry's. */
const inPlaybook = new Map(PLAYBOOK.flatMap(({ metric, tier }, index) => (tier ? [[metric, index - 1000]] : [])));
const orderOf = (metric: string): number => inPlaybook.get(metric) ?? metricOrder(metric);

/** What the playbook asks of such a house and nothing gives. */
function gapsOf(
  house: EntityRecord,
  told: ReadonlySet<string>,
  assumed: Assumed,
  depth: HouseDepth | undefined,
): HouseDashboard["gaps"] {
  const asked = new Set(PLAYBOOK.map(({ metric }) => metric));
  const open = [...asked].filter((metric) => !told.has(metric) && !depth?.elsewhere.has(metric));
  const seen = new Set([...told, ...(depth?.seen ?? [])]);
  return open.flatMap((metric) => {
    const gap = isAskedOf(house, metric) ? gapOf(metric, house.type, seen, assumed) : null;
    return gap ? [{ ...gap, tier: tierOf(metric) ?? ("other" as const) }] : [];
  });
}

/** A metric of goods or lives is asked of the shop, one of posts of the account; a competitor's of neither. */
function isAskedOf({ type }: EntityRecord, metric: string): boolean {
  const entities = findMetric(metric)?.entities ?? [];
  if (entities.includes("talent") && !entities.includes("live")) return false;
  if (type === "shop") return entities.includes("shop") || entities.includes("product");
  return (
    entities.includes("account") ||
    entities.includes("video") ||
    (entities.includes("live") && !entities.includes("shop"))
  );
}
