import { type ReactNode, useMemo, useState } from "react";
import type { BandCount } from "../../src/competitors/market/price-bands";
import { bestSellers } from "../../src/competitors/market/seller-goods";
import type { Value } from "../../src/console/observation";
import type { Interval } from "../../src/metrics/interval";
import { Chart } from "../../src/ui/charts/chart";
import type { ChartSpec } from "../../src/ui/charts/spec";
import { Select } from "../../src/ui/components/select";
import { type MarketWeek, structures } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { bandText } from "./band-text";
import { BandsForm } from "./bands-form";
import { CoverageLine } from "./coverage-line";
import { intervalText } from "./interval-text";
import { sellerName } from "./names";
import { StructureTable } from "./structure-table";
import { useMarket } from "./use-market";
import { useRivalQuery } from "./use-rival-query";
import { thisWeek, WeekSelect } from "./week-select";

/** Price bands, concentration and best sellers of a week. */
export default function GoodsView(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const [week, setWeek] = useState(thisWeek);
  const { market, bands, error } = useMarket(week);
  const [chosen, setChosen] = useState("1");
  const at = Math.min(Number(chosen), (market?.sellers.length ?? 1) - 1);
  const of = useMemo(() => (market && bands ? structures(market, bands) : []), [market, bands]);
  const spec = useMemo((): ChartSpec | null => {
    const sides = [...new Set([0, at])].filter((side) => (of[side]?.priced ?? 0) > 0);
    if (!market || !bands || sides.length === 0) return null;
    return {
      kind: "histogram",
      title: t("goods_bands", { week }),
      xName: t("band"),
      x: bands.map((band) => ({ key: String(band.from), text: bandText(band, i18n) })),
      series: sides.map((side) => ({
        name: sellerName(market.sellers[side] ?? { rival: null }, t),
        unit: "count",
        values: (of[side]?.bands ?? []).map(countOf),
      })),
    };
  }, [market, bands, of, at, week, t, i18n]);
  if (error) return <p role="alert">{t("trouble", { reason: error.message })}</p>;
  if (!market || !bands) return null;
  return (
    <>
      <CoverageLine />
      <div className="controls">
        <WeekSelect value={week} onChange={setWeek} />
        <Select
          label={t("goods_of")}
          value={String(at)}
          options={market.sellers.map((seller, index) => ({ value: String(index), label: sellerName(seller, t) }))}
          onChange={setChosen}
        />
      </div>
      {spec ? <Chart spec={spec} /> : <p className="empty soft">{t("goods_none")}</p>}
      <BandsForm />
      <StructureTable market={market} structures={of} />
      <BestSellers market={market} at={at} />
    </>
  );
}

const countOf = ({ count }: BandCount): Value => asValue(count);
const asValue = ({ low, high }: Interval): Value =>
  low === high ? { precision: "exact", value: low } : { precision: "range", min: low, max: high };

const TOP = 10;

function BestSellers({ market, at }: { market: MarketWeek; at: number }): ReactNode {
  const i18n = useI18n();
  const { t, format } = i18n;
  const seller = market.sellers[at];
  const best = useMemo(() => bestSellers(seller?.goods.goods ?? [], TOP), [seller]);
  const numbers = best.map(({ n }) => n);
  const names = useRivalQuery("names", numbers, (ledger) => ledger.names(numbers)).data;
  if (!seller || best.length === 0 || !names) return null;
  return (
    <>
      <h3>{t("best_sellers", { name: sellerName(seller, t) })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("best_sellers", { name: sellerName(seller, t) })} tabIndex={0}>
        <table className="log">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t("column_goods")}</th>
              <th scope="col" className="number">
                {t("column_price")}
              </th>
              <th scope="col" className="number">
                {t("column_sold")}
              </th>
              <th scope="col" className="number">
                {t("column_commission")}
              </th>
              <th scope="col">{t("column_seen")}</th>
            </tr>
          </thead>
          <tbody>
            {best.map((goods, place) => (
              <tr key={goods.n}>
                <td>{place + 1}</td>
                <td>{names.get(goods.n)?.name ?? t("name_unknown")}</td>
                <td className="number">{intervalText(goods.price, "fen", i18n)}</td>
                <td className="number">{intervalText(goods.sold, "count", i18n)}</td>
                <td className="number">{intervalText(goods.commission, "ratio", i18n)}</td>
                <td className="soft">
                  {format.when(goods.seen.at)}
                  {goods.seen.source?.estimate && (
                    <span className="tag">{t("estimate_by", { name: goods.seen.source.name })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
