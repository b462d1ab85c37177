import type { ObservedEntity, Period, Value } from "../console/observation";
import { dayNumber, parseDay } from "./day";
import { LedgerError } from "./errors";
import type { Source } from "./model";
import { fits, type ResolvedReading } from "./resolve";
import { metricEntry } from "./vocabulary";

/** Numbers that no page showed: a table the user brought, or values typed in. */
export interface Brought {
  readonly source: Omit<Source, "batch">;
  /** Name of the file; null for typed values. */
  readonly file: string | null;
  /** The own account or shop that the numbers speak of; null for those of others. */
  readonly account: {
    readonly type: "account" | "shop";
    readonly id: string | null;
    readonly name: string | null;
  } | null;
  readonly entities: readonly ObservedEntity[];
  readonly readings: readonly BroughtReading[];
}

export interface BroughtReading {
  /** Index into {@link Brought.entities}. */
  readonly entity: number;
  /** Any metric of the registry, also those no page shows. */
  readonly metric: string;
  readonly value: Value;
  readonly period: Period | null;
  /** Shanghai day that a value without a period speaks of; with one, it is not looked at. */
  readonly day: string;
}

/**
 * Readings by the day they are filed under: a value with a period under the day after its end, where the console would
 * have shown it; one without under the day it speaks of. None lies after today. Rejects with `unfit`, naming the path.
 */
export function filedByDay(
  { entities, readings }: Brought,
  at: number,
): ReadonlyMap<number, readonly ResolvedReading[]> {
  const today = dayNumber(at);
  const days = new Map<number, ResolvedReading[]>();
  readings.forEach((reading, index) => {
    const { entity, metric, value, period } = reading;
    const path = `readings[${index}]`;
    const entry = metricEntry(metric);
    const type = entities[entity]?.type;
    if (entry === undefined) throw unfit(`${path}.metric`, `${metric} is not in the registry`);
    if (type === undefined) throw unfit(`${path}.entity`, `there is no entity ${entity}`);
    if (!entry.entities.includes(type)) throw unfit(`${path}.entity`, `${metric} is not said of a ${type}`);
    if (!fits(value, entry.unit)) throw unfit(`${path}.value`, `not a value in ${entry.unit}`);
    if (period !== null && !(parseDay(period.from) <= parseDay(period.to))) throw unfit(`${path}.period`, "not a span");
    const spoken = period === null ? parseDay(reading.day) : parseDay(period.to) + 1;
    if (Number.isNaN(spoken)) throw unfit(`${path}.day`, "not a day");
    if ((period === null ? spoken : spoken - 1) > today) throw unfit(`${path}.day`, "lies in the future");
    const day = Math.min(spoken, today);
    const own = days.get(day) ?? [];
    own.push({ entity, metric, unit: entry.unit, value, period });
    days.set(day, own);
  });
  return new Map([...days].sort(([a], [b]) => a - b));
}

const unfit = (path: string, message: string): LedgerError => new LedgerError("unfit", `import.${path}: ${message}`);
