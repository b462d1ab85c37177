import type { Value } from "../console/observation";
import type { DayReading } from "./reader";

/**
 * Never two values for one thing. Of an entity's metric and period (or day, for a value without one):
 * - a third party's estimate gives way to anything the console or the user's own table says;
 * - between a page and an own import, an exact number refines the rounded one or the range that it lies in;
 * - else the later word holds, a page's when it was last seen, an import's when it was brought.
 * Revisions by pages among themselves are left as they are.
 */
export function oneOfEach(readings: readonly DayReading[]): readonly DayReading[] {
  const groups = new Map<string, DayReading[]>();
  for (const reading of readings) {
    const { entity, metric, period, day } = reading;
    const key = JSON.stringify([entity, metric, period ? [period.from, period.to] : day]);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  const lost = new Set<DayReading>();
  for (const group of groups.values()) for (const reading of losersOf(group)) lost.add(reading);
  return readings.filter((reading) => !lost.has(reading));
}

function losersOf(group: readonly DayReading[]): readonly DayReading[] {
  const pages = group.filter(({ source }) => !source);
  const own = newest(group.filter(({ source }) => source && !source.estimate));
  const rest = group.filter((each) => each.source && each !== own);
  if (!own) return pages.length > 0 ? rest : rest.filter((each) => each !== newest(rest));
  const page = newest(pages);
  const isOwn =
    page === undefined ||
    refines(own.value, page.value) ||
    (!refines(page.value, own.value) && wordOf(own) > wordOf(page));
  return isOwn ? [...rest, ...pages] : [...rest, own];
}

const wordOf = ({ at, broughtAt }: DayReading): number => broughtAt ?? at;

const newest = (readings: readonly DayReading[]): DayReading | undefined =>
  readings.reduce<DayReading | undefined>(
    (best, each) => (best && wordOf(best) >= wordOf(each) ? best : each),
    undefined,
  );

/** An exact number that lies where the rough one says. */
function refines(fine: Value, rough: Value): boolean {
  if (fine.precision !== "exact" || typeof fine.value !== "number") return false;
  if (rough.precision === "rounded") return Math.abs(fine.value - rough.value) <= rough.step;
  if (rough.precision !== "range") return false;
  return (rough.min ?? Number.NEGATIVE_INFINITY) <= fine.value && fine.value <= (rough.max ?? Number.POSITIVE_INFINITY);
}
