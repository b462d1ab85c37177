import { type ReactNode, useState } from "react";
import { weeksUntil } from "../../src/competitors/week-board";
import { shanghaiDay } from "../../src/metrics/calendar";
import { findMetric, METRICS } from "../../src/metrics/registry";
import { Select } from "../../src/ui/components/select";
import { ranksOf } from "../../src/ui/data/rivals/trends";
import { useI18n } from "../../src/ui/i18n/context";
import { BumpChart } from "./bump-chart";
import { CoverageLine } from "./coverage-line";
import { Timeline } from "./timeline";
import { useRivalQuery } from "./use-rival-query";

const WEEKS = 8;
const RANKED = METRICS.filter(({ entities, unit }) => entities.includes("talent") && unit !== "text");

/** Places by a metric week by week, and what happened when. */
export default function TrendsView(): ReactNode {
  const { t, language } = useI18n();
  const [metric, setMetric] = useState("sales_gmv");
  const weeks = weeksUntil(shanghaiDay(Date.now()), WEEKS);
  const { data } = useRivalQuery("ranks", [metric, weeks], (ledger) => ranksOf(ledger, metric, weeks));
  const nameOf = (id: string): string => findMetric(id)?.name[language === "en" ? "en" : "zh"] ?? id;
  const shown = data?.lines.some(({ points }) => points.some((point) => point !== null));
  return (
    <>
      <CoverageLine />
      <div className="controls">
        <Select
          label={t("trend_metric")}
          value={metric}
          options={RANKED.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          onChange={setMetric}
        />
      </div>
      {data && shown && (
        <BumpChart
          title={t("bump_title", { name: nameOf(metric) })}
          hint={t("bump_hint")}
          names={data.rivals.map(({ name }) => name || t("name_unknown"))}
          weeks={weeks}
          lines={data.lines}
          unit={findMetric(metric)?.unit ?? "count"}
        />
      )}
      {data && !shown && <p className="empty soft">{t("bump_none")}</p>}
      <Timeline />
    </>
  );
}
