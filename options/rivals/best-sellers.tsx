import { type ReactNode, useMemo } from "react";
import { bestSellers } from "../../src/competitors/market/seller-goods";
import { DataTable } from "../../src/ui/components/data-table";
import type { Seller } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { intervalText } from "./interval-text";
import { sellerName } from "./names";
import { SourceCell } from "./source-cell";
import { useRivalQuery } from "./use-rival-query";

const TOP = 10;

/** What a seller sold most of. */
export function BestSellers({ seller }: { seller: Seller }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const best = useMemo(() => bestSellers(seller.goods.goods, TOP), [seller]);
  const numbers = best.map(({ n }) => n);
  const names = useRivalQuery("names", numbers, (ledger) => ledger.names(numbers)).data;
  if (best.length === 0 || !names) return null;
  const title = t("best_sellers", { name: sellerName(seller, t) });
  return (
    <>
      <h3>{title}</h3>
      <DataTable
        name={title}
        columns={[
          { title: t("column_goods") },
          { title: t("column_sold"), number: true },
          { title: t("column_price"), number: true },
          { title: t("column_commission"), number: true },
          { title: t("column_seen") },
        ]}
        rows={best.map(({ n, price, sold, commission, seen }) => ({
          key: n,
          cells: [
            names.get(n)?.name ?? t("name_unknown"),
            <strong key="sold">{intervalText(sold, "count", i18n)}</strong>,
            intervalText(price, "fen", i18n),
            intervalText(commission, "ratio", i18n),
            <SourceCell key="seen" at={seen.at} snapshot={seen.snapshot} source={seen.source} />,
          ],
        }))}
      />
    </>
  );
}
