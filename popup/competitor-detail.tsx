import type { ReactNode } from "react";
import { sourceParts } from "../src/ui/components/source-text";
import type { CompetitorRow } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";
import { ChangeLine } from "./change-line";

/** All changes and the newest value of everything read of a competitor, each with its page and time. */
export function CompetitorDetail({ row }: { row: CompetitorRow }): ReactNode {
  const { t, format, language } = useI18n();
  return (
    <div className="detail">
      {row.changes.slice(1).map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no identity of their own and never reorder in place
        <ChangeLine key={index} change={change} />
      ))}
      <table className="table">
        <caption className="visually-hidden">{t("readings_of", { name: row.name || t("name_unknown") })}</caption>
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
          {row.latest.map((reading) => {
            const shown = format.value(reading.value, reading.unit);
            return (
              <tr key={reading.metric + (reading.period?.from ?? "")}>
                <td>{reading.name[language === "en" ? "en" : "zh"]}</td>
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
    </div>
  );
}
