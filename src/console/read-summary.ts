import { type Pair, pairCards } from "./cards";
import { meaningFor } from "./labels";
import type { Layout } from "./layout";
import type { ObservedEntity, StatedPeriod } from "./observation";
import { parsePeriod } from "./periods";
import { isStanding, type Report } from "./report";
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
  const read: Pair[] = [];
  for (const pair of pairs) {
    yield;
    const period = periodBeside(layout, pair.label);
    if (period && report.add(owner, pair.hit, pair.shown, pair.value.i, period)) read.push(pair);
  }
  // 关注者 23,410 in one line with 昨日净增关注 35: how it stands now.
  for (const { hit, shown, label, value } of pairs) {
    const stands = isStanding(meaningFor(hit, owner.type)?.metric ?? "");
    const line = stands && layout.climb(label.el, (lo, hi) => layout.list(lo, hi).some((t) => t.label && t !== label));
    const [lo, hi] = layout.span(line || null);
    if (read.some((other) => other.label.i >= lo && other.label.i < hi)) report.add(owner, hit, shown, value.i);
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
