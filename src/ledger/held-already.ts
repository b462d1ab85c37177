import { blockOf, daysIn } from "./blocks";
import type { Brought, BroughtReading } from "./brought";
import { dayNumber, parseDay } from "./day";
import type { ReadTx } from "./decode";
import type { EntityStore } from "./entity-lookup";
import { packPeriod, packValue, plainMetric, sameValue } from "./pack";
import { pageEntities } from "./page-entities";
import { dayKey, lastDayKey, type PackedPeriod, type PackedValue } from "./records";
import { Register } from "./register";

/** What the store holds of a reading's thing, metric and days: the same value, another one, or nothing. */
export type Held = "same" | "other" | null;

/**
 * Of each reading of what is brought, whether the store holds one like it, from whatever page or table: of the same thing
 * and metric, over the same period, or without one on the same day. `at`: now, ms. Nothing is written.
 */
export async function heldAlready(tx: ReadTx, brought: Brought, at: number): Promise<readonly Held[]> {
  const { account, entities, readings } = brought;
  // It only reads until it is flushed.
  const register = new Register(tx.objectStore("entities") as unknown as EntityStore, at);
  const { rows } = await pageEntities(register, {
    account,
    ownType: account?.type ?? "account",
    ofOthers: account === null,
    entities,
  });
  const firstMade = register.changes().made?.[0] ?? Number.POSITIVE_INFINITY;
  const known = rows.map(({ n }) => (n < firstMade ? n : null));
  const numbers = [...new Set(known.flatMap((n) => n ?? []))];
  const today = dayNumber(at);
  const since = readings.reduce((least, { period, day }) => Math.min(least, parseDay(period?.to ?? day)), today);
  const values = await valuesSince(tx, numbers, since);
  return readings.map((reading) => {
    const n = known[reading.entity] ?? null;
    const held =
      n === null ? undefined : values.get(keyOf(n, reading.metric, packPeriod(reading.period), dayOf(reading, today)));
    if (held === undefined) return null;
    return held.some((value) => sameValue(value, packValue(reading.value))) ? "same" : "other";
  });
}

/** As an import is filed: none lies after today. */
const dayOf = ({ day }: BroughtReading, today: number): number => Math.min(parseDay(day), today);

/** A value over a period is the same one on whatever day it was shown. */
const keyOf = (n: number, metric: string, period: PackedPeriod, day: number): string =>
  `${n} ${metric} ${period === null ? day : period.join("-")}`;

/** Values that days since `since` hold, by {@link keyOf}. A number cannot have been shown before its period was over or begun to its last day. */
async function valuesSince(
  tx: ReadTx,
  numbers: readonly number[],
  since: number,
): Promise<ReadonlyMap<string, readonly PackedValue[]>> {
  const store = tx.objectStore("dayBlocks");
  const values = new Map<string, PackedValue[]>();
  const blocks = [...new Set(numbers.map(blockOf))];
  const rows = await Promise.all(
    blocks.map((block) => store.getAll(IDBKeyRange.bound(dayKey(block, since), lastDayKey(block)))),
  );
  const byBlock = new Map(blocks.map((block, at) => [block, rows[at] ?? []]));
  const days = numbers.flatMap((n) =>
    [...daysIn(byBlock.get(blockOf(n)) ?? [], n)].map(({ day, cells }) => ({ n, day, cells })),
  );
  for (const { n, day, cells } of days)
    for (const [metric, period, value] of cells) {
      const key = keyOf(n, plainMetric(metric), period, day);
      const held = values.get(key);
      if (held === undefined) values.set(key, [value]);
      else held.push(value);
    }
  return values;
}
