import { type ReactNode, useState } from "react";
import { readingOf } from "../../src/ledger/shelves";
import { findMetric, metricOrder } from "../../src/metrics/registry";
import { DataTable } from "../../src/ui/components/data-table";
import type { Thing } from "../../src/ui/data/rivals/detail";
import { useI18n } from "../../src/ui/i18n/context";
import { SourceCell } from "./source-cell";

const SHOWN = 20;

/** Goods, videos or lives of a competitor, a row each, with every number that a page showed. */
export function ThingTable(props: {
  title: string;
  things: readonly Thing[];
  kind: "product" | "live" | "video";
}): ReactNode {
  const { title, things, kind } = props;
  const { t, format, language } = useI18n();
  const [all, setAll] = useState(false);
  if (things.length === 0) return null;
  const metrics = [...new Set(things.flatMap(({ readings }) => readings.map(({ metric }) => metric)))].sort(
    (a, b) => metricOrder(a) - metricOrder(b),
  );
  const shown = all ? things : things.slice(0, SHOWN);
  const isDated = kind !== "product";
  const number = (readings: Thing["readings"], metric: string): ReactNode => {
    const reading = readingOf(readings, metric);
    const value = reading && format.value(reading.value, reading.unit);
    return (
      <span key={metric} title={value?.full}>
        {value?.text ?? ""}
      </span>
    );
  };
  return (
    <>
      <h3>{title}</h3>
      <DataTable
        name={title}
        columns={[
          { title: t("column_title") },
          ...(isDated ? [{ title: t("column_published") }] : []),
          ...metrics.map((metric) => ({
            title: findMetric(metric)?.name[language === "en" ? "en" : "zh"] ?? metric,
            number: true,
          })),
          { title: t("column_seen") },
        ]}
        rows={shown.map(({ thing, readings, at, snapshot, page, source }) => ({
          key: thing.key,
          cells: [
            thing.name ?? t("name_unknown"),
            ...(isDated
              ? [
                  <span key="at" className="nowrap">
                    {thing.publishedAt?.replace("T", " ")}
                  </span>,
                ]
              : []),
            ...metrics.map((metric) => number(readings, metric)),
            <SourceCell key="seen" at={at} snapshot={snapshot} page={page} source={source} />,
          ],
        }))}
      />
      {things.length > shown.length && (
        <p className="after-table">
          <button type="button" className="button" onClick={() => setAll(true)}>
            {t("changes_more", { n: things.length - shown.length })}
          </button>
        </p>
      )}
    </>
  );
}
