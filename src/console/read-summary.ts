import { pairCards } from "./cards";
import type { Layout } from "./layout";
import type { ObservedEntity, StatedPeriod } from "./observation";
import { parsePeriod } from "./periods";
import type { Report } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** Reads cards beside or over one's own list that say a period of their own: they sum up the account's or shop's days. */
export function* readSummary(
  layout: Layout,
  report: Report,
  owner: ObservedEntity,
  own: Pairs,
): Generator<void, void, void> {
  const { pairs } = yield* pairCards(layout, 0, layout.tokens.length, own);
  for (const { hit, shown, label, value } of pairs) {
    yield;
    const period = periodBeside(layout, label);
    if (period) report.add(owner, hit, shown, value.i, period);
  }
}

/** The one period said in the nearest frame around a label that says any, as long as nothing of the list is in it. */
function periodBeside(layout: Layout, label: Token): StatedPeriod | null {
  let said: readonly StatedPeriod[] = [];
  layout.climb(label.el, (lo, hi) => {
    for (let i = lo; i < hi; i++) if (layout.claimed.has(i)) return true;
    said = layout.list(lo, hi).flatMap((t) => parsePeriod(t.text) ?? []);
    return said.length > 0;
  });
  return said.length === 1 ? (said[0] ?? null) : null;
}
