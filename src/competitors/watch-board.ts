import type { WatchBoard, WatchRow } from "./board";
import type { SellerChange } from "./seller-changes";
import { changeSize } from "./size";
import type { WeekBoard } from "./week-board";

/** The watch list for a glance. `changes` beside the rows of the week: what changed when each was last seen. */
export function watchBoard(
  { week, seen, of, rows }: WeekBoard,
  changes: readonly { readonly between: WatchRow["between"]; readonly changes: readonly SellerChange[] }[],
): WatchBoard {
  const watched = rows.map(({ rival, seenThisWeek, lastDay }, at): WatchRow => {
    const own = changes[at];
    return { rival, seenThisWeek, lastDay, between: own?.between ?? null, changes: own?.changes ?? [] };
  });
  return { week, seen, of, rows: watched.sort((a, b) => weightOf(b) - weightOf(a)) };
}

/** Certain changes weigh more than any possible one; no change at all the least. */
function weightOf({ changes: [biggest] }: WatchRow): number {
  if (!biggest) return -1;
  const kind = biggest.kind === "pace" ? "metric" : biggest.kind;
  const size = Math.min(changeSize({ kind, from: biggest.from, to: biggest.to }), 1e9);
  return biggest.certainty === "certain" ? 1e10 + size : size;
}
