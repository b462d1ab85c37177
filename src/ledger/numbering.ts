import type { EntityType } from "../console/observation";
import { BLOCK, blockOf } from "./blocks";

const HOUSES: ReadonlySet<EntityType> = new Set<EntityType>(["account", "shop", "talent"]);

/**
 * The number after `last` (0 for none). An account, shop or talent is asked for alone and over months, so it begins a
 * block and nothing else comes into that; the things on lists share theirs.
 */
export function nextNumber(last: number, type: EntityType): number {
  const block = blockOf(last);
  if (HOUSES.has(type)) return (block + 1) * BLOCK;
  const isAfterHouse = last > 0 && last % BLOCK === 0;
  const next = isAfterHouse ? (block + 1) * BLOCK : last + 1;
  return next % BLOCK === 0 ? next + 1 : next;
}
