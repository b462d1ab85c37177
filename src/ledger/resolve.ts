import type {
  EntityType,
  Observation,
  ObservedEntity,
  ObservedReading,
  Period,
  StatedPeriod,
  Unit,
  Value,
} from "../console/observation";
import { dayNumber, parseDay, resolvePeriod } from "./day";
import { LedgerError } from "./errors";
import { metricEntry } from "./vocabulary";

/** An observation whose periods are days and whose readings are known to fit the dictionary. */
export interface Resolved {
  /** Shanghai day of capture. */
  readonly day: number;
  /** Type of the console's own account: 视频号 account or 小店 shop. */
  readonly ownType: "account" | "shop";
  readonly period: Period | null;
  readonly entities: readonly ObservedEntity[];
  readonly readings: readonly ResolvedReading[];
}

export interface ResolvedReading {
  readonly entity: number;
  readonly metric: string;
  readonly unit: Unit;
  readonly value: Value;
  readonly period: Period | null;
}

/** 微信小店; until 2024 it lay under the creators' host. */
const SHOP_CONSOLE = /^https:\/\/(store\.|channels\.weixin\.qq\.com\/shop\/)/;

/** Rejects with `unfit`, naming the path, rather than keep a number under a wrong metric, unit, entity or day. */
export function resolve(observation: Observation, at: number): Resolved {
  return {
    day: dayNumber(at),
    ownType: SHOP_CONSOLE.test(observation.url) ? "shop" : "account",
    period: resolveStated(observation.period, at, "period"),
    entities: observation.entities,
    readings: observation.readings.map((reading, index) => resolveReading(observation, reading, index, at)),
  };
}

function resolveReading(
  observation: Observation,
  reading: ObservedReading,
  index: number,
  at: number,
): ResolvedReading {
  const path = `readings[${index}]`;
  const entry = metricEntry(reading.metric);
  const type: EntityType | undefined = observation.entities[reading.entity]?.type;
  if (entry === undefined) throw unfit(`${path}.metric`, `${reading.metric} is not in the dictionary`);
  if (entry.unit !== reading.unit) throw unfit(`${path}.unit`, `${reading.metric} is in ${entry.unit}`);
  if (type === undefined) throw unfit(`${path}.entity`, `there is no entity ${reading.entity}`);
  if (!entry.entities.includes(type)) throw unfit(`${path}.entity`, `${reading.metric} is not said of a ${type}`);
  if (!fits(reading.value, entry.unit)) throw unfit(`${path}.value`, `not a value in ${entry.unit}`);
  return { ...reading, period: resolveStated(reading.period, at, `${path}.period`) };
}

function resolveStated(stated: StatedPeriod | null, at: number, path: string): Period | null {
  if (stated === null) return null;
  const period = resolvePeriod(stated, at);
  if (!(parseDay(period.from) <= parseDay(period.to))) throw unfit(path, "not a span of calendar days");
  return period;
}

/** Text is exact text; other units are numbers, whole ones for counts and fen. */
export function fits(value: Value, unit: Unit): boolean {
  if (unit === "text") return value.precision === "exact" && typeof value.value === "string" && value.value !== "";
  const whole = unit === "count" || unit === "fen";
  const isNumber = (part: unknown): boolean => (whole ? Number.isSafeInteger(part) : Number.isFinite(part));
  if (value.precision === "exact") return isNumber(value.value);
  if (value.precision === "rounded") return isNumber(value.value) && Number.isFinite(value.step) && value.step > 0;
  if (value.min === null && value.max === null) return false;
  if (![value.min, value.max].every((end) => end === null || isNumber(end))) return false;
  return value.min === null || value.max === null || value.min <= value.max;
}

const unfit = (path: string, message: string): LedgerError =>
  new LedgerError("unfit", `observation.${path}: ${message}`);
