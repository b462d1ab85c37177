import { OWN_SHELF, type PackedValue, type ReadingsRow, UNTOLD } from "./records";

/**
 * What a page's readings say of prices, in short: a matrix over weeks asks for tens of thousands of prices, and to read
 * them out of all the readings takes many times as long.
 */

/** Metrics by which goods of many sellers are compared. */
export const MARKET_METRICS = ["price", "sold_count", "commission_rate"] as const;
/** Numbers of things that have a price, were sold, or carry a commission: goods, not videos or lives. */
export const GOODS_METRICS = [...MARKET_METRICS, "stock", "product_status"] as const;

/** One good as a page showed it. */
export interface PricedLine {
  readonly n: number;
  /** Places in {@link GOODS_METRICS} of what was said of it. */
  readonly said: readonly number[];
  /** Of those that stand in {@link MARKET_METRICS} too, the first said; null for none. */
  readonly first: number | null;
  readonly price: PackedValue | null;
}

/** The number of the seller on whose shelf each entity of a page stands, by index; -1 for none. */
export function sellersOf({ entities }: Pick<ReadingsRow, "entities">): readonly number[] {
  const owners = new Set<number>();
  for (let at = 3; at < entities.length; at += 4) owners.add(entities[at] as number);
  return Array.from({ length: entities.length / 4 }, (_, index) => {
    const owner = entities[index * 4 + 3] as number;
    if (entities[index * 4 + 1] === UNTOLD) return -1;
    if (owner === -1) return owners.has(index) ? -1 : OWN_SHELF;
    return entities[owner * 4] ?? -1;
  });
}

/** Place of each of the row's metrics among {@link GOODS_METRICS}, or -1. */
export const slotsOf = ({ metrics }: Pick<ReadingsRow, "metrics">): readonly number[] =>
  metrics.map(([metric]) => (GOODS_METRICS as readonly string[]).indexOf(metric));

/** Whether a number of goods speaks of a period, as imports have it: then there is more to tell than a digest holds. */
export function hasPeriods(row: Omit<ReadingsRow, "n">): boolean {
  if (row.periods.every((period) => period === null)) return false;
  const slots = slotsOf(row);
  for (let at = 0; at < row.rows.length; at += 4) {
    const isOfGoods = slots[row.rows[at + 1] as number] !== -1;
    if (isOfGoods && row.periods[row.rows[at + 2] as number] !== null) return true;
  }
  return false;
}

/** By seller, as text: it is handed over as it lies, where a list of numbers is taken over number by number. */
export type GoodsDigest = readonly (readonly [seller: number, text: string])[];

/** Null where a digest cannot tell all. */
export function goodsDigest(row: Omit<ReadingsRow, "n">): GoodsDigest | null {
  if (hasPeriods(row)) return null;
  const slots = slotsOf(row);
  const sellers = sellersOf(row);
  const shelves = new Map<number, Map<number, { code: number; price: PackedValue | null }>>();
  for (let at = 0; at < row.rows.length; at += 4) {
    const entity = row.rows[at] as number;
    const slot = slots[row.rows[at + 1] as number] ?? -1;
    const seller = sellers[entity] ?? -1;
    if (slot === -1 || seller === -1) continue;
    const shelf = shelves.get(seller) ?? new Map<number, { code: number; price: PackedValue | null }>();
    shelves.set(seller, shelf);
    const n = row.entities[entity * 4] as number;
    const line = shelf.get(n) ?? { code: NONE << FIRST, price: null };
    if (line.code >> FIRST === NONE && slot < NONE) line.code = (line.code & BITS) | (slot << FIRST);
    line.code |= 1 << slot;
    if (slot === 0) line.price = row.rows[at + 3] as PackedValue;
    shelf.set(n, line);
  }
  return [...shelves].map(([seller, lines]) => [
    seller,
    JSON.stringify([...lines].flatMap(([n, { code, price }]) => [n, code, price] as (PackedValue | null)[])),
  ]);
}

/** A line's code: a bit for each metric that was said, and above them which of the market's was said first. */
const FIRST = GOODS_METRICS.length;
const BITS = (1 << FIRST) - 1;
const NONE = MARKET_METRICS.length;
const SAID = Array.from({ length: BITS + 1 }, (_, bits) =>
  GOODS_METRICS.flatMap((__, at) => (bits & (1 << at) ? [at] : [])),
);

export function linesOf(text: string): readonly PricedLine[] {
  const flat = JSON.parse(text) as (PackedValue | null)[];
  const lines: PricedLine[] = [];
  for (let at = 0; at < flat.length; at += 3) {
    const code = flat[at + 1] as number;
    const first = code >> FIRST;
    lines.push({
      n: flat[at] as number,
      said: SAID[code & BITS] ?? [],
      first: first === NONE ? null : first,
      price: flat[at + 2] ?? null,
    });
  }
  return lines;
}
