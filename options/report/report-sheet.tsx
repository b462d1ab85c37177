import { Fragment, type ReactNode } from "react";
import { isoWeek } from "../../src/metrics/calendar";
import type { ReportLine, WeekReport } from "../../src/metrics/week-report";
import type { ReviewWeek } from "../../src/operations/reviews/week";
import { DataTable } from "../../src/ui/components/data-table";
import { TargetText } from "../../src/ui/components/target-text";
import type { WatchBoard } from "../../src/ui/data/view";
import { useI18n } from "../../src/ui/i18n/context";
import { CompliancePart } from "./compliance-part";
import { ReportChange } from "./report-change";
import { competitorLines } from "./report-words";

/** How many of each fit on one page of A4. */
const LINES = 16;
const MOVERS = 6;
const RIVALS = 10;

/** The report as one page: numbers against targets, what moved, competitors, compliance, what is missing. */
export function ReportSheet(props: {
  report: WeekReport;
  competitors: WatchBoard | null;
  reviews: ReviewWeek | null;
}): ReactNode {
  const { report, competitors, reviews } = props;
  const i18n = useI18n();
  const { t, format, language } = i18n;
  const side = language === "en" ? "en" : "zh";
  const { week, lines, movers, gaps } = report;
  const isMixed = new Set(lines.map(({ house }) => house.key)).size > 1;
  const houseOf = ({ house }: ReportLine): string => house.name ?? t(`entity_${house.type}`);
  const rivals = competitors?.week === isoWeek(week.from) ? competitorLines(competitors, i18n).slice(0, RIVALS) : [];
  const missing = [...new Set(gaps.map(({ name }) => name[side]))];
  return (
    <article className="sheet">
      <header>
        <h3>{t("report_title", { week: isoWeek(week.from) })}</h3>
        <p className="soft">{format.period(week)}</p>
      </header>
      <h4>{t("report_kpis")}</h4>
      {lines.length === 0 && <p className="soft">{t("report_no_kpis")}</p>}
      {lines.length > 0 && (
        <DataTable
          name={t("report_kpis")}
          columns={[
            { title: t("column_metric") },
            { title: t("report_this_week"), number: true },
            { title: t("report_last_week"), number: true },
            { title: t("change") },
            { title: t("report_target") },
          ]}
          rows={lines.slice(0, LINES).map((line) => ({
            key: line.house.key + line.metric,
            cells: [
              <Fragment key="metric">
                {line.name[side]}
                {isMixed && <span className="soft sheet-house">{houseOf(line)}</span>}
              </Fragment>,
              <Fragment key="week">
                <span className="strong">{format.value(line.value, line.unit).text}</span>{" "}
                <span className="soft">{t(`how_${line.how}`, { n: line.days })}</span>
              </Fragment>,
              line.before ? format.value(line.before.value, line.unit).text : t("value_none"),
              <ReportChange key="change" line={line} />,
              line.target && <TargetText key="target" target={line.target} unit={line.unit} />,
            ],
          }))}
        />
      )}
      {lines.length > LINES && <p className="soft">{t("report_more", { n: lines.length - LINES })}</p>}
      <h4>{t("report_movers")}</h4>
      {movers.length === 0 && <p className="soft">{t("report_no_movers")}</p>}
      <ul className="movers">
        {movers.slice(0, MOVERS).map((line) => (
          <li key={line.house.key + line.metric}>
            {line.name[side]} {isMixed && <span className="soft">{houseOf(line)}</span>} <ReportChange line={line} />
          </li>
        ))}
      </ul>
      <h4>{t("report_competitors")}</h4>
      {rivals.length === 0 ? (
        <p className="soft">{t("report_no_competitors")}</p>
      ) : (
        <ul>
          {rivals.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <h4>{t("report_compliance")}</h4>
      <CompliancePart week={reviews} />
      <h4>{t("report_missing")}</h4>
      <p className={missing.length === 0 ? "soft" : ""}>
        {missing.length === 0 ? t("report_nothing_missing") : missing.join(t("list_comma"))}
      </p>
      <footer className="soft">{t("report_foot")}</footer>
    </article>
  );
}
