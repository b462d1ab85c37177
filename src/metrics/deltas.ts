import type { EntityKey, EntityRecord } from "../ledger/model";
import { type PeriodKind, periodsOverlap } from "./calendar";
import type { Delta } from "./delta";
import type { LedgerView } from "./ledger-view";
import { type Point, type Series, seriesOf } from "./series";
import { judge } from "./verdict";

/**
 * One delta for each entity, metric and kind of period (day, 7 days, 30 days, none) seen at least twice: the newest
 * period against the nearest earlier one that does not overlap it. Counters without a period compare the last captures
 * of two Shanghai days. Text has none. The clock of now plays no part: whether a day was over is settled by the capture.
 */
export function deltas(view: LedgerView): Delta[] {
  return seriesOf(view.readings, view).flatMap((series) => {
    const delta = deltaOf(series, view.entities);
    return delta ? [delta] : [];
  });
}

const COMPARED: ReadonlySet<PeriodKind> = new Set<PeriodKind>(["day", "7_days", "30_days", "none"]);

/** Null when the series has fewer than two periods, a kind of period that is not compared, or text. */
export function deltaOf(series: Series, entities: ReadonlyMap<EntityKey, EntityRecord>): Delta | null {
  const current = series.points.at(-1);
  if (!current || series.points.length < 2 || !COMPARED.has(series.kind)) return null;
  const earlier = series.points.findLast((point) => !periodsOverlap(point.period, current.period));
  const previous = earlier ?? series.points.at(-2);
  if (!previous) return null;
  const judgement = judge(current.value, previous.value, barrier(current, previous, earlier === undefined));
  if (!judgement) return null;
  return {
    entity: named(series.entity, entities),
    metric: series.metric,
    period: current.period,
    against: { kind: "previous_period", period: previous.period },
    current: current.value,
    previous: previous.value,
    ...judgement,
  };
}

function named(key: EntityKey, entities: ReadonlyMap<EntityKey, EntityRecord>): Delta["entity"] {
  const { type = typeOf(key), id = null, name = null, owner = null } = entities.get(key) ?? {};
  return { type, id, name, ...(owner === null ? {} : { owner: named(owner, entities) }) };
}

function barrier(current: Point, previous: Point, overlapping: boolean): "partial" | "overlapping_periods" | null {
  if (overlapping) return "overlapping_periods";
  return current.partial || previous.partial ? "partial" : null;
}

/** The type that an entity's key begins with. */
const typeOf = (key: EntityKey): string => key.slice(0, Math.max(0, key.indexOf(":")));
