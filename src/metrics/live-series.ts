import type { Period } from "../console/observation";
import type { EntityKey, EntityRecord, StoredReading } from "../ledger/model";
import { shanghaiDay } from "./calendar";
import type { DerivedPoint, DerivedSeries } from "./derived";
import { groupBy } from "./group-by";
import { type LedgerView, seenAt } from "./ledger-view";
import { findMetric } from "./registry";

/** Metrics that a live has and its account is asked for. */
export const LIVE_METRICS = ["average_watch_seconds", "max_online_uv"] as const;

/** Own lives of an account: each metric as a line with a point for each day that had a live, the day's last one. */
export function liveSeries(account: EntityRecord, lives: LedgerView): DerivedSeries[] {
  if (account.type !== "account") return [];
  const own = lives.readings.filter(({ entity }) => isOwn(lives.entities.get(entity), account.key));
  return LIVE_METRICS.flatMap((metric): DerivedSeries[] => {
    const byLive = groupBy(
      own.filter((reading) => reading.metric === metric),
      ({ entity }) => entity,
    );
    const newest = [...byLive.values()].flatMap((readings) => readings.at(-1) ?? []);
    const started = newest
      .map((reading) => ({ reading, at: startOf(lives, reading) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    const byDay = new Map(
      started.map(({ reading, at }) => [at.slice(0, 10), pointOf(lives, reading, at.slice(0, 10))]),
    );
    const unit = findMetric(metric)?.unit ?? "count";
    return byDay.size === 0 ? [] : [{ entity: account.key, metric, kind: "day", unit, points: [...byDay.values()] }];
  });
}

/** Days that had an own live, each as a period, oldest first. */
export function liveDays(lives: LedgerView): Period[] {
  const days = new Set(
    [...lives.entities.values()]
      .filter(({ type, owner, publishedAt }) => type === "live" && owner === null && publishedAt !== null)
      .map(({ publishedAt }) => (publishedAt ?? "").slice(0, 10)),
  );
  return [...days].sort().map((day) => ({ from: day, to: day }));
}

const isOwn = (live: EntityRecord | undefined, account: EntityKey): boolean =>
  live?.type === "live" && live.owner === null && (live.account === null || live.account === account);

/** When the live began, as far as it is known; else the day it was seen on. */
const startOf = (lives: LedgerView, reading: StoredReading): string =>
  lives.entities.get(reading.entity)?.publishedAt ?? shanghaiDay(seenAt(lives, reading));

const pointOf = (lives: LedgerView, reading: StoredReading, day: string): DerivedPoint => ({
  period: { from: day, to: day },
  value: reading.value,
  seen: seenAt(lives, reading),
  snapshot: reading.snapshot,
  partial: false,
  inputs: [],
});
