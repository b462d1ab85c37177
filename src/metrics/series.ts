import type { Period, Unit, Value } from "../console/observation";
import { dayNumber as shanghaiDayNumber } from "../ledger/day";
import type { EntityKey, StoredReading } from "../ledger/model";
import { dayNumber, dayText, type PeriodKind, periodKindOf } from "./calendar";
import { compare, intervalOf, sameValue } from "./interval";
import { estimatorOf, type LedgerView, seenAt } from "./ledger-view";

/** What was said of a period before it was corrected. */
export type Earlier = Pick<Point, "value" | "seen" | "snapshot">;

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
  /** The newest word before, when the period was over already and that certainly said another number. */
  readonly was?: Earlier;
}

export interface Series {
  readonly entity: EntityKey;
  readonly metric: string;
  readonly kind: PeriodKind;
  readonly unit: Unit;
  /** The third party whose estimates they are: never one line with what the console or another one says. */
  readonly estimate?: string;
  /** Oldest period first, one point each. */
  readonly points: readonly Point[];
}

/** A point in the making. `clash`: its page said two things of the period, so neither is known. */
type Slot = { -readonly [K in keyof Point]: Point[K] } & {
  /** Last day of the period, then its length, in one number. */
  order: number;
  clash: boolean;
  /** Words on the same period, once it was over, that this one took the place of. */
  earlier?: readonly Slot[];
};

interface Draft extends Omit<Series, "points"> {
  readonly points: Slot[];
  hasClash: boolean;
  hasEarlier: boolean;
}

/** Longer than any period that a console offers, in days. */
const SPAN = 10_000;

/** Readings by entity, metric and kind of period, in order of first appearance. */
export function seriesOf(readings: Iterable<StoredReading>, view: LedgerView): Series[] {
  const drafts: Draft[] = [];
  const byEntity = new Map<EntityKey, Map<string, Draft[]>>();
  for (const reading of readings) {
    const slot = slotOf(reading, seenAt(view, reading));
    const kind = reading.period === null ? "none" : periodKindOf(slot.order % SPAN);
    let byMetric = byEntity.get(reading.entity);
    if (!byMetric) {
      byMetric = new Map();
      byEntity.set(reading.entity, byMetric);
    }
    let kinds = byMetric.get(reading.metric);
    if (!kinds) {
      kinds = [];
      byMetric.set(reading.metric, kinds);
    }
    const estimate = estimatorOf(view, reading);
    let draft = kinds.find((each) => each.kind === kind && each.estimate === estimate);
    if (!draft) {
      const { entity, metric, unit } = reading;
      draft = {
        entity,
        metric,
        kind,
        unit,
        points: [],
        hasClash: false,
        hasEarlier: false,
        ...(estimate === undefined ? {} : { estimate }),
      };
      kinds.push(draft);
      drafts.push(draft);
    }
    place(draft, slot);
  }
  for (const draft of drafts) {
    if (draft.hasClash) dropClashes(draft.points);
    if (draft.hasEarlier) for (const point of draft.points) tellEarlier(point);
  }
  return drafts;
}

function slotOf({ period, value, snapshot }: StoredReading, seen: number): Slot {
  const captured = shanghaiDayNumber(seen);
  if (period === null) {
    const order = captured * SPAN + 1;
    return { period: singleDay(captured), value, seen, snapshot, partial: false, order, clash: false };
  }
  const to = dayNumber(period.to);
  const order = to * SPAN + (to - dayNumber(period.from) + 1);
  return { period, value, seen, snapshot, partial: to >= captured, order, clash: false };
}

/** Readings mostly come oldest first, so the place is looked for from the end. */
function place(draft: Draft, slot: Slot): void {
  const { points } = draft;
  let at = points.length;
  while (at > 0 && (points[at - 1]?.order ?? 0) > slot.order) at--;
  const held = points[at - 1];
  if (held?.order !== slot.order) {
    if (at === points.length) points.push(slot);
    else points.splice(at, 0, slot);
  } else if (held.snapshot === slot.snapshot) {
    held.clash ||= !sameValue(held.value, slot.value);
    draft.hasClash ||= held.clash;
  } else {
    const [newer, older] = isLater(slot, held) ? [slot, held] : [held, slot];
    // A counter moves on within its day: that is no correction.
    const earlier = draft.kind === "none" || older.partial ? (held.earlier ?? []) : [...(held.earlier ?? []), older];
    if (earlier.length > 0) newer.earlier = earlier;
    draft.hasEarlier ||= earlier.length > 0;
    points[at - 1] = newer;
  }
}

const isLater = (a: Earlier, b: Earlier): boolean => a.seen > b.seen || (a.seen === b.seen && a.snapshot > b.snapshot);

function tellEarlier(point: Slot): void {
  const others = (point.earlier ?? []).filter((each) => !each.clash && isOther(point.value, each.value));
  const [newest] = others.sort((a, b) => (isLater(a, b) ? -1 : 1));
  if (newest) point.was = { value: newest.value, seen: newest.seen, snapshot: newest.snapshot };
}

/** A finer word on the same number is none. */
function isOther(a: Value, b: Value): boolean {
  const [now, before] = [intervalOf(a), intervalOf(b)];
  const verdict = now && before ? compare(now, before) : "open";
  return verdict === "up" || verdict === "down";
}

function dropClashes(points: Slot[]): void {
  const kept = points.filter((slot) => !slot.clash);
  points.splice(0, points.length, ...kept);
}

const days = new Map<number, Period>();

function singleDay(number: number): Period {
  const known = days.get(number);
  if (known) return known;
  const day = dayText(number);
  const period = { from: day, to: day };
  days.set(number, period);
  return period;
}
