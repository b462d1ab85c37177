import type { Period } from "../console/observation";
import { dayNumber, shanghaiDay } from "./calendar";

/**
 * How a number relates to the day it was seen on: running (its period was not over) · next_day (T+1: seen the day
 * after its period ended) · later (that many days after).
 */
export interface Freshness {
  readonly kind: "running" | "next_day" | "later" | "counter";
  readonly days: number;
}

/** `period` null: a counter, which speaks of the moment it was seen. */
export function freshnessOf(period: Period | null, seen: number): Freshness {
  if (period === null) return { kind: "counter", days: 0 };
  const days = dayNumber(shanghaiDay(seen)) - dayNumber(period.to);
  return { kind: days <= 0 ? "running" : days === 1 ? "next_day" : "later", days: Math.max(0, days) };
}
