import type { Span } from "../../../competitors/seller-changes";
import { type SellerFile, toDate } from "../../../competitors/seller-file";
import type { ShelfAsk } from "../../../ledger/looked-at";
import type { PriceDay } from "../../../ledger/price-days";
import type { DayReading, LedgerReader } from "../../../ledger/reader";
import type { Rival } from "../../../ledger/rivals";
import type { Named } from "../../../ledger/shelves";
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
export async function ownReadings(
  ledger: LedgerReader,
  rival: KnownRival,
  since?: string,
): Promise<readonly DayReading[]> {
  return (await ownOf(ledger, [{ rival, ...(since === undefined ? {} : { since }) }]))[0] ?? [];
}

/** The same of each ask. */
async function ownOf(
  ledger: LedgerReader,
  asked: readonly { readonly rival: KnownRival; readonly since?: string }[],
): Promise<readonly (readonly DayReading[])[]> {
  const all = [
    ...(await ledger.histories(
      asked.flatMap(({ rival, since }) =>
        rival.keys.map((key) => ({ key, ...(since === undefined ? {} : { since }) })),
      ),
    )),
  ];
  return asked.map(({ rival }) => {
    const own = all.splice(0, rival.keys.length);
    if (own.length === 1) return own[0] ?? [];
    return own
      .flat()
      .map((reading) => ({ ...reading, entity: rival.key }))
      .sort((a, b) => a.at - b.at);
  });
}

/** For each rival and span: its numbers, and its goods as last seen at either end of the span. */
export async function filesFor(
  ledger: LedgerReader,
  asked: readonly { readonly rival: KnownRival; readonly span: Span }[],
): Promise<readonly SellerFile[]> {
  const [own, after, before] = await Promise.all([
    ownOf(
      ledger,
      asked.map(({ rival, span }) => ({ rival, since: addDays(span.from, -LOOK_BACK) })),
    ),
    lastWithGoods(
      ledger,
      asked.map(({ rival, span }) => ({ seller: rival.keys, since: addDays(span.from, 1), until: span.to })),
    ),
    lastWithGoods(
      ledger,
      asked.map(({ rival, span }) => ({ seller: rival.keys, until: span.from })),
    ),
  ]);
  return asked.map(({ rival }, at) => ({
    key: rival.key,
    own: own[at] ?? [],
    shelves: [before[at], after[at]].filter((shelf) => shelf != null),
  }));
}

/** When what the newer day of a file shows, and the older does not, was seen first. */
export const firstSights = (ledger: LedgerReader, files: readonly SellerFile[]): Promise<ReadonlyMap<number, Named>> =>
  ledger.names(files.flatMap(toDate));

async function lastWithGoods(
  ledger: LedgerReader,
  asks: readonly (ShelfAsk | null)[],
  tries = TRIES,
): Promise<readonly (PriceDay | null)[]> {
  const open = asks.flatMap((ask) => (ask ? [{ ...ask, last: 1 }] : []));
  const found = open.length === 0 ? [] : await ledger.priceDays(open);
  let next = 0;
  const shelves = asks.map((ask) => (ask ? (found[next++]?.[0] ?? null) : null));
  const again = asks.map((ask, at): ShelfAsk | null => {
    const shelf = shelves[at];
    return ask && shelf && shelf.goods.length === 0 ? { ...ask, until: addDays(shelf.day, -1) } : null;
  });
  if (tries === 0 || again.every((ask) => ask === null))
    return shelves.map((shelf) => (shelf && shelf.goods.length > 0 ? shelf : null));
  const older = await lastWithGoods(ledger, again, tries - 1);
  return shelves.map((shelf, at) => (shelf && shelf.goods.length > 0 ? shelf : (older[at] ?? null)));
}
