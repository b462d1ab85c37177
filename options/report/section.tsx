import "../dashboard/dashboard.css";
import "./report.css";
import { type ReactNode, useMemo, useState } from "react";
import { dayBounds, parseDay } from "../../src/ledger/day";
import { addDays, isoWeek, shanghaiDay } from "../../src/metrics/calendar";
import { weekOf } from "../../src/metrics/week-report";
import { reviewWeek } from "../../src/operations/reviews/week";
import { Select } from "../../src/ui/components/select";
import { Trouble } from "../../src/ui/components/trouble";
import { useReport } from "../../src/ui/data/dashboard-queries";
import { useCompetitors, useReviews } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { HouseSwitch, useHouse } from "../house-switch";
import { ReportSheet } from "./report-sheet";

const WEEKS = 12;

/** The report of one week: on screen as it will be on paper, with its files. */
export default function ReportSection(): ReactNode {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { house, houses, choose } = useHouse();
  const today = shanghaiDay(Date.now());
  // The week that is over is the one to report; this one is on the list too.
  const [monday, setMonday] = useState(() => weekOf(addDays(today, -7)).from);
  const { data, error, refetch } = useReport(house, monday);
  const competitors = useCompetitors().data ?? null;
  const rows = useReviews().data;
  const reviews = useMemo(() => {
    const [from] = dayBounds(parseDay(monday));
    const [to] = dayBounds(parseDay(addDays(monday, 7)));
    return reviewWeek(rows ?? [], from, to);
  }, [rows, monday]);
  const [failure, setFailure] = useState("");
  const run = (work: () => Promise<void>): void => {
    work().then(
      () => setFailure(""),
      (reason: unknown) =>
        setFailure(t("action_failed", { reason: reason instanceof Error ? reason.message : String(reason) })),
    );
  };
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return null;
  const weeks = Array.from({ length: WEEKS }, (_, back) => weekOf(addDays(today, -7 * back)));
  const file = `weekly-${isoWeek(monday)}`;
  return (
    <>
      <div className="toolbar no-print">
        <HouseSwitch house={house} houses={houses} onChange={choose} />
        <Select
          label={t("report_week")}
          value={monday}
          options={weeks.map((week) => ({ value: week.from, label: `${isoWeek(week.from)} ${format.period(week)}` }))}
          onChange={setMonday}
        />
        <div className="actions">
          <button type="button" className="button" onClick={() => window.print()}>
            {t("report_print")}
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              run(async () =>
                (await import("./report-files")).saveReportXlsx(file, { report: data, competitors, reviews }, i18n),
              )
            }
          >
            XLSX
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              run(async () => (await import("./report-picture")).saveReportPicture(file, data, reviews, i18n))
            }
          >
            PNG
          </button>
        </div>
      </div>
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
      <ReportSheet report={data} competitors={competitors} reviews={reviews} />
    </>
  );
}
