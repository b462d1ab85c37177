import { type ReactNode, useState } from "react";
import { readingOf } from "../../src/competitors/seller-file";
import { findMetric, metricOrder } from "../../src/metrics/registry";
import type { Thing } from "../../src/ui/data/rivals/detail";
import { useI18n } from "../../src/ui/i18n/context";

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
  return (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={title} tabIndex={0}>
        <table className="log">
          <thead>
            <tr>
              <th scope="col">{t("column_title")}</th>
              {kind !== "product" && <th scope="col">{t("column_published")}</th>}
              {metrics.map((metric) => (
                <th key={metric} scope="col" className="number">
                  {findMetric(metric)?.name[language === "en" ? "en" : "zh"] ?? metric}
                </th>
              ))}
              <th scope="col">{t("column_seen")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ thing, readings, at, snapshot, page, source }) => (
              <tr key={thing.key}>
                <th scope="row">{thing.name ?? t("name_unknown")}</th>
                {kind !== "product" && <td className="nowrap">{thing.publishedAt?.replace("T", " ")}</td>}
                {metrics.map((metric) => {
                  const reading = readingOf(readings, metric);
                  const value = reading && format.value(reading.value, reading.unit);
                  return (
                    <td key={metric} className="number" title={value?.full}>
                      {value?.text ?? ""}
                    </td>
                  );
                })}
                <td className="soft nowrap" title={t("detail_snapshot", { id: snapshot.slice(0, 12) })}>
                  {source ? source.name : t(`page_${page}`)} {format.when(at)}
                  {source?.estimate && <span className="tag">{t("estimate")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {things.length > shown.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t("changes_more", { n: things.length - shown.length })}
        </button>
      )}
    </>
  );
}
