import type { Period, Unit, Value } from "../console/observation";
import type { EntityKey, StoredReading } from "../ledger/model";
import { type PeriodKind, periodKind, shanghaiDay } from "./calendar";
import { sameValue } from "./interval";
import { type LedgerView, seenAt } from "./ledger-view";

/** The newest word on one period: a later capture of the same period is a revision and takes its place. */
export interface Point {
  /** The period spoken of; for a counter without one, the Shanghai day of capture. */
  readonly period: Period;
  readonly value: Value;
  /** When it was last on screen, ms. */
  readonly seen: number;
  readonly snapshot: string;
  /** Captured before its period was over. */
  readonly partial: boolean;
}

export interface Series {
  readonly entity: EntityKey;
  readonly metric: string;
  readonly kind: PeriodKind;
  readonly unit: Unit;
  /** Oldest period first, one point each. */
  readonly points: readonly Point[];
}

/** `clash`: one page said two things of it, so neither is known. */
type Slot = Point & { readonly clash: boolean };
type Draft = Omit<Series, "points"> & { readonly slots: Map<string, Slot> };

/** Readings by entity, metric and kind of period, in order of first appearance. */
export function seriesOf(readings: Iterable<StoredReading>, view: LedgerView): Series[] {
  const drafts = new Map<EntityKey, Map<string, Draft>>();
  const kinds = new Map<string, PeriodKind>();
  for (const reading of readings) {
    const { entity, period, metric, unit } = reading;
    const kind = period === null ? "none" : grow(kinds, slotOf(period), () => periodKind(period));
    const ofEntity = grow(drafts, entity, () => new Map<string, Draft>());
    const draft = grow(ofEntity, `${metric} ${kind}`, () => ({ entity, metric, kind, unit, slots: new Map() }));
    place(draft, reading, seenAt(view, reading));
  }
  return [...drafts.values()].flatMap((ofEntity) =>
    [...ofEntity.values()].map(({ slots, ...series }) => ({ ...series, points: pointsOf(slots) })),
  );
}

function grow<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Sorts as its period does: by the last day, then by the first. */
const slotOf = (period: Period): string => period.to + period.from;

const pointsOf = (slots: Draft["slots"]): readonly Point[] =>
  [...slots.values()].filter((slot) => !slot.clash).sort(byPeriod);

function place(draft: Draft, reading: StoredReading, seen: number): void {
  const day = shanghaiDay(seen);
  const period = reading.period ?? { from: day, to: day };
  const slot = slotOf(period);
  const held = draft.slots.get(slot);
  const { value, snapshot } = reading;
  if (held && held.snapshot === snapshot) {
    if (!sameValue(held.value, value)) draft.slots.set(slot, { ...held, clash: true });
  } else if (!held || seen > held.seen || (seen === held.seen && snapshot > held.snapshot)) {
    const partial = reading.period !== null && period.to >= day;
    draft.slots.set(slot, { period, value, seen, snapshot, partial, clash: false });
  }
}

const byPeriod = (a: Point, b: Point): number => (slotOf(a.period) < slotOf(b.period) ? -1 : 1);
