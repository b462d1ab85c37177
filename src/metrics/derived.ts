import type { EntityRecord } from "../ledger/model";
import { evaluate, FORMULAS, type Formula } from "./formulas";
import type { Point, Series } from "./series";

/** A point that was computed, and from what. */
export interface DerivedPoint extends Point {
  readonly inputs: readonly { readonly metric: string; readonly point: Point }[];
}

export interface DerivedSeries extends Series {
  readonly points: readonly DerivedPoint[];
}

/**
 * What the formulas give for one entity, from all of its series: a point for each period that every input speaks of.
 * A metric that the page itself shows for that kind of period is not computed: two definitions are never mixed.
 */
export function derive(entity: EntityRecord, series: readonly Series[]): DerivedSeries[] {
  const kinds = [...new Set(series.map((each) => each.kind))];
  return kinds.flatMap((kind) => {
    const byMetric = new Map(series.filter((each) => each.kind === kind).map((each) => [each.metric, each]));
    return FORMULAS.filter(({ entities, metric }) => entities.includes(entity.type) && !byMetric.has(metric)).flatMap(
      (formula) => {
        const points = pointsOf(formula, byMetric);
        const { metric, unit } = formula;
        return points.length === 0 ? [] : [{ entity: entity.key, metric, kind, unit, points }];
      },
    );
  });
}

function pointsOf(formula: Formula, byMetric: ReadonlyMap<string, Series>): DerivedPoint[] {
  const columns = formula.inputs.map((metric) => {
    const points = byMetric.get(metric)?.points ?? [];
    return { metric, points: new Map(points.map((point) => [point.period.to + point.period.from, point])) };
  });
  const [first] = columns;
  return [...(first?.points.keys() ?? [])].flatMap((slot) => {
    const inputs = columns.flatMap(({ metric, points }) => {
      const point = points.get(slot);
      return point ? [{ metric, point }] : [];
    });
    if (inputs.length < columns.length) return [];
    const value = evaluate(formula, new Map(inputs.map(({ metric, point }) => [metric, point.value])));
    // As fresh as its stalest input.
    const stalest = inputs.map(({ point }) => point).reduce((old, point) => (point.seen < old.seen ? point : old));
    const partial = inputs.some(({ point }) => point.partial);
    return value ? [{ ...stalest, value, partial, inputs }] : [];
  });
}
