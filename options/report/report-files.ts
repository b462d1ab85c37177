import { isoWeek } from "../../src/metrics/calendar";
import { numberOf } from "../../src/metrics/interval";
import type { WeekReport } from "../../src/metrics/week-report";
import type { ReviewWeek } from "../../src/operations/reviews/week";
import type { WatchBoard } from "../../src/ui/data/view";
import type { I18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import type { Cell, Row, Table } from "../../src/ui/tables/table";
import { writeXlsx } from "../../src/ui/tables/xlsx";
import { changeWords, competitorLines, complianceLines, complianceSums } from "./report-words";

/** What a report is made of. */
export interface ReportParts {
  readonly report: WeekReport;
  readonly competitors: WatchBoard | null;
  readonly reviews: ReviewWeek | null;
}

/** A workbook with a sheet for each part; a sheet of numbers for each unit, so that every cell has its own format. */
function reportTables({ report, competitors, reviews }: ReportParts, i18n: I18n): Table[] {
  const { t, format, language } = i18n;
  const side = language === "en" ? "en" : "zh";
  const { lines, gaps, week } = report;
  const units = [...new Set(lines.map(({ unit }) => unit))];
  const text = (title: string) => ({ title, kind: "text" as const });
  const kpis = units.map((unit): Table => {
    const cell = (value: (typeof lines)[number]["value"]): Cell => numberOf(value) ?? format.value(value, unit).text;
    return {
      name: `${t("report_kpis")} ${t(`unit_name_${unit}`)}`,
      columns: [
        text(t("report_house")),
        text(t("column_metric")),
        { title: t("report_this_week"), kind: unit },
        { title: t("report_days"), kind: "count" },
        { title: t("report_last_week"), kind: unit },
        text(t("change")),
        { title: t("report_target"), kind: unit },
        text(t("report_met")),
      ],
      rows: lines
        .filter((line) => line.unit === unit)
        .map(
          (line): Row => [
            line.house.name ?? t(`entity_${line.house.type}`),
            line.name[side],
            cell(line.value),
            line.days,
            line.before ? cell(line.before.value) : null,
            changeWords(line, i18n),
            line.target?.value ?? null,
            line.target?.met === null || line.target === null ? null : t(line.target.met ? "yes" : "no"),
          ],
        ),
    };
  });
  const isThisWeek = competitors?.week === isoWeek(week.from);
  return [
    ...kpis,
    {
      name: t("report_competitors"),
      columns: [text(t("report_competitors"))],
      rows: competitors && isThisWeek ? competitorLines(competitors, i18n).map((line) => [line]) : [],
    },
    {
      name: t("report_compliance"),
      columns: [text(t("report_compliance"))],
      rows: reviews ? [...complianceSums(reviews, i18n), ...complianceLines(reviews, i18n)].map((line) => [line]) : [],
    },
    {
      name: t("report_missing"),
      columns: [text(t("report_house")), text(t("column_metric"))],
      rows: gaps.map(({ house, name }) => [house.name ?? t(`entity_${house.type}`), name[side]]),
    },
  ];
}

export async function saveReportXlsx(file: string, parts: ReportParts, i18n: I18n): Promise<void> {
  saveFile(`${file}.xlsx`, await writeXlsx(reportTables(parts, i18n)));
}
