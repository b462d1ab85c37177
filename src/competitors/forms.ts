import type { Value } from "../console/observation";
import type { StoredReading } from "../ledger/model";
import { intervalOf } from "../metrics/interval";
import type { LedgerView } from "../metrics/ledger-view";
import { seriesOf } from "../metrics/series";
import type { Move } from "./move";

/** A form of content and the counters that show whether it is used at all. */
const FORMS: readonly (readonly string[])[] = [
  ["live_count", "live_sales_gmv", "gmv_per_live"],
  ["video_count", "video_sales_gmv", "gmv_per_video"],
];

/** A form that was at zero on one day and above it on the next. A form that was not seen before is not a new one; estimates tell of none. */
export function formMoves(before: readonly StoredReading[], after: readonly StoredReading[], view: LedgerView): Move[] {
  const [was, is] = [valuesOf(before, view), valuesOf(after, view)];
  return FORMS.flatMap((metrics): Move[] => {
    if (metrics.some((metric) => isUsed(was.get(metric)?.value))) return [];
    const metric = metrics.find((each) => isUnused(was.get(each)?.value) && isUsed(is.get(each)?.value));
    const [from, to] = metric === undefined ? [] : [was.get(metric), is.get(metric)];
    if (metric === undefined || !from || !to) return [];
    const { unit } = to;
    return [{ kind: "form", metric, from: from.value, to: to.value, certainty: "certain", unit, direction: "up" }];
  });
}

const isUnused = (value: Value | undefined): boolean => value?.precision === "exact" && value.value === 0;

const isUsed = (value: Value | undefined): boolean => (value ? (intervalOf(value)?.low ?? 0) > 0 : false);

const valuesOf = (readings: readonly StoredReading[], view: LedgerView) =>
  new Map(
    seriesOf(readings, view).flatMap(({ metric, unit, points, estimate }) => {
      const value = points.at(-1)?.value;
      return value === undefined || estimate !== undefined ? [] : [[metric, { value, unit }] as const];
    }),
  );
