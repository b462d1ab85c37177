import type { ReactNode } from "react";
import { findMetric } from "../src/metrics/registry";
import { ChangeLine } from "../src/ui/components/change-line";
import { sourceParts } from "../src/ui/components/source-text";
import { useProfile } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import type { WatchRow } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

/** Changes of a competitor beyond the first and the newest value of everything read of it, each with its page and time. */
export default function CompetitorDetail({ row }: { row: WatchRow }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const { key, name } = row.rival;
  return (
    <div className="detail">
      {row.changes.slice(1, 4).map((change) => (
        <ChangeLine key={change.id} change={change} />
      ))}
      {key && <Latest of={key} name={name || t("name_unknown")} />}
      <button
        type="button"
        className="text-button"
        onClick={() => source.openOptions(key ? `rivals/one/${encodeURIComponent(key)}` : "watch")}
      >
        {t("competitor_open")}
      </button>
    </div>
  );
}

function Latest({ of, name }: { of: string; name: string }): ReactNode {
  const { t, format, language } = useI18n();
  const profile = useProfile(of).data;
  if (!profile) return null;
  return (
    <table className="table">
      <caption className="visually-hidden">{t("readings_of", { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column_metric")}</th>
          <th scope="col" className="number">
            {t("column_value")}
          </th>
          <th scope="col">{t("column_seen")}</th>
        </tr>
      </thead>
      <tbody>
        {profile.latest.map((reading) => {
          const shown = format.value(reading.value, reading.unit);
          return (
            <tr key={reading.metric + (reading.period?.from ?? "")}>
              <td>{findMetric(reading.metric)?.name[language === "en" ? "en" : "zh"] ?? reading.metric}</td>
              <td className="number" title={shown.full}>
                {shown.text}
              </td>
              <td className="soft">
                {reading.source
                  ? sourceParts(reading, t, format).join(" · ")
                  : `${t(`page_${reading.page}`)} ${format.when(reading.at)}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
