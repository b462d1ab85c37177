import { parseShown, type Shown, valueFor } from "../../console/numbers";
import type { Value } from "../../console/observation";
import { seen } from "../../console/plain-text";
import type { Bounds } from "../../metrics/playbook";
import { boundsOf, type Metric } from "../../metrics/registry";

/** Why a cell is not taken. */
export type CellProblem = "not_a_number" | "wrong_unit" | "rate_without_percent" | "out_of_bounds";

const BARE_RATIO = /^[+-]?\d*\.?\d+$/;

/**
 * A cell's text as a value of a metric; null for an empty one or a dash. A rate is written 4.41% or 0.0441, never 4.41;
 * seconds and minutes need no unit. `hint` is the unit of the column's header.
 */
export function cellValue(text: string, metric: Metric, hint: string): Value | CellProblem | null {
  const shown = seen(text);
  if (shown === "") return null;
  if (metric.unit === "text") return { precision: "exact", value: shown.slice(0, 2_000) };
  if (metric.unit === "ratio" && hint !== "%" && BARE_RATIO.test(shown)) return bareRatio(Number(shown), metric);
  const number = parseShown(shown);
  if (number === null) return "not_a_number";
  if (number.kind === "none") return null;
  const value =
    valueFor(number, metric.unit, hint || (metric.unit === "second" ? "秒" : ""), true) ??
    partsOfFen(number, metric, hint);
  if (value === null) return "wrong_unit";
  return isWithin(value, boundsOf(metric)) ? value : "out_of_bounds";
}

/** 5 may be 5 % or five times: only what can be but one of them is taken. */
function bareRatio(ratio: number, metric: Metric): Value | CellProblem {
  const bounds = boundsOf(metric);
  if (Math.abs(ratio) > 1) return "rate_without_percent";
  const value: Value = { precision: "exact", value: ratio };
  return isWithin(value, bounds) ? value : "out_of_bounds";
}

/** An average in yuan with more than two places is known to the fen. */
function partsOfFen({ n, kind, unit, scaled }: Shown, metric: Metric, hint: string): Value | null {
  const isYuan = /^[元块]?$/.test(unit) && /^元?$/.test(hint);
  if (metric.unit !== "fen" || kind !== "number" || scaled || !isYuan) return null;
  return { precision: "rounded", value: Math.round(n * 100), step: 1 };
}

function isWithin(value: Value, { min, max }: Bounds): boolean {
  const ends = value.precision === "range" ? [value.min, value.max] : [value.value];
  return ends.every(
    (end) =>
      typeof end !== "number" || (end >= (min ?? Number.NEGATIVE_INFINITY) && end <= (max ?? Number.POSITIVE_INFINITY)),
  );
}
