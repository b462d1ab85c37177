import { type ReactNode, useState } from "react";
import { askForReport } from "../../src/browser/report-port";
import { version } from "../../src/browser/view-port";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import type { PageHealth } from "./page-health";
import { withNote } from "./report-note";

/** Saves the console page that was in front last, with everything of the user's own replaced. */
export function SaveReport({ lines }: { lines: readonly PageHealth[] }): ReactNode {
  const { t } = useI18n();
  const [status, setStatus] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const report = await askForReport();
    setBusy(false);
    if (!report) return setStatus(t("drift_report_none"));
    const newest = lines.find(({ page }) => page === report.page)?.newest ?? null;
    const html = withNote(report.html, { version: version(), page: report.page, newest });
    saveFile(`page-report-${report.page}.html`, new Blob([html], { type: "text/html" }));
    setStatus(t("drift_report_saved", { page: t(`page_${report.page}`) }));
  };
  return (
    <div>
      <p className="soft">{t("drift_report_hint")}</p>
      <button type="button" className="button" disabled={busy} onClick={() => void save()}>
        {t("drift_report")}
      </button>
      <p role="status">{status}</p>
    </div>
  );
}
