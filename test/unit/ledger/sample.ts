import "fake-indexeddb/auto";
import type {
  Observation,
  ObservedEntity,
  ObservedReading,
  StatedPeriod,
  Value,
} from "../../../src/console/observation";
import { Connection, type Unseal } from "../../../src/ledger/connection";
import type { Capture } from "../../../src/ledger/keep";
import { type Ledger, openLedger } from "../../../src/ledger/ledger";
import { metricEntry } from "../../../src/ledger/vocabulary";
import { createWriter, type LedgerWriter } from "../../../src/ledger/writer";

let opened = 0;

/** A ledger of its own for a test. */
export function freshLedger(unseal?: Unseal): { connection: Connection; ledger: Ledger; writer: LedgerWriter } {
  opened += 1;
  const connection = new Connection(`test-${opened}-${process.pid}`, undefined, unseal);
  return { connection, ledger: openLedger(connection), writer: createWriter(connection) };
}

/** An instant of Shanghai wall time, `2026-11-21T10:00`. */
export const shanghai = (wall: string): number => Date.parse(`${wall}+08:00`);

export const capture = (wall: string, tab: number | null = 1): Capture => ({
  at: shanghai(wall),
  tab,
  reader: "0.1.0",
});

export const yesterday: StatedPeriod = { kind: "relative", endsDaysAgo: 1, days: 1 };

export const exact = (value: number | string): Value => ({ precision: "exact", value });

/** A reading of an entity by index, in the unit of its metric. */
export function reading(
  entity: number,
  metric: string,
  value: Value | number | string,
  period: StatedPeriod | null = null,
): ObservedReading {
  const unit = metricEntry(metric)?.unit ?? "count";
  return { entity, metric, unit, value: typeof value === "object" ? value : exact(value), period };
}

export function observation(
  entities: readonly ObservedEntity[],
  readings: readonly ObservedReading[],
  more: Partial<Observation> = {},
): Observation {
  return {
    page: "post_list",
    state: "ok",
    url: "https://channels.weixin.qq.com/platform/post/list",
    account: { id: "v2_test", name: "山里人家" },
    period: null,
    entities,
    readings,
    unknownLabels: [],
    failed: [],
    complete: true,
    ...more,
  };
}

export const video = (name: string, publishedAt?: string): ObservedEntity => ({
  type: "video",
  id: null,
  name,
  ...(publishedAt === undefined ? {} : { publishedAt }),
});

/** A shop's card page of one day. */
export const shopDay = (gmv: number, more: Partial<Observation> = {}): Observation =>
  observation([{ type: "shop", id: null, name: null }], [reading(0, "pay_gmv", gmv, yesterday)], {
    page: "shop_data",
    url: "https://store.weixin.qq.com/shop/data",
    account: { id: null, name: "山里人家旗舰店" },
    period: yesterday,
    ...more,
  });
