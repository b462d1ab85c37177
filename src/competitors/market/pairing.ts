import type { Interval } from "../../metrics/interval";
import { keysOf, type ReadGoods, type SamePair, type Verdicts } from "./same-goods";

/** Prices more than this many times apart are not of one thing. */
const PRICE_TIMES = 1.5;

/** How a pair came about, as it is packed. */
const BY: readonly SamePair["by"][] = ["user", "title", "proposed"];
const PROPOSED = BY.indexOf("proposed");

/** Goods of several sellers in one list, and which of them stand in pairs already. */
export class Pairing {
  readonly #goods: readonly ReadGoods[];
  readonly #sellerOf: readonly number[];
  readonly #sellers: number;
  readonly #verdicts: ReadonlyMap<number, boolean>;
  /** By good and other seller: each stands in one pair with a seller at most. */
  readonly #taken: Uint8Array;
  /** Of each two sellers, four numbers a pair: the lower seller's good, the other's, likeness, how it came about. */
  readonly #pairs = new Map<number, number[]>();

  /** `sellerOf` beside `goods`. What the user called the same is paired at once, however unlike it is. */
  constructor(goods: readonly ReadGoods[], sellerOf: readonly number[], sellers: number, said: Verdicts) {
    this.#goods = goods;
    this.#sellerOf = sellerOf;
    this.#sellers = sellers;
    this.#taken = new Uint8Array(goods.length * sellers);
    this.#verdicts = this.#among(said);
    for (const [pair, isSame] of this.#verdicts)
      if (isSame) this.#put(Math.floor(pair / goods.length), pair % goods.length, 1, "user");
  }

  /** Makes a pair of two goods of different sellers, unless one is taken, the user refused it or the prices are far apart. */
  offer(a: number, b: number, likeness: number, by: "title" | "proposed"): void {
    if (this.#isTaken(a, b)) return;
    const [one, other] = [this.#goods[a] as ReadGoods, this.#goods[b] as ReadGoods];
    if (!arePricesNear(one.price, other.price)) return;
    if (this.#verdicts.size > 0 && this.#verdicts.has(this.#id(a, b))) return;
    this.#put(a, b, likeness, by);
  }

  /** Pairs of two sellers, the lower first, in the order in which they were made. */
  between(one: number, other: number): readonly SamePair[] {
    const packed = this.#pairs.get(one * this.#sellers + other) ?? [];
    return Array.from({ length: packed.length / 4 }, (_, at) => {
      const [ours = 0, theirs = 0, likeness = 0, by = 0] = packed.slice(at * 4, at * 4 + 4);
      return {
        ours: this.#goods[ours]?.key ?? "",
        theirs: this.#goods[theirs]?.key ?? "",
        likeness,
        by: BY[by] ?? "proposed",
      };
    });
  }

  /** How many of them there are for certain, and how many more are proposed. */
  count(one: number, other: number): { readonly sure: number; readonly maybe: number } {
    const packed = this.#pairs.get(one * this.#sellers + other) ?? [];
    let maybe = 0;
    for (let at = 3; at < packed.length; at += 4) if (packed[at] === PROPOSED) maybe += 1;
    return { sure: packed.length / 4 - maybe, maybe };
  }

  #isTaken(a: number, b: number): boolean {
    const sa = this.#sellerOf[a] as number;
    const sb = this.#sellerOf[b] as number;
    return sa === sb || this.#taken[a * this.#sellers + sb] === 1 || this.#taken[b * this.#sellers + sa] === 1;
  }

  #put(a: number, b: number, likeness: number, by: SamePair["by"]): void {
    if (this.#isTaken(a, b)) return;
    const sa = this.#sellerOf[a] as number;
    const sb = this.#sellerOf[b] as number;
    this.#taken[a * this.#sellers + sb] = 1;
    this.#taken[b * this.#sellers + sa] = 1;
    const sides = Math.min(sa, sb) * this.#sellers + Math.max(sa, sb);
    const own = this.#pairs.get(sides) ?? [];
    if (own.length === 0) this.#pairs.set(sides, own);
    own.push(sa < sb ? a : b, sa < sb ? b : a, likeness, BY.indexOf(by));
  }

  #id(a: number, b: number): number {
    return Math.min(a, b) * this.#goods.length + Math.max(a, b);
  }

  /** What the user said of goods that are in the list. */
  #among(said: Verdicts): ReadonlyMap<number, boolean> {
    if (said.size === 0) return new Map();
    const places = new Map(this.#goods.map(({ key }, at) => [key, at]));
    return new Map(
      [...said].flatMap(([id, isSame]): [number, boolean][] => {
        const [one, other] = keysOf(id).map((key) => places.get(key));
        return one === undefined || other === undefined ? [] : [[this.#id(one, other), isSame]];
      }),
    );
  }
}

/** True where either is unknown. */
const arePricesNear = (a: Interval | null, b: Interval | null): boolean =>
  a === null || b === null || (a.low <= b.high * PRICE_TIMES && b.low <= a.high * PRICE_TIMES);
