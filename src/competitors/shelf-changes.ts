import type { Value } from "../console/observation";
import { type Move, moveBetween } from "./move";

/** Goods of one seller as one look, or one day, showed them. `K` tells one thing from another. */
export interface GoodsShelf<K> {
  readonly goods: ReadonlyMap<K, ShelfGoods>;
  /** Lists that were seen to their end, as listOf of dossier.ts names them. */
  readonly complete: ReadonlySet<string>;
}

export interface ShelfGoods {
  readonly price: Value | null;
  /** Lists that it stood on. */
  readonly lists: readonly string[];
  /** The third party whose estimate its price is. */
  readonly estimate?: string;
}

export interface GoodsMove<K> extends Omit<Move, "item"> {
  readonly kind: "goods_new" | "goods_gone" | "price";
  readonly goods: K;
}

/**
 * New goods, gone goods and prices. Goods are gone only when their list was seen to its end both times; until then
 * they were just not seen. Goods that the earlier look may have missed are possibly new.
 */
export function shelfChanges<K>(
  before: GoodsShelf<K>,
  after: GoodsShelf<K>,
  wasSeenBefore: (goods: K) => boolean,
): GoodsMove<K>[] {
  if (before.goods.size === 0 || after.goods.size === 0) return [];
  const bothEnded = new Set([...before.complete].filter((list) => after.complete.has(list)));
  const moves: GoodsMove<K>[] = [];
  for (const [key, goods] of after.goods) {
    const { lists } = goods;
    const earlier = before.goods.get(key);
    if (earlier) moves.push(...priceMove(key, earlier, goods));
    else if (lists.some((list) => before.complete.has(list))) moves.push(appeared("goods_new", key, "certain"));
    else if (!wasSeenBefore(key)) moves.push(appeared("goods_new", key, "possible"));
  }
  for (const [key, { lists }] of before.goods) {
    if (!after.goods.has(key) && lists.some((list) => bothEnded.has(list)))
      moves.push(appeared("goods_gone", key, "certain"));
  }
  return moves;
}

const appeared = <K>(kind: "goods_new" | "goods_gone", goods: K, certainty: Move["certainty"]): GoodsMove<K> => ({
  kind,
  goods,
  from: null,
  to: null,
  certainty,
  unit: "text",
  direction: kind === "goods_new" ? "up" : "down",
});

/** Nothing where one side is an estimate and the other is not: another source is no other price. */
function priceMove<K>(goods: K, from: ShelfGoods, to: ShelfGoods): GoodsMove<K>[] {
  if (!from.price || !to.price || from.estimate !== to.estimate) return [];
  const [was, is] = [from.price, to.price].map((value) => ({ value, partial: false }));
  const move = was && is && moveBetween(was, is, "fen");
  return move
    ? [{ kind: "price", goods, ...move, ...(to.estimate === undefined ? {} : { estimate: to.estimate }) }]
    : [];
}
