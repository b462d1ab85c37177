import type { EntityKey } from "../ledger/model";
import { isoWeek, shanghaiDay } from "../metrics/calendar";
import { groupBy } from "../metrics/group-by";
import type { LedgerView } from "../metrics/ledger-view";
import { findMetric, metricOrder } from "../metrics/registry";
import { seriesOf } from "../metrics/series";
import type { CompetitorBoard, CompetitorRow, LatestReading } from "./board";
import { changesOf } from "./changes";
import { competitorOf } from "./competitors";
import { type Dossier, dossiers } from "./dossier";
import { changeSize } from "./size";

/** The watch list for the ISO week of `now` (ms), and the other talents and shops that could be put on it. */
export function competitorBoard(view: LedgerView, watched: readonly EntityKey[], now: number): CompetitorBoard {
  const week = isoWeek(shanghaiDay(now));
  const stars = new Set(watched);
  const rows = dossiers(view).map((dossier) => rowOf(dossier, view, stars.has(dossier.entity.key), week));
  const [starred, others] = [rows.filter((row) => row.watched), rows.filter((row) => !row.watched)];
  starred.sort((a, b) => weightOf(b) - weightOf(a) || watched.indexOf(a.key) - watched.indexOf(b.key));
  others.sort((a, b) => b.lastSeen - a.lastSeen);
  const seen = starred.filter((row) => row.seenThisWeek).length;
  return { week, seen, of: stars.size, rows: [...starred, ...others] };
}

function rowOf(dossier: Dossier, view: LedgerView, watched: boolean, week: string): CompetitorRow {
  const { entity, days, lastSeen } = dossier;
  const changes = changesOf(dossier, view).map((move) => ({
    ...move,
    name: move.metric === undefined ? null : (findMetric(move.metric)?.name ?? null),
  }));
  const competitor = competitorOf(dossier, changes);
  const [before, after] = days.slice(-2);
  return {
    ...competitor,
    key: entity.key,
    link: entity.link,
    watched,
    seenThisWeek: competitor.weeks.at(-1) === week,
    lastSeen,
    between: before && after ? { from: before.day, to: after.day } : null,
    latest: latestOf(dossier, view),
    goods: days.findLast(({ goods }) => goods.size > 0)?.goods.size ?? 0,
  };
}

/** Certain changes weigh more than any possible one; no change at all the least. */
function weightOf({ changes: [biggest] }: CompetitorRow): number {
  if (!biggest) return -1;
  const size = Math.min(changeSize(biggest), 1e9);
  return biggest.certainty === "certain" ? 1e10 + size : size;
}

/** Per metric the value seen last, whatever kind of period it speaks of. */
function latestOf({ days }: Dossier, view: LedgerView): LatestReading[] {
  const series = seriesOf(
    days.flatMap(({ own }) => own),
    view,
  );
  const latest = [...groupBy(series, ({ metric }) => metric)].flatMap(([metric, kinds]): LatestReading[] => {
    const [newest] = kinds
      .flatMap(({ unit, kind, points }) => points.slice(-1).map((point) => ({ unit, kind, point })))
      .sort((a, b) => b.point.seen - a.point.seen);
    const from = newest && view.snapshots.get(newest.point.snapshot);
    if (!newest || from === undefined) return [];
    const { page, source } = from;
    const { value, period, snapshot, seen } = newest.point;
    const at = source ? from.firstSeen : seen;
    const name = findMetric(metric)?.name ?? { zh: metric, en: metric };
    const { unit, kind } = newest;
    return [
      {
        metric,
        name,
        unit,
        value,
        period: kind === "none" ? null : period,
        page,
        snapshot,
        at,
        ...(source ? { source } : {}),
      },
    ];
  });
  return latest.sort((a, b) => metricOrder(a.metric) - metricOrder(b.metric));
}
