import type { ReactNode } from "react";
import { useFields, useSightings } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { type PageHealth, pageHealth } from "./page-health";
import { SaveReport } from "./save-report";

const LOOKS = 2_000;

/** Per page: when it was last understood, how many of the fields that it can show were found, and why not. */
export default function DriftSection(): ReactNode {
  const { t } = useI18n();
  const sightings = useSightings(LOOKS).data;
  if (!sightings) return null;
  const lines = pageHealth(sightings);
  return (
    <>
      <p className="soft">{t(lines.length === 0 ? "log_empty" : "drift_hint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("section_drift")} tabIndex={0}>
        <table className="log">
          <thead>
            <tr>
              <th scope="col">{t("column_page")}</th>
              <th scope="col">{t("drift_understood")}</th>
              <th scope="col" className="number">
                {t("drift_fields")}
              </th>
              <th scope="col">{t("drift_last")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.page} line={line} />
            ))}
          </tbody>
        </table>
      </section>
      <SaveReport lines={lines} />
    </>
  );
}

function Line({ line }: { line: PageHealth }): ReactNode {
  const { t, format } = useI18n();
  const { page, understood, snapshot, expected, newest } = line;
  const found = useFields(snapshot).data?.filter((metric) => expected.includes(metric)).length;
  const reasons = newest.failed.map((each) => t(`check_${each.check}`));
  return (
    <tr>
      <td>{t(`page_${page}`)}</td>
      <td className="nowrap">{understood === null ? t("drift_never") : format.when(understood)}</td>
      <td className="number">{expected.length > 0 && found !== undefined ? `${found} / ${expected.length}` : "–"}</td>
      <td>
        {t(`state_${newest.state}`)}
        <span className="soft"> {[format.when(newest.at), ...reasons].join(" · ")}</span>
      </td>
    </tr>
  );
}
