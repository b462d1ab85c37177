import { isoWeek } from "../../src/metrics/calendar";
import type { WeekReport } from "../../src/metrics/week-report";
import type { ReviewWeek } from "../../src/operations/reviews/week";
import { paletteOf } from "../../src/ui/charts/palette";
import type { I18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { changeWords, complianceLines, complianceSums } from "./report-words";

const WIDTH = 720;
const SCALE = 2;
const ROW = 44;
const PAD = 24;
const ROWS = 14;
/** Of compliance: the sums and so many risks and rejections. */
const RISKS = 4;
const LINE = 26;

/** The week's numbers as a picture for a chat: a row a metric, the value big, the change beside; below, what was reviewed. */
export async function saveReportPicture(
  file: string,
  report: WeekReport,
  reviews: ReviewWeek | null,
  i18n: I18n,
): Promise<void> {
  const { t, format, language } = i18n;
  const side = language === "en" ? "en" : "zh";
  const palette = paletteOf(document.body);
  const rows = report.lines.slice(0, ROWS);
  const risks = complianceText(reviews, i18n);
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = (2 * PAD + 72 + rows.length * ROW + (risks.length + 1) * LINE + 56) * SCALE;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, WIDTH, canvas.height);
  const write = (text: string, x: number, y: number, font: string, colour: string, width?: number): void => {
    pen.font = `${font} ${palette.font}`;
    pen.fillStyle = colour;
    pen.fillText(text, x, y, width);
  };
  pen.textBaseline = "middle";
  write(t("report_title", { week: isoWeek(report.week.from) }), PAD, PAD + 14, "600 22px", palette.ink);
  write(format.period(report.week), PAD, PAD + 44, "14px", palette.soft);
  let y = PAD + 72 + ROW / 2;
  for (const line of rows) {
    pen.strokeStyle = palette.line;
    pen.strokeRect(PAD, y - ROW / 2, WIDTH - 2 * PAD, 0);
    write(line.name[side], PAD, y, "15px", palette.ink, 210);
    write(format.value(line.value, line.unit).text, 250, y, "600 18px", palette.ink, 150);
    write(changeWords(line, i18n), 410, y, "14px", palette.ink, WIDTH - PAD - 410);
    y += ROW;
  }
  y += 8;
  write(t("report_compliance"), PAD, y, "600 15px", palette.ink);
  for (const text of risks) {
    y += LINE;
    write(text, PAD, y, "14px", palette.ink, WIDTH - 2 * PAD);
  }
  y += LINE;
  write(t("report_foot"), PAD, y + 8, "12px", palette.soft, WIDTH - 2 * PAD);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the browser made no picture");
  saveFile(`${file}.png`, blob);
}

/** What the sheet's compliance section says, a line each. */
function complianceText(week: ReviewWeek | null, i18n: I18n): readonly string[] {
  const { t } = i18n;
  if (!week) return [t("report_no_compliance")];
  const lines = complianceLines(week, i18n);
  const more = lines.length > RISKS ? [t("report_more", { n: lines.length - RISKS })] : [];
  return [complianceSums(week, i18n).join(t("list_comma")), ...lines.slice(0, RISKS), ...more];
}
