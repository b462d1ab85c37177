import type { EntityKey } from "../../ledger/model";
import type { Interval } from "../../metrics/interval";
import { readTitle, type Title } from "./title";

export interface Goods {
  readonly key: EntityKey;
  readonly title: string;
  /** fen; null where no price was read. */
  readonly price: Interval | null;
}

/** Two sellers' goods that are, or may be, one and the same thing. */
export interface SamePair {
  readonly ours: EntityKey;
  readonly theirs: EntityKey;
  /** 0 … 1. */
  readonly likeness: number;
  /** user: the user said so · title: the titles are the same · proposed: nobody has looked yet. */
  readonly by: "user" | "title" | "proposed";
}

/** What the user said of a pair, by {@link pairId}: the same or not. */
export type Verdicts = ReadonlyMap<string, boolean>;

/** A character that no key holds. */
const BETWEEN = "\n";

/** The same for both orders of a pair. */
export const pairId = (a: EntityKey, b: EntityKey): string => (a < b ? `${a}${BETWEEN}${b}` : `${b}${BETWEEN}${a}`);

/** The keys of a pair. */
export const keysOf = (id: string): readonly EntityKey[] => id.split(BETWEEN);

export type ReadGoods = Goods & { readonly read: Title };

/** Goods with their titles read, each title once: many sell one thing under one title. */
export function readGoods(sellers: readonly (readonly Goods[])[]): readonly (readonly ReadGoods[])[] {
  const titles = new Map<string, Title>();
  const readOnce = (title: string): Title => {
    const known = titles.get(title) ?? readTitle(title);
    titles.set(title, known);
    return known;
  };
  return sellers.map((own) => own.map((goods) => ({ ...goods, read: readOnce(goods.title) })));
}
