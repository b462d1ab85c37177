import type { ReactNode } from "react";
import type { Combined } from "../../src/metrics/combined";
import { useI18n } from "../../src/ui/i18n/context";

/** What adds up over several accounts or shops, and of what it is the sum. People and rates never do. */
export function CombinedTable({ rows }: { rows: readonly Combined[] }): ReactNode {
  const { t, format, language } = useI18n();
  return (
    <section>
      <h3>{t("dashboard_combined")}</h3>
      <p className="soft">{t("dashboard_combined_hint")}</p>
      <div className="scroll">
        <table className="log">
          <tbody>
            {rows.map(({ metric, name, unit, value, period, parts }) => (
              <tr key={metric}>
                <th scope="row">{name[language === "en" ? "en" : "zh"]}</th>
                <td className="number strong">{format.value(value, unit).text}</td>
                <td className="soft">{format.period(period)}</td>
                <td className="soft">
                  {parts
                    .map((each) => `${each.entity.name ?? t("name_unknown")} ${format.value(each.value, unit).text}`)
                    .join(" + ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
