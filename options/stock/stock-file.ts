import type { NamedStock } from "../../src/ui/data/stock";
import type { I18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import type { Column, Table } from "../../src/ui/tables/table";
import { writeXlsx } from "../../src/ui/tables/xlsx";

/** The list as a sheet for whoever orders: what is not known is an empty cell. */
function stockTable(rows: readonly NamedStock[], { t }: I18n): Table {
  const column = (key: Parameters<typeof t>[0], kind: Column["kind"]): Column => ({ title: t(key), kind });
  return {
    name: t("section_stock"),
    columns: [
      column("stock_goods", "text"),
      column("stock_state", "text"),
      column("stock_held", "count"),
      column("stock_daily", "score"),
      column("stock_cover", "score"),
      column("stock_reorder", "count"),
      column("stock_safety", "count"),
      column("column_day", "day"),
    ],
    rows: rows.map(({ name, state, stock, sales, cover, reorder, safety, day }) => [
      name ?? t("name_unknown"),
      t(`stock_state_${state}`),
      stock,
      sales && sales.units / sales.days,
      cover,
      reorder,
      safety,
      day,
    ]),
  };
}

export async function saveStock(rows: readonly NamedStock[], i18n: I18n): Promise<void> {
  saveFile(`stock-${rows[0]?.day ?? ""}.xlsx`, await writeXlsx([stockTable(rows, i18n)]));
}
