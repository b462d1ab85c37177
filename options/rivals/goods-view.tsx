import { type ReactNode, useMemo, useState } from "react";
import type { BandCount } from "../../src/competitors/market/price-bands";
import type { Value } from "../../src/console/observation";
import type { Interval } from "../../src/metrics/interval";
import { Chart } from "../../src/ui/charts/chart";
import type { ChartSpec } from "../../src/ui/charts/spec";
import { Select } from "../../src/ui/components/select";
import { structures } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { bandText } from "./band-text";
import { BandsForm } from "./bands-form";
import { BestSellers } from "./best-sellers";
import { MarketCoverage } from "./coverage-line";
import { sellerName } from "./names";
import { StructureTable } from "./structure-table";
import { useMarket } from "./use-market";
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
  if (error) return <p role="alert">{t("trouble", { reason: reasonOf(error, t) })}</p>;
  if (!market || !bands) return null;
  return (
    <>
      <MarketCoverage market={market} />
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
      {market.sellers[at] && <BestSellers seller={market.sellers[at]} />}
    </>
  );
}

const countOf = ({ count }: BandCount): Value => asValue(count);
const asValue = ({ low, high }: Interval): Value =>
  low === high ? { precision: "exact", value: low } : { precision: "range", min: low, max: high };
