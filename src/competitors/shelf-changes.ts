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
  for (const [key, { price, lists }] of after.goods) {
    const earlier = before.goods.get(key);
    if (earlier) moves.push(...priceMove(key, earlier.price, price));
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

function priceMove<K>(goods: K, from: Value | null, to: Value | null): GoodsMove<K>[] {
  const move = from && to && moveBetween({ value: from, partial: false }, { value: to, partial: false }, "fen");
  return move ? [{ kind: "price", goods, ...move }] : [];
}
