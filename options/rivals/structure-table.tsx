import type { ReactNode } from "react";
import type { Structure } from "../../src/competitors/market/market";
import { DataTable } from "../../src/ui/components/data-table";
import type { MarketWeek, Seller } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { Estimates } from "./estimates";
import { hhiText } from "./interval-text";
import { sellerName } from "./names";
import { ShareCell } from "./share-cell";

/** CR1, CR3, CR10 and HHI of everybody who has goods, each an interval drawn as one; who has none is named below. */
export function StructureTable(props: { market: MarketWeek; structures: readonly Structure[] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const all = props.market.sellers.flatMap((seller, at) => {
    const of = props.structures[at];
    return of ? [{ seller, of }] : [];
  });
  const without = all.filter(({ of }) => of.goods === 0).map(({ seller }) => sellerName(seller, t));
  return (
    <>
      <h3>{t("concentration")}</h3>
      <p className="soft">{t("concentration_hint")}</p>
      <DataTable
        name={t("concentration")}
        columns={[
          { title: t("week_seller") },
          { title: t("column_goods_count"), number: true },
          ...["CR1", "CR3", "CR10"].map((title) => ({ title })),
          { title: "HHI", number: true },
        ]}
        rows={all
          .filter(({ of }) => of.goods > 0)
          .map(({ seller, of }) => ({
            key: seller.rival?.id ?? "us",
            cells: [
              <SellerHead key="name" seller={seller} />,
              of.goods,
              <ShareCell key="cr1" share={of.cr1} />,
              <ShareCell key="cr3" share={of.cr3} />,
              <ShareCell key="cr10" share={of.cr10} />,
              hhiText(of.hhi, i18n),
            ],
          }))}
      />
      {without.length > 0 && (
        <p className="soft after-table">{t("goods_without", { names: without.join(t("list_comma")) })}</p>
      )}
    </>
  );
}

function SellerHead({ seller }: { seller: Seller }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      {sellerName(seller, t)}
      {!seller.goods.complete && (
        <span className="tag" title={t("list_partial_hint")}>
          {t("list_partial")}
        </span>
      )}
      <Estimates by={seller.goods.estimates} />
    </>
  );
}
