import type { EntityRecord } from "../ledger/model";
import type { NoteKinds } from "../ledger/note-kinds";
import type { Anomaly } from "./anomaly";
import { dayNumber, shanghaiDay } from "./calendar";
import type { Dashboard, DashboardEntry } from "./dashboard";
import type { KpiCard } from "./kpi-card";
import { isMet } from "./playbook";

/** Which alerts are on, and when nothing is shown: from `quietFrom` up to `quietTo`; the same hour twice is no quiet time. */
export type AlertSettings = NoteKinds["alerts"];

export const DEFAULT_ALERTS: AlertSettings = {
  target: false,
  anomaly: false,
  stale: false,
  quietFrom: 22,
  quietTo: 8,
  digest: null,
};

interface Cause {
  /** The same for the same cause, however often it is found. */
  readonly cause: string;
  readonly house: EntityRecord;
}
export type Alert =
  /** A target was certainly reached or lost between the last two periods. */
  | (Cause & { readonly kind: "target"; readonly card: KpiCard; readonly met: boolean })
  /** A day stands out; `others` more metrics of the house moved the same way on it. */
  | (Cause & { readonly kind: "anomaly"; readonly card: KpiCard; readonly anomaly: Anomaly; readonly others: number })
  /** Nothing of the house was seen for days. */
  | (Cause & { readonly kind: "stale"; readonly days: number });

/** Days without a look until the user is reminded. */
const STALE_DAYS = 3;

/** Everything there is to tell now. Nothing from rounded noise: a target is crossed only when both sides are certain. */
export function alertsOf({ houses }: Dashboard, now: number): Alert[] {
  return houses.flatMap(({ house, entries }) => [
    ...entries.flatMap((entry) => targetAlert(house, entry) ?? []),
    ...anomalyAlerts(house, entries),
    ...(staleAlert(house, entries, now) ?? []),
  ]);
}

function targetAlert(house: EntityRecord, { card }: DashboardEntry): Alert | null {
  const { target, period, series } = card;
  const before = series.at(-2);
  if (!target || target.content !== null || target.met === null || !before) return null;
  const wasMet = isMet({ op: target.comparison, value: target.value }, before.value);
  if (wasMet === null || wasMet === target.met) return null;
  const day = period?.to ?? shanghaiDay(card.at);
  const cause = `target ${house.key} ${card.metric} ${target.value} ${day} ${target.met}`;
  return { kind: "target", cause, house, card, met: target.met };
}

/** GMV, orders and buyers fall together: that is one cause, told by the metric that stands out most. */
function anomalyAlerts(house: EntityRecord, entries: readonly DashboardEntry[]): Alert[] {
  return (["up", "down"] as const).flatMap((direction): Alert[] => {
    const found = entries.flatMap(({ card, anomaly }) => (anomaly?.direction === direction ? [{ card, anomaly }] : []));
    const days = found.map(({ anomaly }) => anomaly.day).sort();
    const newest = days.at(-1);
    const same = found.filter(({ anomaly }) => anomaly.day === newest);
    const [first] = same.sort((a, b) => Math.abs(b.anomaly.z) - Math.abs(a.anomaly.z));
    if (!first) return [];
    const cause = `anomaly ${house.key} ${newest} ${direction}`;
    return [{ kind: "anomaly", cause, house, ...first, others: same.length - 1 }];
  });
}

function staleAlert(house: EntityRecord, entries: readonly DashboardEntry[], now: number): Alert[] | null {
  const last = Math.max(0, ...entries.map(({ card }) => card.at));
  if (last === 0) return null;
  const day = shanghaiDay(last);
  const days = dayNumber(shanghaiDay(now)) - dayNumber(day);
  return days < STALE_DAYS ? null : [{ kind: "stale", cause: `stale ${house.key} ${day}`, house, days }];
}

/**
 * What of it is to be shown at this hour: kinds that are on, causes that were not told before, none in quiet hours
 * (they are found again later), with a digest only from its hour on and once a day.
 */
export function toShow(
  alerts: readonly Alert[],
  settings: AlertSettings,
  /** Causes told, with the Shanghai day they were told on. */
  told: ReadonlyMap<string, string>,
  now: number,
): readonly Alert[] {
  if (isSilent(settings, told, now)) return [];
  return alerts.filter(({ kind, cause }) => settings[kind] && !told.has(cause));
}

/** Nothing is shown at this hour, whatever there is to tell. */
export function isSilent(settings: AlertSettings, told: ReadonlyMap<string, string>, now: number): boolean {
  const hour = shanghaiHour(now);
  if (isQuiet(settings, hour)) return true;
  return settings.digest !== null && (hour < settings.digest || [...told.values()].includes(shanghaiDay(now)));
}

const shanghaiHour = (at: number): number => Math.floor((at / 3_600_000 + 8) % 24);

function isQuiet({ quietFrom, quietTo }: AlertSettings, hour: number): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}
