import { type ReactNode, useState } from "react";
import type { StockState } from "../../src/metrics/stock-board";
import { DataTable } from "../../src/ui/components/data-table";
import { Icon, type IconName } from "../../src/ui/components/icon";
import type { NamedStock } from "../../src/ui/data/stock";
import { useI18n } from "../../src/ui/i18n/context";
import { SnapshotDialog } from "../dashboard/snapshot-dialog";

/** Rows drawn at once; more by a button. */
const PAGE = 100;
const ICON: Record<StockState, IconName> = { short: "warn", slow: "down", steady: "check", unknown: "clock" };

/** A row a good, the most pressing first; each number with the days it stands on. */
export function StockTable({ rows }: { rows: readonly NamedStock[] }): ReactNode {
  const { t, format } = useI18n();
  const [shown, setShown] = useState(PAGE);
  const [opened, setOpened] = useState<string | null>(null);
  const none = t("value_none");
  const coverOf = ({ sales, cover }: NamedStock): string => {
    if (sales?.units === 0) return t("stock_no_sale");
    return cover === null ? none : t("stock_days", { n: format.number(Math.floor(cover), "count") });
  };
  return (
    <>
      <DataTable
        name={t("section_stock")}
        className="stock"
        columns={[
          { title: t("stock_goods") },
          { title: t("stock_state") },
          { title: t("stock_held"), number: true },
          { title: t("stock_daily"), number: true },
          { title: t("stock_cover"), number: true },
          { title: t("stock_reorder"), number: true },
          { title: t("stock_safety"), number: true },
          { title: t("column_seen") },
        ]}
        rows={rows.slice(0, shown).map((row) => ({
          key: row.n,
          cells: [
            row.name ?? t("name_unknown"),
            <span key="state" className={`stock-state stock-${row.state}`}>
              <Icon name={ICON[row.state]} /> {t(`stock_state_${row.state}`)}
            </span>,
            <span key="held" className="strong">
              {format.number(row.stock, "count")}
            </span>,
            row.sales ? (
              <span key="daily" title={t("stock_sales", { n: row.sales.units, days: row.sales.days })}>
                {format.number(row.sales.units / row.sales.days, "score")}
              </span>
            ) : (
              none
            ),
            coverOf(row),
            row.reorder === null ? none : format.number(row.reorder, "count"),
            row.safety === null ? none : format.number(row.safety, "count"),
            <button key="seen" type="button" className="text-button" onClick={() => setOpened(row.snapshot)}>
              {row.day.slice(5)}
            </button>,
          ],
        }))}
      />
      {rows.length > shown && (
        <button type="button" className="text-button" onClick={() => setShown(shown + PAGE)}>
          {t("stock_more", { n: rows.length - shown })}
        </button>
      )}
      <SnapshotDialog id={opened} onClose={() => setOpened(null)} />
    </>
  );
}
