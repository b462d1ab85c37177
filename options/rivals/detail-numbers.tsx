import type { ReactNode } from "react";
import { findMetric, METRICS, metricOrder } from "../../src/metrics/registry";
import { DataTable } from "../../src/ui/components/data-table";
import type { Detail } from "../../src/ui/data/rivals/detail";
import { useI18n } from "../../src/ui/i18n/context";
import { SourceCell } from "./source-cell";

/** What a page shows of a talent or shop; what was not seen of it is named in one line. */
const WANTED = METRICS.filter(({ entities }) => entities.includes("talent"));

/** The newest of every number of a competitor, with the one before it. */
export function DetailNumbers({ of }: { of: Detail }): ReactNode {
  const { t, format, language } = useI18n();
  const name = language === "en" ? "en" : "zh";
  const seen = new Set(of.latest.map(({ reading }) => reading.metric));
  const missing = WANTED.filter(({ id }) => !seen.has(id)).map((metric) => metric.name[name]);
  const rows = [...of.latest].sort((a, b) => metricOrder(a.reading.metric) - metricOrder(b.reading.metric));
  return (
    <>
      <h3>{t("detail_numbers")}</h3>
      <DataTable
        name={t("detail_numbers")}
        columns={[
          { title: t("column_metric") },
          { title: t("column_value"), number: true },
          { title: t("detail_before") },
          { title: t("column_seen") },
        ]}
        rows={rows.map(({ reading, before, source }) => {
          const shown = format.value(reading.value, reading.unit);
          return {
            key: `${reading.metric} ${reading.period?.from ?? ""}`,
            cells: [
              findMetric(reading.metric)?.name[name] ?? reading.metric,
              <strong key="value" title={shown.full}>
                {shown.text}
              </strong>,
              <span key="before" className="soft nowrap">
                {before && `${format.value(before.value, before.unit).text} · ${before.day.slice(5)}`}
              </span>,
              <SourceCell key="seen" at={reading.at} snapshot={reading.snapshot} page={reading.page} source={source} />,
            ],
          };
        })}
      />
      {missing.length > 0 && (
        <p className="soft after-table">{t("detail_missing", { names: missing.join(t("list_comma")) })}</p>
      )}
    </>
  );
}
