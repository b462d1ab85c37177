import { markedMetric, samePeriod, sameValue, unpackRows, unpackShown } from "./pack";
import {
  type Cell,
  type DayRow,
  type LatestCell,
  type LatestRow,
  OWN_SHELF,
  type PackedPeriod,
  type ReadingsRow,
  type ShelfRow,
  UNTOLD,
} from "./records";
import { METRICS } from "./vocabulary";

/** Aggregates as pure functions of packed readings, so that a recount from snapshots must give the same. */

/**
 * The cells of each entity on one snapshot. What cannot be told from its like (a video page without name or address;
 * two posts of one name in one minute that say different things) stays in the snapshot and gives no cell.
 */
export function cellsOf(readings: ReadingsRow): ReadonlyMap<number, readonly Cell[]> {
  const shown = unpackShown(readings);
  const cells = new Map<number, Map<string, Cell | null>>(shown.map(({ n }) => [n, new Map()]));
  for (const reading of unpackRows(readings)) {
    const entity = shown[reading.entity];
    const own = cells.get(entity?.n ?? 0);
    const named = readings.metrics[reading.metric]?.[0];
    if (own === undefined || named === undefined || entity?.name === UNTOLD) continue;
    const metric = markedMetric(named, readings.from);
    const key = `${metric} ${reading.period}`;
    const before = own.get(key);
    const clash = before === null || (before !== undefined && !sameValue(before[2], reading.value));
    own.set(key, clash ? null : [metric, reading.period, reading.value, readings.n]);
  }
  return new Map([...cells].map(([n, own]) => [n, [...own.values()].filter((cell) => cell !== null)]));
}

/** The later capture of a metric and period holds; what it does not speak of stays. */
export function mergeDay(row: DayRow, cells: readonly Cell[]): DayRow {
  const kept = row.cells.filter((old) => !cells.some((cell) => cell[0] === old[0] && samePeriod(cell[1], old[1])));
  return { ...row, cells: [...kept, ...cells] };
}

/** For each metric and length of period, the latest end; of one end, the latest day of capture. */
export function mergeLatest(row: LatestRow, cells: readonly Cell[], day: number, lastSeen: number): LatestRow {
  const merged = [...row.cells];
  for (const cell of cells) {
    const fresh: LatestCell = [...cell, day];
    const at = merged.findIndex((old) => old[0] === cell[0] && lengthOf(old[1]) === lengthOf(cell[1]));
    const old = merged[at];
    if (old === undefined) merged.push(fresh);
    else if (isNotBefore(fresh, old)) merged[at] = fresh;
  }
  return { n: row.n, lastSeen: Math.max(row.lastSeen, lastSeen), cells: merged };
}

const GOODS_ONLY: ReadonlySet<string> = new Set(
  METRICS.filter(({ entities }) => entities.every((type) => type === "product")).map(({ id }) => id),
);
const isGoodsMetric = (metric: string): boolean => GOODS_ONLY.has(metric);

/** Numbers of the sellers whose goods, videos or lives stand on a snapshot; own goods count as {@link OWN_SHELF}'s. */
export function sellersOn(readings: Omit<ReadingsRow, "n">): readonly number[] {
  const shown = unpackShown(readings);
  const sellers = new Set(shown.flatMap(({ owner }) => shown[owner]?.n ?? []));
  const owners = new Set(shown.map(({ owner }) => owner));
  const hasGoods = readings.metrics.some(([metric]) => isGoodsMetric(metric));
  if (hasGoods && shown.some(({ owner }, at) => owner === -1 && !owners.has(at))) sellers.add(OWN_SHELF);
  return [...sellers];
}

export function mergeShelf(row: ShelfRow, snapshot: number): ShelfRow {
  if (row.snapshots.includes(snapshot)) return row;
  return { day: row.day, snapshots: [...row.snapshots, snapshot].sort((a, b) => a - b) };
}

const lengthOf = (period: PackedPeriod): number => (period === null ? 0 : period[1] - period[0] + 1);

function isNotBefore([, a, , , dayA]: LatestCell, [, b, , , dayB]: LatestCell): boolean {
  const byEnd = (a?.[1] ?? dayA) - (b?.[1] ?? dayB);
  return byEnd > 0 || (byEnd === 0 && dayA >= dayB);
}
