import type { ReactNode } from "react";
import { isEditor } from "../src/console/page";
import type { Sighting } from "../src/ledger/model";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { DataTable } from "../src/ui/components/data-table";
import { Empty } from "../src/ui/components/empty";
import { useSightings } from "../src/ui/data/queries";
import { checkText } from "../src/ui/i18n/check-text";
import { useI18n } from "../src/ui/i18n/context";

const LOG_LENGTH = 200;

/** What was looked at, when, and what came of it; also what was refused and why. */
export function LogSection(): ReactNode {
  const { t, format } = useI18n();
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
      <DataTable
        name={t("section_log")}
        columns={[
          { title: t("column_when") },
          { title: t("column_page") },
          { title: t("column_state") },
          { title: t("column_readings"), number: true },
          { title: t("column_notes") },
        ]}
        rows={sightings.map(({ seq, at, page, account, state, readings, failed, unknownLabels }) => ({
          key: seq,
          cells: [
            format.when(at),
            <span key="page">
              {t(`page_${page}`)} {account && <span className="soft">{account}</span>}
            </span>,
            t(state === "ok" && isEditor(page) ? "front_writing_hint" : `state_${state}`),
            readings,
            <Notes key="notes" failed={failed} unknownLabels={unknownLabels} />,
          ],
        }))}
      />
    </>
  );
}

function Notes({ failed, unknownLabels }: Pick<Sighting, "failed" | "unknownLabels">): ReactNode {
  const { t } = useI18n();
  return (
    <div className="soft">
      {failed.map((each) => (
        <p key={each.check}>{checkText(each, t)}</p>
      ))}
      {unknownLabels.length > 0 && <p>{t("unknown_labels", { labels: unknownLabels.join(t("list_comma")) })}</p>}
    </div>
  );
}
