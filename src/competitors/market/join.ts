import { type Matrix, matrixOf } from "./market";
import { jaccard } from "./overlap";
import { type ReadGoods, type SamePair, sameGoods, type Verdicts } from "./same-goods";

/** The pairs of same goods of each two sellers: `pairs[a][b]` for a < b. */
export type PairTable = ReadonlyMap<number, ReadonlyMap<number, readonly SamePair[]>>;

export function pairTable(sellers: readonly (readonly ReadGoods[])[], said: Verdicts): PairTable {
  const table = new Map<number, Map<number, readonly SamePair[]>>();
  sellers.forEach((ours, a) => {
    const row = new Map<number, readonly SamePair[]>();
    sellers.forEach((theirs, b) => {
      if (b > a) row.set(b, sameGoods(ours, theirs, said));
    });
    table.set(a, row);
  });
  return table;
}

/** Jaccard index of each two sellers: confirmed pairs and same titles count for certain, proposed ones perhaps. */
export function jaccardMatrix(sizes: readonly number[], pairs: PairTable): Matrix {
  return matrixOf(sizes.length, (a, b) => {
    const between = pairs.get(a)?.get(b) ?? [];
    const maybe = between.filter(({ by }) => by === "proposed").length;
    return jaccard(sizes[a] ?? 0, sizes[b] ?? 0, between.length - maybe, maybe);
  });
}
