import type { EntityKey } from "../../ledger/model";
import type { Interval } from "../../metrics/interval";
import { readTitle, type Title, titleLikeness } from "./title";

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

/** A title read once serves against every other seller. */
export type ReadGoods = Goods & { readonly read: Title };
export const readGoods = (goods: Goods): ReadGoods => ({ ...goods, read: readTitle(goods.title) });

/** From here on two titles are proposed as one thing; prices more than this many times apart are not. */
const LIKENESS = 0.6;
const PRICE_TIMES = 1.5;

/** Pairs of two sellers' goods, each in one pair at most: what the user said first, then the most alike. */
export function sameGoods(ours: readonly ReadGoods[], theirs: readonly ReadGoods[], said: Verdicts): SamePair[] {
  const pairs = [...candidates(ours, theirs), ...confirmed(ours, theirs, said)].flatMap(
    ([a, b]) => pairOf(a, b, said) ?? [],
  );
  const rank = { user: 0, title: 1, proposed: 2 };
  const order = (a: SamePair, b: SamePair): number =>
    rank[a.by] - rank[b.by] ||
    b.likeness - a.likeness ||
    (pairId(a.ours, a.theirs) < pairId(b.ours, b.theirs) ? -1 : 1);
  const taken = new Set<EntityKey>();
  return pairs.sort(order).filter(({ ours: one, theirs: other }) => {
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
}

/** What the user called the same, however unlike the titles are. */
function confirmed(ours: readonly ReadGoods[], theirs: readonly ReadGoods[], said: Verdicts): [ReadGoods, ReadGoods][] {
  if (said.size === 0) return [];
  const byKey = new Map([...ours, ...theirs].map((goods) => [goods.key, goods]));
  const mine = new Set(ours.map(({ key }) => key));
  return [...said].flatMap(([id, same]): [ReadGoods, ReadGoods][] => {
    const [one, other] = id.split(BETWEEN).map((key) => byKey.get(key));
    if (!same || !one || !other || mine.has(one.key) === mine.has(other.key)) return [];
    return [mine.has(one.key) ? [one, other] : [other, one]];
  });
}

/** Pairs that share enough tokens, found by token, so that 300 against 300 looks at few of the 90,000. */
function candidates(ours: readonly ReadGoods[], theirs: readonly ReadGoods[]): [ReadGoods, ReadGoods][] {
  const byToken = new Map<string, ReadGoods[]>();
  for (const goods of theirs) {
    for (const token of [goods.read.plain, ...goods.read.tokens]) {
      const sharing = byToken.get(token);
      if (sharing) sharing.push(goods);
      else byToken.set(token, [goods]);
    }
  }
  return ours.flatMap((goods) => {
    const counts = new Map<ReadGoods, number>();
    for (const token of [goods.read.plain, ...goods.read.tokens]) {
      for (const other of byToken.get(token) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return [...counts]
      .filter(
        ([other, count]) =>
          2 * count >= LIKENESS * (goods.read.tokens.size + other.read.tokens.size) ||
          (count > 0 && other.read.plain === goods.read.plain),
      )
      .map(([other]): [ReadGoods, ReadGoods] => [goods, other]);
  });
}

function pairOf(a: ReadGoods, b: ReadGoods, said: Verdicts): SamePair | null {
  const verdict = said.get(pairId(a.key, b.key));
  if (verdict === false) return null;
  const pair = { ours: a.key, theirs: b.key };
  if (verdict === true) return { ...pair, likeness: 1, by: "user" };
  if (!arePricesNear(a.price, b.price)) return null;
  if (a.read.plain === b.read.plain) return { ...pair, likeness: 1, by: "title" };
  const likeness = titleLikeness(a.read, b.read);
  return likeness >= LIKENESS ? { ...pair, likeness, by: "proposed" } : null;
}

/** True where either is unknown. */
const arePricesNear = (a: Interval | null, b: Interval | null): boolean =>
  a === null || b === null || (a.low <= b.high * PRICE_TIMES && b.low <= a.high * PRICE_TIMES);
