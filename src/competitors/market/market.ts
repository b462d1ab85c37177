import type { Interval } from "../../metrics/interval";
import { concentrationRatio, herfindahl } from "./concentration";
import { priceOverlap } from "./overlap";
import { type BandCount, histogram, type PriceBand } from "./price-bands";
import type { SellerGoods } from "./seller-goods";

/** What the goods of one seller come to. Null where nothing was sold for certain, or no price was read. */
export interface Structure {
  readonly goods: number;
  readonly priced: number;
  readonly counted: number;
  readonly cr1: Interval | null;
  readonly cr3: Interval | null;
  readonly cr10: Interval | null;
  /** 0 … 1. */
  readonly hhi: Interval | null;
  readonly bands: readonly BandCount[];
}

/** Concentration over pieces sold, and the histogram of prices over the bands. */
export function structureOf({ goods }: SellerGoods, bands: readonly PriceBand[]): Structure {
  const sold = goods.flatMap((each) => each.sold ?? []);
  const prices = pricesOf({ goods });
  return {
    goods: goods.length,
    priced: prices.length,
    counted: sold.length,
    cr1: concentrationRatio(sold, 1),
    cr3: concentrationRatio(sold, 3),
    cr10: concentrationRatio(sold, 10),
    hhi: herfindahl(sold),
    bands: histogram(prices, bands),
  };
}

export const pricesOf = ({ goods }: Pick<SellerGoods, "goods">): readonly Interval[] =>
  goods.flatMap((each) => each.price ?? []);

/** A square of what holds between each two of some sellers; null on the diagonal and where nothing can be said. */
export type Matrix = readonly (readonly (Interval | null)[])[];

/** `between` is asked once for each pair and holds both ways. */
export function matrixOf(count: number, between: (a: number, b: number) => Interval | null): Matrix {
  const rows: (Interval | null)[][] = Array.from({ length: count }, () => Array.from({ length: count }, () => null));
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const value = between(a, b);
      (rows[a] as (Interval | null)[])[b] = value;
      (rows[b] as (Interval | null)[])[a] = value;
    }
  }
  return rows;
}

/** Price overlap of each two sellers over the same bands. */
export function overlapMatrix(sellers: readonly SellerGoods[], bands: readonly PriceBand[]): Matrix {
  const counts = sellers.map((seller) => histogram(pricesOf(seller), bands));
  return matrixOf(sellers.length, (a, b) => priceOverlap(counts[a] ?? [], counts[b] ?? []));
}
