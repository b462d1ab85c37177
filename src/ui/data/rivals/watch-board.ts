import type { WatchBoard } from "../../../competitors/board";
import { audible, quietOf } from "../../../competitors/quiet";
import { changesBetween, named, type SellerChange } from "../../../competitors/seller-changes";
import { watchBoard } from "../../../competitors/watch-board";
import { weekBoard } from "../../../competitors/week-board";
import type { LedgerReader } from "../../../ledger/reader";
import { filesFor, firstSights, type KnownRival } from "./files";

/** The watch list with what changed between the two days on which each was seen last. */
export async function watchBoardOf(ledger: LedgerReader, now: number): Promise<WatchBoard> {
  const [rivals, mutes, dismissed] = await Promise.all([
    ledger.rivals(),
    ledger.notes("rival_mute"),
    ledger.notes("rival_dismissed"),
  ]);
  const days = await ledger.sellerDays(rivals.map(({ keys }) => keys));
  const week = weekBoard(rivals, days, now, 1);
  const live = rivals.map((rival, at) => ({ rival, days: days[at] ?? [] })).filter(({ rival }) => !rival.archived);
  const between = live.map(({ days: own }) => {
    const [from, to] = own.slice(-2);
    return from !== undefined && to !== undefined ? { from, to } : null;
  });
  const asked = live.flatMap(({ rival }, at) => {
    const span = between[at];
    return span && rival.key !== null ? [{ at, rival: rival as KnownRival, span }] : [];
  });
  const files = await filesFor(ledger, asked);
  const first = await firstSights(ledger, files);
  const quiet = quietOf(mutes, dismissed);
  const found = new Map<number, SellerChange[]>();
  asked.forEach(({ at, span }, index) => {
    const file = files[index];
    if (file) found.set(at, changesBetween(file, span, first));
  });
  const names = await ledger.names(
    [...found.values()].flatMap((changes) => changes.flatMap(({ goods: n }) => n ?? [])),
  );
  return watchBoard(
    week,
    live.map(({ rival }, at) => {
      const changes = named(found.get(at) ?? [], names);
      return { between: between[at] ?? null, changes: audible(changes, rival, quiet) };
    }),
  );
}
