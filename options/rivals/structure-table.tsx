import type { ReactNode } from "react";
import type { Structure } from "../../src/competitors/market/market";
import type { Interval } from "../../src/metrics/interval";
import type { MarketWeek } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { hhiText, intervalText } from "./interval-text";
import { sellerName } from "./names";

/** CR1, CR3, CR10 and HHI of everybody, each an interval drawn as one. */
export function StructureTable({
  market,
  structures,
}: {
  market: MarketWeek;
  structures: readonly Structure[];
}): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <>
      <h3>{t("concentration")}</h3>
      <p className="soft">{t("concentration_hint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("concentration")} tabIndex={0}>
        <table className="log">
          <thead>
            <tr>
              <th scope="col">{t("week_seller")}</th>
              <th scope="col" className="number">
                {t("column_goods_count")}
              </th>
              {["CR1", "CR3", "CR10"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" className="number">
                HHI
              </th>
            </tr>
          </thead>
          <tbody>
            {market.sellers.map((seller, at) => {
              const of = structures[at];
              if (!of) return null;
              return (
                <tr key={seller.rival?.id ?? "us"}>
                  <th scope="row">{sellerName(seller, t)}</th>
                  <td className="number">
                    {of.goods === 0 ? "—" : of.goods}
                    {of.goods > 0 && !seller.goods.complete && (
                      <p className="soft" title={t("list_partial_hint")}>
                        {t("list_partial")}
                      </p>
                    )}
                  </td>
                  {[of.cr1, of.cr3, of.cr10].map((ratio, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: three columns
                    <td key={index}>
                      <ShareBar share={ratio} />
                      {intervalText(ratio, "ratio", i18n)}
                    </td>
                  ))}
                  <td className="number">{hhiText(of.hhi, i18n)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

const WIDTH = 72;

/** A share from 0 to 1 as a bar: sure up to its lower end, open up to its upper. */
export function ShareBar({ share }: { share: Interval | null }): ReactNode {
  if (share === null) return null;
  return (
    <svg className="share-bar" viewBox={`0 0 ${WIDTH} 8`} width={WIDTH} height={8} aria-hidden="true">
      <rect className="share-all" width={WIDTH} height={8} rx={2} />
      <rect className="share-open" x={share.low * WIDTH} width={(share.high - share.low) * WIDTH} height={8} />
      <rect className="share-sure" width={share.low * WIDTH} height={8} rx={2} />
    </svg>
  );
}
