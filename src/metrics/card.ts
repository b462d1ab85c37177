import type { EntityRecord } from "../ledger/model";
import { addDays, type PeriodKind, periodDays, shanghaiDay, weekStart } from "./calendar";
import type { Delta } from "./delta";
import { deltaOf } from "./deltas";
import type { DerivedPoint, DerivedSeries } from "./derived";
import type { KpiCard, SeriesPoint, Sight, UserTargets } from "./kpi-card";
import type { LedgerView } from "./ledger-view";
import { playbookRows } from "./playbook";
import { findMetric } from "./registry";
import type { Earlier, Point, Series } from "./series";
import { targetOf } from "./target";

const SPARK_DAYS = 28;
const PREFERENCE: readonly PeriodKind[] = ["day", "7_days", "30_days", "none", "other"];

interface Candidate {
  readonly series: Series | DerivedSeries;
  /** The newest point whose period is over, else the newest. */
  readonly point: Point | DerivedPoint;
  readonly delta: Delta | null;
  readonly soFar: Point | null;
}

/**
 * The card of one metric of one entity, from its series of every kind of period: the kind seen this week before one
 * that was not, one with a verdict before one without, then day, 7 days, 30 days, none, other. Null for text and for
 * numbers that no page of the view stands behind.
 */
export const bestCard = (
  kinds: readonly (Series | DerivedSeries)[],
  entity: EntityRecord,
  view: LedgerView,
  now: number,
  targets?: UserTargets,
): KpiCard | null => best(kinds, entity, view, now, targets)?.card ?? null;

/** The same with the series behind it, up to the point that the card shows. */
export function best(
  kinds: readonly (Series | DerivedSeries)[],
  entity: EntityRecord,
  view: LedgerView,
  now: number,
  targets: UserTargets = new Map(),
): { readonly card: KpiCard; readonly series: Series } | null {
  const monday = weekStart(shanghaiDay(now));
  const rank = ({ point, delta, series }: Candidate): number =>
    (shanghaiDay(point.seen) >= monday ? 0 : 100) +
    (delta !== null && delta.direction !== "unknown" ? 0 : 10) +
    PREFERENCE.indexOf(series.kind);
  const [first] = kinds.flatMap((series) => candidate(series, view) ?? []).sort((a, b) => rank(a) - rank(b));
  const card = first ? cardOf(first, entity, view, targets) : null;
  if (!first || !card) return null;
  const { series, point } = first;
  return {
    card,
    series: {
      ...series,
      points: (series.points as readonly Point[]).slice(0, (series.points as readonly Point[]).indexOf(point) + 1),
    },
  };
}

function candidate(series: Series, view: LedgerView): Candidate | null {
  if (series.unit === "text") return null;
  const over = series.points.filter((point) => !point.partial);
  const newest = series.points.at(-1);
  const point = over.at(-1) ?? newest;
  if (!point || !newest || !view.snapshots.has(point.snapshot)) return null;
  const delta = deltaOf(over.length > 0 ? { ...series, points: over } : series, view.entities);
  return { series, point, delta, soFar: newest.partial && newest !== point ? newest : null };
}

function cardOf(
  { series, point, delta, soFar }: Candidate,
  entity: EntityRecord,
  view: LedgerView,
  targets: UserTargets,
): KpiCard | null {
  const { metric, unit, kind } = series;
  const known = findMetric(metric);
  const [row] = playbookRows(metric);
  const here = seriesPoint(point, view);
  if (!here) return null;
  const since = addDays(point.period.to, 1 - SPARK_DAYS);
  const length = periodDays(point.period);
  const shown = series.points.filter(
    (each) => (!each.partial || each === point) && each.period.to >= since && periodDays(each.period) === length,
  );
  const inputs = "inputs" in point ? point.inputs : [];
  return {
    id: `${entity.key} ${metric}`,
    metric,
    name: known?.name ?? row?.name ?? { zh: metric, en: metric },
    unit,
    good: known ? known.good : (row?.good ?? null),
    entity: { key: entity.key, type: entity.type, id: entity.id, name: entity.name },
    value: point.value,
    period: kind === "none" ? null : point.period,
    kind,
    page: here.page,
    snapshot: here.snapshot,
    at: here.at,
    ...(here.source ? { source: here.source } : {}),
    delta,
    series: shown.flatMap((each) => seriesPoint(each, view) ?? []),
    target: targetOf(metric, point.value, targets),
    soFar: soFar && seriesPoint(soFar, view),
    inputs: inputs.flatMap((input) => {
      const seen = seriesPoint(input.point, view);
      const name = findMetric(input.metric)?.name ?? { zh: input.metric, en: input.metric };
      return seen ? [{ ...seen, metric: input.metric, name }] : [];
    }),
  };
}

function seriesPoint({ period, was, ...word }: Point, view: LedgerView): SeriesPoint | null {
  const told = sightOf(word, view);
  const before = was && sightOf(was, view);
  return told && { day: period.to, ...told, ...(before ? { was: before } : {}) };
}

function sightOf({ value, seen, snapshot }: Earlier, view: LedgerView): Sight | null {
  const from = view.snapshots.get(snapshot);
  if (from === undefined) return null;
  const { page, source, firstSeen } = from;
  return { value, page, snapshot, at: source ? firstSeen : seen, ...(source ? { source } : {}) };
}
