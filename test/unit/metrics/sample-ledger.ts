import type { EntityType, PageKind, Period, Unit, Value } from "../../../src/console/observation";
import type { EntityKey, EntityRecord, Snapshot, StoredReading } from "../../../src/ledger/model";
import type { LedgerView } from "../../../src/metrics/ledger-view";

/** A Shanghai wall time as an instant: `at("2026-11-20 09:30")`. */
export const at = (wall: string): number => Date.parse(`${wall.replace(" ", "T")}:00+08:00`);

export const exact = (value: number | string): Value => ({ precision: "exact", value });
export const rounded = (value: number, step: number): Value => ({ precision: "rounded", value, step });
export const range = (min: number | null, max: number | null): Value => ({ precision: "range", min, max });

export const days = (from: string, to: string): Period => ({ from, to });
export const day = (date: string): Period => ({ from: date, to: date });

interface Capture {
  readonly at: string;
  readonly page?: PageKind;
  readonly url?: string;
  readonly complete?: boolean;
  readonly state?: Snapshot["state"];
  readonly account?: EntityKey;
  readonly accountName?: string;
  /** Seen again later, with the same content. */
  readonly again?: string;
  readonly rows: readonly (readonly [entity: EntityKey, metric: string, value: Value, period?: Period])[];
}

/** A store's rows built up capture by capture. */
export class Ledger implements LedgerView {
  readonly readings: StoredReading[] = [];
  readonly entities = new Map<EntityKey, EntityRecord>();
  readonly snapshots = new Map<string, Snapshot>();

  entity(key: EntityKey, name: string | null, more: Partial<EntityRecord> = {}): this {
    const [type, id] = [key.slice(0, key.indexOf(":")) as EntityType, key.slice(key.indexOf(":") + 1)];
    this.entities.set(key, {
      key,
      type,
      id: id.startsWith("#") ? null : id,
      name,
      owner: null,
      account: null,
      link: null,
      publishedAt: null,
      firstSeen: 0,
      lastSeen: 0,
      ...more,
    });
    return this;
  }

  capture({ rows, ...capture }: Capture): this {
    const id = `s${this.snapshots.size}`;
    const first = at(capture.at);
    this.snapshots.set(id, {
      id,
      page: capture.page ?? "home",
      state: capture.state ?? "ok",
      url: capture.url ?? "https://channels.weixin.qq.com/platform",
      account: capture.account ?? null,
      accountName: capture.accountName ?? null,
      day: capture.at.slice(0, 10),
      period: null,
      complete: capture.complete ?? true,
      firstSeen: first,
      lastSeen: capture.again ? at(capture.again) : first,
      readingCount: rows.length,
      reader: "test",
    });
    for (const [entity, metric, value, period] of rows) {
      const unit: Unit = typeof (value as { value?: unknown }).value === "string" ? "text" : "count";
      this.readings.push({ snapshot: id, entity, metric, unit, value, period: period ?? null, at: first });
    }
    return this;
  }
}
