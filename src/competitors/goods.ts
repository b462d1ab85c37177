import type { EntityKey, StoredReading } from "../ledger/model";
import { shanghaiDay } from "../metrics/calendar";
import type { LedgerView } from "../metrics/ledger-view";
import { seriesOf } from "../metrics/series";
import { type DayFile, listOf } from "./dossier";
import { type Move, moveBetween } from "./move";

/**
 * New goods, gone goods and prices. Goods are gone only when their list was seen to its end on both days; until then
 * they were just not seen. Goods that the earlier look may have missed are possibly new.
 */
export function goodsChanges(before: DayFile, after: DayFile, view: LedgerView): Move[] {
  if (before.goods.size === 0 || after.goods.size === 0) return [];
  const bothEnded = new Set([...before.completeLists].filter((list) => after.completeLists.has(list)));
  const listsOf = (readings: readonly StoredReading[]): string[] =>
    readings.flatMap(({ snapshot }) => {
      const seenOn = view.snapshots.get(snapshot);
      return seenOn ? [listOf(seenOn)] : [];
    });
  const moves: Move[] = [];
  for (const [key, readings] of after.goods) {
    const item = nameOf(key, view);
    const earlier = before.goods.get(key);
    if (item === null) continue;
    if (earlier) moves.push(...priceChanges(item, earlier, readings, view));
    else if (listsOf(readings).some((list) => before.completeLists.has(list)))
      moves.push(goods("goods_new", item, "certain"));
    else if (!wasSeenBefore(key, after.day, view)) moves.push(goods("goods_new", item, "possible"));
  }
  for (const [key, readings] of before.goods) {
    const item = nameOf(key, view);
    const isGone = !after.goods.has(key) && listsOf(readings).some((list) => bothEnded.has(list));
    if (item !== null && isGone) moves.push(goods("goods_gone", item, "certain"));
  }
  return moves;
}

const goods = (kind: "goods_new" | "goods_gone", item: string, certainty: Move["certainty"]): Move => ({
  kind,
  item,
  from: null,
  to: null,
  certainty,
  unit: "text",
  direction: kind === "goods_new" ? "up" : "down",
});

function priceChanges(
  item: string,
  before: readonly StoredReading[],
  after: readonly StoredReading[],
  view: LedgerView,
): Move[] {
  const [was, is] = [before, after].map((readings) =>
    seriesOf(
      readings.filter(({ metric }) => metric === "price"),
      view,
    ).find(({ kind }) => kind === "none"),
  );
  const [from, to] = [was?.points.at(-1), is?.points.at(-1)];
  const move = from && to && moveBetween(from, to, "fen");
  return move ? [{ kind: "price", item, ...move }] : [];
}

const wasSeenBefore = (key: EntityKey, day: string, view: LedgerView): boolean => {
  const firstSeen = view.entities.get(key)?.firstSeen;
  return firstSeen !== undefined && shanghaiDay(firstSeen) < day;
};

const nameOf = (key: EntityKey, view: LedgerView): string | null => {
  const entity = view.entities.get(key);
  return entity?.name ?? entity?.id ?? null;
};
