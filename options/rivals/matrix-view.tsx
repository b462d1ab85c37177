import { type ReactNode, useMemo, useState } from "react";
import { weekSpan, weeksUntil } from "../../src/competitors/week-board";
import { Select } from "../../src/ui/components/select";
import { useNotes } from "../../src/ui/data/queries";
import {
  bandsOf,
  marketWeeks,
  overlapByWeek,
  overlaps,
  priceWeeks,
  sameGoodsWeek,
  verdictsOf,
} from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { MarketCoverage } from "./coverage-line";
import { HeatMap } from "./heat-map";
import { sellerName } from "./names";
import { PairList } from "./pair-list";
import { useMarket } from "./use-market";
import { useRivalQuery } from "./use-rival-query";
import { thisWeek, WeekSelect } from "./week-select";

const MEASURES = ["price", "same", "weeks"] as const;
const WEEKS = 12;

/** How alike sellers are: by price bands and by goods, with each other in a week and with us over weeks. */
export default function MatrixView(): ReactNode {
  const { t } = useI18n();
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>("price");
  const [week, setWeek] = useState(thisWeek);
  return (
    <>
      <div className="controls">
        <Select
          label={t("matrix_measure")}
          value={measure}
          options={MEASURES.map((value) => ({ value, label: t(`matrix_${value}`) }))}
          onChange={setMeasure}
        />
        <WeekSelect value={week} onChange={setWeek} />
      </div>
      {measure === "price" && <PriceMatrix week={week} />}
      {measure === "same" && <SameMatrix week={week} />}
      {measure === "weeks" && <WeeksMatrix week={week} />}
    </>
  );
}

function PriceMatrix({ week }: { week: string }): ReactNode {
  const { t } = useI18n();
  const { market, bands, error } = useMarket(week);
  const values = useMemo(() => (market && bands ? overlaps(market, bands) : []), [market, bands]);
  if (error) return <p role="alert">{t("trouble", { reason: reasonOf(error, t) })}</p>;
  if (!market) return null;
  const names = market.sellers.map((seller) => sellerName(seller, t));
  return (
    <>
      <MarketCoverage market={market} />
      <HeatMap
        title={t("overlap_title", { week })}
        hint={t("overlap_hint")}
        rows={names}
        columns={names}
        values={values}
      />
    </>
  );
}

function SameMatrix({ week }: { week: string }): ReactNode {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<readonly [number, number]>([0, 1]);
  const { data, error } = useRivalQuery("same", [week], async (ledger) => {
    const [[market], notes] = await Promise.all([marketWeeks(ledger, [week]), ledger.notes("rival_pair")]);
    return market ? sameGoodsWeek(ledger, market, verdictsOf(notes)) : null;
  });
  if (error) return <p role="alert">{t("trouble", { reason: reasonOf(error, t) })}</p>;
  if (!data) return null;
  const names = data.market.sellers.map((seller) => sellerName(seller, t));
  return (
    <>
      <MarketCoverage market={data.market} />
      <HeatMap
        title={t("jaccard_title", { week })}
        hint={t("jaccard_hint")}
        rows={names}
        columns={names}
        values={data.jaccard}
        chosen={chosen}
        onChoose={(row, column) => setChosen([Math.min(row, column), Math.max(row, column)])}
      />
      <PairList of={data} sides={chosen} />
    </>
  );
}

function WeeksMatrix({ week }: { week: string }): ReactNode {
  const { t } = useI18n();
  const weeks = weeksUntil(weekSpan(week).monday, WEEKS);
  const notes = useNotes("rival_bands").data;
  const { data, error } = useRivalQuery("weeks", [week], (ledger) => priceWeeks(ledger, weeks));
  const values = useMemo(() => (data && notes ? overlapByWeek(data, bandsOf(data.market, notes)) : []), [data, notes]);
  if (error) return <p role="alert">{t("trouble", { reason: reasonOf(error, t) })}</p>;
  const market = data?.market;
  if (!market) return null;
  return (
    <>
      <MarketCoverage market={market} />
      <HeatMap
        title={t("overlap_weeks_title")}
        hint={t("overlap_weeks_hint")}
        rows={market.sellers.slice(1).map((seller) => sellerName(seller, t))}
        columns={weeks.map((each) => each.slice(5))}
        values={values}
      />
    </>
  );
}
