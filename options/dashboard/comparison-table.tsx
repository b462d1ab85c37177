import type { ReactNode } from "react";
import type { Unit } from "../../src/console/observation";
import type { Comparison } from "../../src/metrics/comparison";
import { ChangeText } from "../../src/ui/components/change-text";
import { useI18n } from "../../src/ui/i18n/context";

/** One number against its own past in every way that makes sense, or why it cannot be told. */
export function ComparisonTable(props: { comparisons: readonly Comparison[]; unit: Unit; name: string }): ReactNode {
  const { comparisons, unit, name } = props;
  const { t, format } = useI18n();
  if (comparisons.length === 0) return <p className="soft">{t("delta_first")}</p>;
  return (
    <table className="log">
      <caption className="visually-hidden">{t("comparisons_of", { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("against")}</th>
          <th scope="col">{t("column_day")}</th>
          <th scope="col" className="number">
            {t("column_value")}
          </th>
          <th scope="col">{t("change")}</th>
        </tr>
      </thead>
      <tbody>
        {comparisons.map((each) => (
          <tr key={each.against}>
            <th scope="row">{t(`against_${each.against}`)}</th>
            <td className="soft">{format.period(each.period)}</td>
            <td className="number">{each.previous ? format.value(each.previous, unit).text : t("value_none")}</td>
            <td>
              <ChangeText comparison={each} unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
