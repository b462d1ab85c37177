import type { KpiCard } from "../src/ui/data/view";

/** Cards that the popup shows before the rest is asked for, and the most that can be pinned. */
export const SHOWN = 6;

/** Pinned metrics first, in the user's order; the others as they come, biggest certain change first. */
export function inOrder(cards: readonly KpiCard[], pins: readonly string[]): readonly KpiCard[] {
  const pinned = pins.flatMap((metric) => cards.filter((card) => card.metric === metric));
  return [...pinned, ...cards.filter(({ metric }) => !pins.includes(metric))];
}
