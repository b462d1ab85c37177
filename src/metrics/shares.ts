import type { Value } from "../console/observation";
import { tidy } from "./interval";

/**
 * Share of items that are so, where not every one was told yet: `yes` are, `no` are not, the `open` ones may be either,
 * so that the share lies in a range until all are told. Null without items.
 */
export function shareOf(yes: number, no: number, open: number): Value | null {
  const all = yes + no + open;
  if (all === 0) return null;
  if (open === 0) return { precision: "exact", value: tidy(yes / all) };
  return { precision: "range", min: tidy(yes / all), max: tidy((yes + open) / all) };
}

/** Share of each kind among items; those without one are `open` in all of them. Null without items. */
export function mixOf<K extends string>(
  kinds: readonly K[],
  items: readonly (K | string | null)[],
): ReadonlyMap<K, Value> | null {
  if (items.length === 0) return null;
  const open = items.filter((each) => each === null).length;
  const shares = kinds.flatMap((kind) => {
    const yes = items.filter((each) => each === kind).length;
    const share = shareOf(yes, items.length - yes - open, open);
    return share ? [[kind, share] as const] : [];
  });
  return new Map(shares);
}
