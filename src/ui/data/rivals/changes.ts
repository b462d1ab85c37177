import { audible, quietOf } from "../../../competitors/quiet";
import { changesBetween, named, type SellerChange, type Span } from "../../../competitors/seller-changes";
import type { LedgerReader } from "../../../ledger/reader";
import { addDays } from "../../../metrics/calendar";
import { filesFor, firstSights, type KnownRival, known } from "./files";

export interface RivalChanges {
  readonly rival: KnownRival;
  readonly span: Span;
  readonly changes: readonly SellerChange[];
}

/** seen: between the two days on which each was seen last · a span for all. */
export type Since = "seen" | Span;

/** What changed at each rival, without what is muted or set aside. */
export async function changesOf(ledger: LedgerReader, since: Since): Promise<readonly RivalChanges[]> {
  const [rivals, mutes, dismissed] = await Promise.all([
    ledger.rivals(),
    ledger.notes("rival_mute"),
    ledger.notes("rival_dismissed"),
  ]);
  const live = known(rivals);
  const days = since === "seen" ? await ledger.sellerDays(live.map(({ keys }) => keys)) : [];
  const asked = live.flatMap((rival, at) => {
    const [from, to] = days[at]?.slice(-2) ?? [];
    const span = since === "seen" ? (from !== undefined && to !== undefined ? { from, to } : null) : since;
    return span ? [{ rival, span }] : [];
  });
  const quiet = quietOf(mutes, dismissed);
  const files = await filesFor(ledger, asked);
  const first = await firstSights(ledger, files);
  const found = asked.map(({ rival, span }, at) => {
    const file = files[at];
    return { rival, span, changes: file ? changesBetween(file, span, first) : [] };
  });
  const names = await ledger.names(found.flatMap(({ changes }) => changes.flatMap(({ goods: n }) => n ?? [])));
  return found.map((each) => ({ ...each, changes: audible(named(each.changes, names), each.rival, quiet) }));
}

export interface TimelineEvent extends SellerChange {
  readonly rival: KnownRival;
  readonly day: string;
}

/** Changes from look to look over some days, newest first, without what is muted; what was set aside did happen. */
export async function timelineOf(
  ledger: LedgerReader,
  until: string,
  length: number,
): Promise<readonly TimelineEvent[]> {
  const since = addDays(until, -length);
  const [rivals, mutes] = await Promise.all([ledger.rivals(), ledger.notes("rival_mute")]);
  const live = known(rivals);
  const quiet = quietOf(mutes, []);
  const days = await ledger.sellerDays(live.map(({ keys }) => keys));
  const events = await Promise.all(
    live.map(async (rival, at): Promise<TimelineEvent[]> => {
      const own = (days[at] ?? []).filter((day) => day <= until);
      const spans = own.slice(1).flatMap((to, index) => (to > since ? [{ from: own[index] ?? to, to }] : []));
      const files = await filesFor(
        ledger,
        spans.map((span) => ({ rival, span })),
      );
      const first = await firstSights(ledger, files);
      const changes = spans.flatMap((span, index) => {
        const file = files[index];
        return file ? changesBetween(file, span, first).map((change) => ({ change, day: span.to })) : [];
      });
      const names = await ledger.names(changes.flatMap(({ change }) => change.goods ?? []));
      return changes.flatMap(({ change, day }) =>
        audible(named([change], names), rival, quiet).map((each) => ({ ...each, rival, day })),
      );
    }),
  );
  return events.flat().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
