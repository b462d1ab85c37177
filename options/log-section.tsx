import type { ReactNode } from "react";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { useSightings } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import { LogRow } from "./log-row";

const LOG_LENGTH = 200;

/** What was looked at, when, and what came of it; also what was refused and why. */
export function LogSection(): ReactNode {
  const { t } = useI18n();
  const sightings = useSightings(LOG_LENGTH).data;
  if (!sightings) return null;
  if (sightings.length === 0)
    return (
      <Empty title={t("log_empty")}>
        <p className="soft">{t("log_empty_hint")}</p>
        <ConsoleLinks />
      </Empty>
    );
  return (
    <>
      <p className="soft">{t("log_hint", { n: LOG_LENGTH })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("section_log")} tabIndex={0}>
        <table className="log">
          <thead>
            <tr>
              <th scope="col">{t("column_when")}</th>
              <th scope="col">{t("column_page")}</th>
              <th scope="col">{t("column_state")}</th>
              <th scope="col" className="number">
                {t("column_readings")}
              </th>
              <th scope="col">{t("column_notes")}</th>
            </tr>
          </thead>
          <tbody>
            {sightings.map((sighting) => (
              <LogRow key={sighting.seq} sighting={sighting} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
