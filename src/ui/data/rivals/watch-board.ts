import type { WatchBoard } from "../../../competitors/board";
import { audible, quietOf } from "../../../competitors/quiet";
import { changesBetween, named, type SellerChange } from "../../../competitors/seller-changes";
import { watchBoard } from "../../../competitors/watch-board";
import { weekBoard } from "../../../competitors/week-board";
import type { LedgerReader } from "../../../ledger/reader";
import { filesFor, type KnownRival } from "./files";

/** Changes of one rival that are worked out for the popup; the workspace shows them all. */
const SHOWN = 8;

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
  const quiet = quietOf(mutes, dismissed);
  const found = new Map<number, SellerChange[]>();
  asked.forEach(({ at, rival, span }, index) => {
    const file = files[index];
    if (file) found.set(at, audible(changesBetween(file, span), rival, quiet));
  });
  const goods = [...found.values()].flatMap((changes) => changes.slice(0, SHOWN).flatMap(({ goods: n }) => n ?? []));
  const names = await ledger.names(goods);
  return watchBoard(
    week,
    live.map((_, at) => {
      const changes = found.get(at) ?? [];
      return {
        between: between[at] ?? null,
        changes: [...named(changes.slice(0, SHOWN), names), ...changes.slice(SHOWN)],
      };
    }),
  );
}
