import type { ReactNode } from "react";
import { findMetric, METRICS, metricOrder } from "../../src/metrics/registry";
import { Empty } from "../../src/ui/components/empty";
import { Icon } from "../../src/ui/components/icon";
import { type Detail, detailOf } from "../../src/ui/data/rivals/detail";
import { known } from "../../src/ui/data/rivals/files";
import { useI18n } from "../../src/ui/i18n/context";
import { CoverageLine } from "./coverage-line";
import { ThingTable } from "./thing-table";
import { useRivalQuery } from "./use-rival-query";

/** Everything that is known of one competitor, each number with its page and time. */
export default function DetailView({ of }: { of: string }): ReactNode {
  const { t } = useI18n();
  const { data, error } = useRivalQuery("one", [of], async (ledger) => {
    const rival = known(await ledger.rivals()).find(({ keys }) => keys.includes(of));
    return rival ? detailOf(ledger, rival) : null;
  });
  if (error) return <p role="alert">{t("trouble", { reason: error.message })}</p>;
  if (data === undefined) return null;
  if (data === null)
    return (
      <Empty title={t("detail_gone")}>
        <p>
          <a href="#watch">{t("rivals_to_list")}</a>
        </p>
      </Empty>
    );
  const { rival } = data;
  return (
    <>
      <p>
        <a href="#rivals/week">← {t("detail_back")}</a>
      </p>
      <h3 className="detail-name">
        {rival.name || t("name_unknown")}
        {rival.group && <span className="tag">{rival.group}</span>}
        {rival.link && (
          <a className="link-line" href={rival.link} target="_blank" rel="noreferrer">
            {t("watch_open")}
            <Icon name="external" />
          </a>
        )}
      </h3>
      {rival.formerNames.length > 0 && (
        <p className="soft">{t("watch_former", { names: rival.formerNames.join("、") })}</p>
      )}
      {rival.remark && <p className="soft pre">{rival.remark}</p>}
      <p className="soft">{t("detail_days", { n: data.days.length, last: data.days.at(-1) ?? "" })}</p>
      <CoverageLine />
      <Numbers of={data} />
      <ThingTable title={t("detail_goods", { n: data.goods.length })} things={data.goods} kind="product" />
      {data.goods.length > 0 && !data.complete && <p className="soft">{t("list_partial_hint")}</p>}
      <ThingTable title={t("detail_lives", { n: data.lives.length })} things={data.lives} kind="live" />
      <ThingTable title={t("detail_videos", { n: data.videos.length })} things={data.videos} kind="video" />
    </>
  );
}

/** What a page shows of a talent or shop; what was not seen of it is named in one line. */
const WANTED = METRICS.filter(({ entities }) => entities.includes("talent"));

function Numbers({ of }: { of: Detail }): ReactNode {
  const { t, format, language } = useI18n();
  const name = language === "en" ? "en" : "zh";
  const seen = new Set(of.latest.map(({ reading }) => reading.metric));
  const missing = WANTED.filter(({ id }) => !seen.has(id)).map((metric) => metric.name[name]);
  const rows = [...of.latest].sort((a, b) => metricOrder(a.reading.metric) - metricOrder(b.reading.metric));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("detail_numbers")} tabIndex={0}>
        <table className="log">
          <caption className="visually-hidden">{t("detail_numbers")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("column_metric")}</th>
              <th scope="col" className="number">
                {t("column_value")}
              </th>
              <th scope="col">{t("detail_before")}</th>
              <th scope="col">{t("column_seen")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ reading, before, source }) => {
              const shown = format.value(reading.value, reading.unit);
              return (
                <tr key={`${reading.metric} ${reading.period?.from ?? ""}`}>
                  <th scope="row">{findMetric(reading.metric)?.name[name] ?? reading.metric}</th>
                  <td className="number strong" title={shown.full}>
                    {shown.text}
                  </td>
                  <td className="soft">
                    {before && `${format.value(before.value, before.unit).text} · ${before.day.slice(5)}`}
                  </td>
                  <td className="soft" title={t("detail_snapshot", { id: reading.snapshot.slice(0, 12) })}>
                    {source ? source.name : t(`page_${reading.page}`)} {format.when(reading.at)}
                    {source?.estimate && <span className="tag">{t("estimate")}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {missing.length > 0 && <p className="soft">{t("detail_missing", { names: missing.join("、") })}</p>}
    </>
  );
}
