import { groupBy } from "../../metrics/group-by";
import { likeTitles } from "./like-titles";
import { type Matrix, matrixOf } from "./market";
import { jaccard } from "./overlap";
import { Pairing } from "./pairing";
import type { ReadGoods, Verdicts } from "./same-goods";

/** The pairs of same goods of each two sellers, asked for by the lower first. */
export type PairTable = Pick<Pairing, "between" | "count">;

/** From here on two titles are proposed as one thing. */
const LIKENESS = 0.6;

/**
 * Goods of each two sellers in pairs, each in one pair at most: what the user said first, then equal titles, then the
 * most alike; of what is as alike, by title and key, whatever order the goods came in.
 */
export function pairTable(sellers: readonly (readonly ReadGoods[])[], said: Verdicts): PairTable {
  const listed = sellers
    .flatMap((own, seller) => own.map((goods) => ({ goods, seller })))
    .sort((p, q) => compare(p.goods.title, q.goods.title) || compare(p.goods.key, q.goods.key));
  const goods = listed.map((each) => each.goods);
  const pairing = new Pairing(
    goods,
    listed.map(({ seller }) => seller),
    sellers.length,
    said,
  );
  // Many sell one thing under one title: each title is looked at once.
  const titles = [...groupBy(goods.keys(), (at) => goods[at]?.title ?? "").values()];
  const read = titles.map(([first = 0]) => (goods[first] as ReadGoods).read);
  for (const alike of groupBy(goods.keys(), (at) => goods[at]?.read.plain ?? "").values())
    alike.forEach((a, at) => {
      for (const b of alike.slice(at + 1)) pairing.offer(a, b, 1, "title");
    });
  for (const { a, b, likeness } of likeTitles(read, LIKENESS)) {
    if (read[a]?.plain === read[b]?.plain) continue;
    for (const one of titles[a] ?? [])
      for (const other of titles[b] ?? []) pairing.offer(one, other, likeness, "proposed");
  }
  return pairing;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Jaccard index of each two sellers: confirmed pairs and same titles count for certain, proposed ones perhaps. */
export function jaccardMatrix(sizes: readonly number[], pairs: PairTable): Matrix {
  return matrixOf(sizes.length, (a, b) => {
    const { sure, maybe } = pairs.count(a, b);
    return jaccard(sizes[a] ?? 0, sizes[b] ?? 0, sure, maybe);
  });
}
