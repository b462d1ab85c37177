import type { EntityRecord } from "../ledger/model";
import { dayText } from "./calendar";
import type { DerivedPoint, DerivedSeries } from "./derived";
import type { Goods } from "./goods";
import { tidy } from "./interval";
import { type DayCount, slowMovingShare, turnover } from "./stock";
import { MONTH, monthUnits } from "./stock-board";

/** inventory_turnover and slow_moving_share of a shop: a point for each day whose goods were seen 30 days before too. */
export function stockSeries(shop: EntityRecord, goods: readonly Goods[], days: number): DerivedSeries[] {
  const looks = new Map<number, Pick<Goods, "snapshot" | "seen">>();
  for (const { sold, snapshot, seen } of goods) for (const { day } of sold) looks.set(day, { snapshot, seen });
  const newest = [...looks.keys()].sort((a, b) => a - b).slice(-days);
  const points = newest.flatMap((day) => {
    const held = goods.flatMap(({ sold, stock }) => {
      const units = monthUnits(sold, day);
      const held = units === null ? null : inMonth(stock, day);
      return units !== null && held ? [{ units, ...held }] : [];
    });
    const units = held.reduce((sum, each) => sum + each.units, 0);
    const stock = held.reduce((sum, each) => sum + each.usual, 0);
    const look = looks.get(day);
    return look ? [{ day, look, turns: turnover(units, [stock]), slow: slowMovingShare(held) }] : [];
  });
  const series = (
    metric: string,
    unit: DerivedSeries["unit"],
    of: (point: (typeof points)[number]) => number | null,
  ) => {
    const told = points.flatMap((point): DerivedPoint[] => {
      const value = of(point);
      const date = dayText(point.day);
      return value === null
        ? []
        : [
            {
              period: { from: date, to: date },
              value: { precision: "exact", value: tidy(value) },
              ...point.look,
              partial: false,
              inputs: [],
            },
          ];
    });
    return told.length === 0 ? [] : [{ entity: shop.key, metric, kind: "none" as const, unit, points: told }];
  };
  return [
    ...series("inventory_turnover", "score", ({ turns }) => turns),
    ...series("slow_moving_share", "ratio", ({ slow }) => slow),
  ];
}

/** The stock of the 30 days up to a day: the last one seen, and the usual one. */
function inMonth(stock: readonly DayCount[], day: number): { readonly stock: number; readonly usual: number } | null {
  let [sum, seen, last] = [0, 0, 0];
  for (const each of stock) {
    if (each.day <= day - MONTH) continue;
    if (each.day > day) break;
    sum += each.count;
    seen += 1;
    last = each.count;
  }
  return seen === 0 ? null : { stock: last, usual: sum / seen };
}
