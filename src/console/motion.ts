import type { Layout } from "./layout";

/** Whether something that shows digits is still on its way to its place: a counter that rolls, cards that fade in. */
export function digitsMove(layout: Layout): boolean {
  for (const root of layout.sheet.roots)
    for (const { playState, effect } of (root as Document).getAnimations?.() ?? []) {
      const target = (effect as KeyframeEffect | null)?.target;
      if (playState !== "running" || !target || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY)
        continue;
      const [lo, hi] = layout.span(target);
      if (layout.tokens.slice(lo, hi).some(({ text }) => /\d/.test(text))) return true;
    }
  return false;
}
