import type { Span } from "../../../competitors/seller-changes";
import { hasGoods, type SellerFile } from "../../../competitors/seller-file";
import type { ShelfAsk } from "../../../ledger/looked-at";
import type { LedgerReader } from "../../../ledger/reader";
import type { Rival } from "../../../ledger/rivals";
import type { Shelf } from "../../../ledger/shelves";
import { addDays } from "../../../metrics/calendar";

/** What is read of sellers for a question: no more of the store than the question needs. */

/** A rival that is known, so that something can be read of it. */
export type KnownRival = Rival & { readonly key: string };
export const known = (rivals: readonly Rival[]): readonly KnownRival[] =>
  rivals.filter((rival): rival is KnownRival => rival.key !== null && !rival.archived);

/** Days before a span in which a number may have been seen last. */
const LOOK_BACK = 62;
/** How many days without goods to look past, for the last that had any. */
const TRIES = 4;

/** Own numbers of a rival, all its keys together, oldest capture first. */
export async function ownReadings(ledger: LedgerReader, rival: KnownRival, since?: string) {
  const all = await Promise.all(rival.keys.map((key) => ledger.history(key, since === undefined ? {} : { since })));
  if (all.length === 1) return all[0] ?? [];
  return all
    .flat()
    .map((reading) => ({ ...reading, entity: rival.key }))
    .sort((a, b) => a.at - b.at);
}

/** For each rival and span: its numbers, and its goods as last seen at either end of the span. */
export async function filesFor(
  ledger: LedgerReader,
  asked: readonly { readonly rival: KnownRival; readonly span: Span }[],
): Promise<readonly SellerFile[]> {
  const own = asked.map(({ rival, span }) => ownReadings(ledger, rival, addDays(span.from, -LOOK_BACK)));
  const after = await lastWithGoods(
    ledger,
    asked.map(({ rival, span }) => ({ seller: rival.keys, since: addDays(span.from, 1), until: span.to })),
  );
  // Without goods in the span there is nothing to compare the goods before it with.
  const before = await lastWithGoods(
    ledger,
    asked.map(({ rival, span }, at) => (after[at] ? { seller: rival.keys, until: span.from } : null)),
  );
  return Promise.all(
    asked.map(async ({ rival }, at) => ({
      key: rival.key,
      own: await (own[at] ?? []),
      shelves: [before[at], after[at]].filter((shelf) => shelf != null),
    })),
  );
}

async function lastWithGoods(
  ledger: LedgerReader,
  asks: readonly (ShelfAsk | null)[],
  tries = TRIES,
): Promise<readonly (Shelf | null)[]> {
  const open = asks.flatMap((ask) => (ask ? [{ ...ask, last: 1 }] : []));
  const found = open.length === 0 ? [] : await ledger.shelves(open);
  let next = 0;
  const shelves = asks.map((ask) => (ask ? (found[next++]?.[0] ?? null) : null));
  const again = asks.map((ask, at): ShelfAsk | null => {
    const shelf = shelves[at];
    return ask && shelf && !hasGoods(shelf) ? { ...ask, until: addDays(shelf.day, -1) } : null;
  });
  if (tries === 0 || again.every((ask) => ask === null))
    return shelves.map((shelf) => (shelf && hasGoods(shelf) ? shelf : null));
  const older = await lastWithGoods(ledger, again, tries - 1);
  return shelves.map((shelf, at) => (shelf && hasGoods(shelf) ? shelf : (older[at] ?? null)));
}
