import { type ReactNode, useState } from "react";
import type { StockState } from "../../src/metrics/stock-board";
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
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("section_stock")} tabIndex={0}>
        <table className="log stock">
          <thead>
            <tr>
              <th scope="col">{t("stock_goods")}</th>
              <th scope="col">{t("stock_state")}</th>
              <th scope="col" className="number">
                {t("stock_held")}
              </th>
              <th scope="col" className="number">
                {t("stock_daily")}
              </th>
              <th scope="col" className="number">
                {t("stock_cover")}
              </th>
              <th scope="col" className="number">
                {t("stock_reorder")}
              </th>
              <th scope="col" className="number">
                {t("stock_safety")}
              </th>
              <th scope="col">{t("column_seen")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.n}>
                <th scope="row">{row.name ?? t("name_unknown")}</th>
                <td className={`stock-state stock-${row.state}`}>
                  <Icon name={ICON[row.state]} /> {t(`stock_state_${row.state}`)}
                </td>
                <td className="number strong">{format.number(row.stock, "count")}</td>
                <td className="number">
                  {row.sales ? (
                    <span title={t("stock_sales", { n: row.sales.units, days: row.sales.days })}>
                      {format.number(row.sales.units / row.sales.days, "score")}
                    </span>
                  ) : (
                    none
                  )}
                </td>
                <td className="number">
                  {row.sales?.units === 0
                    ? t("stock_no_sale")
                    : row.cover === null
                      ? none
                      : t("stock_days", { n: format.number(Math.floor(row.cover), "count") })}
                </td>
                <td className="number">{row.reorder === null ? none : format.number(row.reorder, "count")}</td>
                <td className="number">{row.safety === null ? none : format.number(row.safety, "count")}</td>
                <td>
                  <button type="button" className="text-button" onClick={() => setOpened(row.snapshot)}>
                    {row.day.slice(5)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <button type="button" className="text-button" onClick={() => setShown(shown + PAGE)}>
          {t("stock_more", { n: rows.length - shown })}
        </button>
      )}
      <SnapshotDialog id={opened} onClose={() => setOpened(null)} />
    </>
  );
}
