import type { Period } from "../console/observation";
import type { EntityKey, EntityRecord } from "../ledger/model";
import type { Assumed } from "./assumptions";
import { burstSeries } from "./burst";
import { addDays, weekStart } from "./calendar";
import { type Gap, gapOf } from "./gaps";
import { groupBy } from "./group-by";
import type { HouseDepth } from "./house-depth";
import { houseSeries } from "./house-series";
import type { CardTarget, UserTargets } from "./kpi-card";
import type { LedgerView } from "./ledger-view";
import { ownHouses } from "./own";
import { PLAYBOOK } from "./playbook";
import { findMetric, metricOrder, type Name } from "./registry";
import { seriesOf } from "./series";
import { tierOf } from "./sources";
import { targetOf } from "./target";
import { type Judgement, judge } from "./verdict";
import { type WeekValue, weekValue } from "./week-value";

/** One metric of one account or shop over a week, against the week before. */
export interface ReportLine extends WeekValue {
  readonly house: EntityRecord;
  readonly metric: string;
  readonly name: Name;
  readonly before: WeekValue | null;
  /**
   * Null when the week before says nothing, or when the two stand on different footings: a sum of five days is not held
   * against one of seven.
   */
  readonly change: Judgement | null;
  readonly target: CardTarget | null;
}

export interface WeekReport {
  /** Monday to Sunday, Shanghai days. */
  readonly week: Period;
  /** Metrics of the playbook first, in its order. */
  readonly lines: readonly ReportLine[];
  /** Certain changes, the biggest first. */
  readonly movers: readonly ReportLine[];
  /** What the playbook asks for and nothing of the week shows. */
  readonly gaps: readonly (Gap & { readonly house: EntityRecord })[];
}

export interface ReportOptions {
  readonly account?: EntityKey;
  readonly targets?: UserTargets;
  readonly assumed?: ReadonlyMap<EntityKey, Assumed>;
  readonly depth?: ReadonlyMap<EntityKey, HouseDepth>;
  /** Campaigns, and days that had a live. */
  readonly occasions?: readonly Period[];
}

/** The ISO week that holds a day. */
export const weekOf = (day: string): Period => ({ from: weekStart(day), to: addDays(weekStart(day), 6) });

export function weekReport(view: LedgerView, week: Period, options: ReportOptions): WeekReport {
  const { account, targets, assumed } = options;
  const before = { from: addDays(week.from, -7), to: addDays(week.to, -7) };
  const houses = [...ownHouses(view).values()].filter(({ key }) => account === undefined || key === account);
  const keys = new Set(houses.map(({ key }) => key));
  const read = seriesOf(
    view.readings.filter(({ entity }) => keys.has(entity)),
    view,
  );
  const byHouse = groupBy(read, ({ entity }) => entity);
  const lines: ReportLine[] = [];
  const gaps: (Gap & { house: EntityRecord })[] = [];
  for (const house of houses) {
    const set = assumed?.get(house.key) ?? {};
    const own = byHouse.get(house.key) ?? [];
    const depth = options.depth?.get(house.key);
    const byMetric = groupBy(
      [
        ...houseSeries(house, own, view, set),
        ...burstSeries(house, own, options.occasions ?? []),
        ...(depth?.series ?? []),
      ],
      ({ metric }) => metric,
    );
    const seen = new Set(depth?.seen);
    for (const [metric, kinds] of byMetric) {
      const now = weekValue(kinds, week);
      const then = weekValue(kinds, before);
      if (!now) continue;
      seen.add(metric);
      const isAlike = then !== null && then.how === now.how && (now.how === "middle" || then.days === now.days);
      lines.push({
        ...now,
        house,
        metric,
        name: findMetric(metric)?.name ?? { zh: metric, en: metric },
        before: then,
        change: isAlike ? judge(now.value, then.value, null) : null,
        target: targetOf(metric, now.value, targets ?? new Map()),
      });
    }
    for (const metric of new Set(PLAYBOOK.filter(({ tier }) => tier !== null).map((row) => row.metric))) {
      const isOf = findMetric(metric)?.entities.includes(house.type) ?? false;
      const gap = isOf && !seen.has(metric) ? gapOf(metric, house.type, seen, set) : null;
      if (gap) gaps.push({ ...gap, house });
    }
  }
  const place = ({ metric }: ReportLine): number => (tierOf(metric) ? -1000 : 0) + metricOrder(metric);
  lines.sort((a, b) => place(a) - place(b));
  return { week, lines, movers: moversOf(lines), gaps };
}

const isCertain = ({ change }: ReportLine): boolean => change?.direction === "up" || change?.direction === "down";

function moversOf(lines: readonly ReportLine[]): ReportLine[] {
  const size = ({ change }: ReportLine): number => Math.abs(change?.relative ?? 1);
  return lines.filter(isCertain).sort((a, b) => size(b) - size(a));
}
