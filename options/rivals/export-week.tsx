import { type ReactNode, useState } from "react";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { thisWeek } from "./week-select";

/** The week's workbook, a sheet for each view. */
export function ExportWeek(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const source = useSource();
  const [state, setState] = useState("");
  const save = async (): Promise<void> => {
    const week = thisWeek();
    setState(t("rivals_export_running"));
    try {
      const [{ weekTables }, { writeXlsx }, { saveFile }] = await Promise.all([
        import("./workbook/week-tables"),
        import("../../src/ui/tables/xlsx"),
        import("../../src/ui/tables/save-file"),
      ]);
      const tables = await weekTables(await source.reader(), week, i18n);
      saveFile(`TOP10-${week}.xlsx`, await writeXlsx(tables));
      setState(t("rivals_export_done"));
    } catch (error) {
      setState(t("action_failed", { reason: reasonOf(error, t) }));
    }
  };
  return (
    <span className="export">
      <span role="status" className="soft">
        {state}
      </span>
      <button type="button" className="button" onClick={() => void save()}>
        {t("export_week")}
      </button>
    </span>
  );
}
