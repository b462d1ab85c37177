import type { EntityKey, StoredReading } from "../ledger/model";
import { shanghaiDay } from "../metrics/calendar";
import type { LedgerView } from "../metrics/ledger-view";
import { seriesOf } from "../metrics/series";
import { type DayFile, listOf } from "./dossier";
import type { Move } from "./move";
import { type GoodsShelf, shelfChanges } from "./shelf-changes";

/** New goods, gone goods and prices between two days; goods without a name or id cannot be told of. */
export function goodsChanges(before: DayFile, after: DayFile, view: LedgerView): Move[] {
  const moves = shelfChanges(shelfOf(before, view), shelfOf(after, view), (key) => wasSeenBefore(key, after.day, view));
  return moves.flatMap(({ goods, ...move }): Move[] => {
    const item = nameOf(goods, view);
    return item === null ? [] : [{ ...move, item }];
  });
}

const shelfOf = (file: DayFile, view: LedgerView): GoodsShelf<EntityKey> => ({
  complete: file.completeLists,
  goods: new Map(
    [...file.goods].map(([key, readings]) => [key, { price: priceOf(readings, view), lists: listsOf(readings, view) }]),
  ),
});

const priceOf = (readings: readonly StoredReading[], view: LedgerView) =>
  seriesOf(
    readings.filter(({ metric }) => metric === "price"),
    view,
  )
    .find(({ kind }) => kind === "none")
    ?.points.at(-1)?.value ?? null;

const listsOf = (readings: readonly StoredReading[], view: LedgerView): string[] =>
  readings.flatMap(({ snapshot }) => {
    const seenOn = view.snapshots.get(snapshot);
    return seenOn ? [listOf(seenOn)] : [];
  });

const wasSeenBefore = (key: EntityKey, day: string, view: LedgerView): boolean => {
  const firstSeen = view.entities.get(key)?.firstSeen;
  return firstSeen !== undefined && shanghaiDay(firstSeen) < day;
};

const nameOf = (key: EntityKey, view: LedgerView): string | null => {
  const entity = view.entities.get(key);
  return entity?.name ?? entity?.id ?? null;
};
