import type { ReactNode } from "react";
import type { StockSummary } from "../../src/metrics/house-depth";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";

/** How many of the goods are to be ordered anew or do not sell, with the way to the list. */
export function StockLine({ stock }: { stock: StockSummary }): ReactNode {
  const { t } = useI18n();
  const isFine = stock.short + stock.slow === 0;
  return (
    <p className="stock-line">
      <Icon name={isFine ? "check" : "warn"} />
      <span>
        {t(isFine ? "stock_fine" : "stock_summary", { n: stock.goods, short: stock.short, slow: stock.slow })}{" "}
        <a href="#stock">{t("stock_open")}</a>
      </span>
    </p>
  );
}
