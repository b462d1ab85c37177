import { type LabelHit, meaningFor } from "./labels";
import { type Shown, valueFor } from "./numbers";
import type { Entity, ObservedEntity, ObservedReading, StatedPeriod, Unit, Value } from "./observation";

/** A reading with the text it was read from, until periods are settled. */
export interface Draft {
  readonly entity: number;
  readonly metric: string;
  readonly unit: Unit;
  readonly value: Value;
  /** Said by the row or the label itself; undefined leaves it to the page. */
  readonly period: StatedPeriod | null | undefined;
  readonly token: number;
}

/** Metrics that may be below zero. */
const SIGNED = /^net_|^follow_count$/;
/** How a thing stands now, whatever period the page is set to. */
const STANDING =
  /^(follower_count|price|stock|sold_count|product_status|commission_rate|talent_score|talent_categories|audience_\w+)$/;

const OF_ALL_DAYS = /^(total_)?sold_count$/;

const LONGEST_WORD = 2_000;

/** True for a stock, a price, a count of followers: no period is said of them. */
export const isStanding = (metric: string): boolean => STANDING.test(metric);

/** Collects readings, one entity once, one value per entity, metric and period. */
export class Report {
  readonly entities: ObservedEntity[] = [];
  drafts: Draft[] = [];
  private readonly keys = new Map<string, number>();
  private readonly called = new Map<string, number[]>();
  private last: readonly [ObservedEntity, number] | null = null;

  entity(whole: ObservedEntity): number {
    // A row's readings are of one thing, and come one after the other.
    if (this.last?.[0] !== whole) this.last = [whole, this.indexOf(whole)];
    return this.last[1];
  }

  private indexOf(whole: ObservedEntity): number {
    const entity = fitting(whole);
    const key = JSON.stringify([entity.type, entity.id, entity.name, entity.owner ?? null, entity.publishedAt ?? null]);
    let index = this.keys.get(key);
    if (index === undefined) {
      index = this.knownAs(entity);
      this.keys.set(key, index);
    }
    return index;
  }

  /** The one thing of that name that may be the same, of which more is known now: a row, and what is opened beside it. */
  private knownAs(entity: ObservedEntity): number {
    const name = JSON.stringify([entity.type, entity.name, entity.owner ?? null]);
    const namesakes = this.called.get(name) ?? [];
    const [at, another] = namesakes.filter((each) => mayBeOne(this.entities[each] as ObservedEntity, entity));
    const known = at === undefined || another !== undefined ? undefined : this.entities[at];
    if (!known || at === undefined) {
      this.called.set(name, [...namesakes, this.entities.length]);
      return this.entities.push(entity) - 1;
    }
    this.entities[at] = { ...entity, ...known, id: known.id ?? entity.id };
    return at;
  }

  /** Adds a number under a label, if the label means something for that entity and the number fits it. */
  add(entity: ObservedEntity, hit: LabelHit, shown: Shown, token: number, period?: StatedPeriod | null): boolean {
    const meaning = meaningFor(hit, entity.type);
    let value = meaning && valueFor(shown, meaning.unit, hit.hint, SIGNED.test(meaning.metric));
    // 近7天销量 is another figure than 销量, which is of all days.
    if (!meaning || !value || ((hit.period || period) && OF_ALL_DAYS.test(meaning.metric))) return false;
    // 高于 72.5 % of the others is the percentile, not a tier.
    if (meaning.metric === "beat_percentile" && value.precision === "range" && value.max === null && value.min !== null)
      value = { precision: "exact", value: value.min };
    this.put(entity, meaning.metric, meaning.unit, value, token, hit.period ?? period);
    return true;
  }

  put(
    entity: ObservedEntity,
    metric: string,
    unit: Unit,
    value: Value,
    token: number,
    period?: StatedPeriod | null,
  ): void {
    // A word is short; what is not would cost the whole page.
    if (String((value as { value?: unknown }).value ?? "").length > LONGEST_WORD) return;
    this.drafts.push({
      entity: this.entity(entity),
      metric,
      unit,
      value,
      period: isStanding(metric) ? null : period,
      token,
    });
  }

  /** Takes back what passes; `k` counts from the first draft on. */
  drop(passes: (draft: Draft, k: number) => boolean): void {
    this.drafts = this.drafts.filter((draft, k) => !passes(draft, k));
  }

  /**
   * One reading per entity, metric and period. The same thing shown twice is one; shown exactly and rounded, the exact
   * one counts; two different numbers for one thing leave none, and are reported.
   */
  *settle(
    periodOf: (draft: Draft) => StatedPeriod | null,
  ): Generator<void, { readings: ObservedReading[]; conflicts: number }, void> {
    const kept = new Map<string, ObservedReading | null>();
    for (const [k, draft] of this.drafts.entries()) {
      if (k % 128 === 127) yield;
      const period = draft.period === undefined ? periodOf(draft) : draft.period;
      const key = JSON.stringify([draft.entity, draft.metric, period]);
      const reading = { entity: draft.entity, metric: draft.metric, unit: draft.unit, value: draft.value, period };
      const known = kept.get(key);
      if (known === undefined) kept.set(key, reading);
      else if (known && !same(known.value, draft.value)) kept.set(key, finer(known, reading));
    }
    const readings = [...kept.values()].filter((reading) => reading !== null);
    return { readings, conflicts: kept.size - readings.length };
  }
}

/** They have one name, and what they say of their id and day does not differ, where both say it. */
export const mayBeOne = (a: ObservedEntity, b: ObservedEntity): boolean =>
  a.name !== null &&
  a.name === b.name &&
  (a.id === b.id || a.id === null || b.id === null) &&
  (!a.publishedAt ||
    !b.publishedAt ||
    a.publishedAt.startsWith(b.publishedAt) ||
    b.publishedAt.startsWith(a.publishedAt));

/** What the worker takes: one endless name or address must not cost the whole page. */
function fitting(entity: ObservedEntity): ObservedEntity {
  const { link, ...rest } = entity;
  return {
    ...rest,
    id: entity.id && entity.id.length <= 200 ? entity.id : null,
    name: entity.name?.slice(0, 20_000) ?? null,
    ...(link && link.length <= 2_000 ? { link } : {}),
  };
}

const same = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

function finer(a: ObservedReading, b: ObservedReading): ObservedReading | null {
  const [exact, rounded] = a.value.precision === "exact" ? [a, b] : [b, a];
  if (exact.value.precision !== "exact" || rounded.value.precision !== "rounded") return null;
  return Math.abs(Number(exact.value.value) - rounded.value.value) <= rounded.value.step ? exact : null;
}

/** A thing of a list, with what else its texts and links say of it; goods on another account's page belong to `owner`. */
export function thingOf(
  named: Pick<ObservedEntity, "type" | "id" | "name">,
  link: { readonly href: string } | null,
  publishedAt: string | null,
  owner: Entity | null = null,
): ObservedEntity {
  return {
    ...named,
    ...(owner ? { owner: { type: owner.type, id: owner.id, name: owner.name } } : {}),
    ...(link ? { link: link.href } : {}),
    ...(publishedAt ? { publishedAt } : {}),
  };
}
