import type { ReactNode } from "react";
import type { KpiCard } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

/** The table behind a card's line: each day with its value in full, the page it was on and when it was seen. */
export function CardTable({ card, name }: { card: KpiCard; name: string }): ReactNode {
  const { t, format } = useI18n();
  const rows = card.series.toReversed();
  return (
    <table className="table">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column_day")}</th>
          <th scope="col" className="number">
            {t("column_value")}
          </th>
          <th scope="col">{t("column_seen")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((point) => {
          const shown = format.value(point.value, card.unit);
          return (
            <tr key={point.day}>
              <td>{point.day.slice(5)}</td>
              <td className="number">{point.value.precision === "exact" ? shown.full : shown.text}</td>
              <td className="soft">
                {t(`page_${point.page}`)} {format.when(point.at)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
