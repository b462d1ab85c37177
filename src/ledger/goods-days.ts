import type { Value } from "../console/observation";
import { isoDay } from "./day";
import { type ReadTx, toSnapshot } from "./decode";
import { hasPeriods, MARKET_METRICS, slotsOf } from "./goods-digest";
import { lookedAt, type ShelfAsk } from "./looked-at";
import type { Snapshot } from "./model";
import { unpackValue } from "./pack";
import type { PackedValue, ReadingsRow } from "./records";
import { gather, readingOf, type ShelfReading, standing } from "./shelves";

/**
 * Shelves of goods alone, by what a comparison of many sellers over weeks needs: tens of thousands of goods, so the
 * values stay packed until they are asked for. The same is told as by the shelves themselves.
 */

export type GoodsMetric = (typeof MARKET_METRICS)[number];

export interface GoodsDay {
  readonly day: string;
  readonly goods: readonly ShownGoods[];
  readonly pages: readonly Snapshot[];
}

export interface ShownGoods {
  readonly n: number;
  /** The day's last reading that speaks of no period, else the one seen last. */
  value(metric: GoodsMetric): Value | null;
  /** Pages of the first and the last of its metrics; indices into {@link GoodsDay.pages}. */
  readonly firstPage: number;
  readonly lastPage: number;
}

/** Oldest day first for each ask, whose `metrics` is not looked at. */
export async function goodsDaysOf(tx: ReadTx, asks: readonly ShelfAsk[]): Promise<readonly (readonly GoodsDay[])[]> {
  return (await lookedAt(tx, asks)).map(({ sellers, days }) =>
    days.map(({ day, looks }) => {
      const rows = looks.map(([, readings]) => readings);
      return {
        day: isoDay(day),
        goods: goodsOn(rows, sellers),
        pages: looks.map(([row]) => toSnapshot(row)),
      };
    }),
  );
}

/** What a day's pages, the one seen last last, say of the goods on the sellers' shelves. */
const goodsOn = (rows: readonly ReadingsRow[], sellers: ReadonlySet<number>): readonly ShownGoods[] =>
  rows.some(hasPeriods) ? goodsByPeriod(rows, sellers) : goodsOf(rows, sellers);

/** What each good's metrics said last, where none speaks of a period. */
class PackedGoods implements ShownGoods {
  readonly #values: (PackedValue | undefined)[] = [undefined, undefined, undefined];
  readonly #pages = [-1, -1, -1];
  #first = -1;
  #last = -1;

  constructor(readonly n: number) {}

  put(slot: number, value: PackedValue, page: number): void {
    if (this.#pages[slot] === -1) {
      if (this.#first === -1) this.#first = slot;
      this.#last = slot;
    }
    this.#values[slot] = value;
    this.#pages[slot] = page;
  }

  value(metric: GoodsMetric): Value | null {
    const packed = this.#values[MARKET_METRICS.indexOf(metric)];
    return packed === undefined ? null : unpackValue(packed);
  }
  get firstPage(): number {
    return this.#pages[this.#first] ?? 0;
  }
  get lastPage(): number {
    return this.#pages[this.#last] ?? 0;
  }
}

function goodsOf(rows: readonly ReadingsRow[], sellers: ReadonlySet<number>): readonly ShownGoods[] {
  const found = new Map<number, PackedGoods>();
  rows.forEach((row, page) => {
    const isOf = standing(row, sellers);
    const slots = slotsOf(row);
    const byIndex: (PackedGoods | undefined)[] = isOf.map(() => undefined);
    for (let at = 0; at < row.rows.length; at += 4) {
      const entity = row.rows[at] as number;
      const slot = slots[row.rows[at + 1] as number] ?? -1;
      if (slot === -1 || slot >= MARKET_METRICS.length || !isOf[entity]) continue;
      let goods = byIndex[entity];
      if (goods === undefined) {
        const n = row.entities[entity * 4] as number;
        goods = found.get(n) ?? new PackedGoods(n);
        byIndex[entity] = goods;
        found.set(n, goods);
      }
      goods.put(slot, row.rows[at + 3] as PackedValue, page);
    }
  });
  return [...found.values()];
}

/** Imports speak of periods: then the readings are told apart one by one. */
function goodsByPeriod(rows: readonly ReadingsRow[], sellers: ReadonlySet<number>): readonly ShownGoods[] {
  const items = new Map<number, Map<string, ShelfReading>>();
  rows.forEach((row, page) => {
    gather(items, row, page, sellers, MARKET_METRICS);
  });
  return [...items].map(([n, byKey]) => {
    const readings = [...byKey.values()];
    return {
      n,
      value: (metric) => readingOf(readings, metric)?.value ?? null,
      firstPage: readings[0]?.page ?? 0,
      lastPage: readings.at(-1)?.page ?? 0,
    };
  });
}
