import type { EntityKey } from "../../ledger/model";
import type { LedgerReader } from "../../ledger/reader";
import type { Assumed } from "../../metrics/assumptions";
import { addDays, shanghaiDay } from "../../metrics/calendar";
import { GOODS_METRICS, goodsOf } from "../../metrics/goods";
import { type StockRow, stockBoard } from "../../metrics/stock-board";

export interface NamedStock extends StockRow {
  readonly name: string | null;
}

/** Days of goods lists that sales are told from: 30, and three more where nobody looked on the 30th. */
const DAYS = 33;

/** The goods of one shop; of all own consoles where none is named. */
export async function stockOf(
  ledger: LedgerReader,
  shop: EntityKey | null,
  assumed: Assumed,
  now: number,
): Promise<readonly NamedStock[]> {
  const since = addDays(shanghaiDay(now), -DAYS);
  const [shelves = []] = await ledger.shelves([{ seller: null, since, metrics: GOODS_METRICS }]);
  const rows = stockBoard(goodsOf(shelves, shop), assumed);
  const names = await ledger.names(rows.map(({ n }) => n));
  return rows.map((row) => ({ ...row, name: names.get(row.n)?.name ?? null }));
}
