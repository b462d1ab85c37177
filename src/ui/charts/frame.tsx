import "./charts.css";
import { type ReactNode, useState } from "react";
import { useI18n } from "../i18n/context";
import { reasonOf } from "../i18n/messages";
import type { Table } from "../tables/table";
import { fileName } from "./file-name";

/** A picture with its name, the table that says the same, and its files. */
export function ChartFrame(props: {
  title: string;
  hideTitle?: boolean;
  hint?: ReactNode;
  /** The picture. */
  children: ReactNode;
  /** The same in words, shown instead. */
  table: ReactNode;
  /** The same for a file. */
  csv: () => Table;
  savePng: () => Promise<void>;
}): ReactNode {
  const { title, hideTitle = false, hint, children, table, csv, savePng } = props;
  const { t } = useI18n();
  const [asTable, setAsTable] = useState(false);
  const [failure, setFailure] = useState("");
  const run = (work: () => Promise<void>): void => {
    work().then(
      () => setFailure(""),
      (error: unknown) => setFailure(t("action_failed", { reason: reasonOf(error, t) })),
    );
  };
  const saveCsv = async (): Promise<void> => {
    const [{ writeCsv }, { saveFile }] = await Promise.all([import("../tables/csv"), import("../tables/save-file")]);
    saveFile(`${fileName(title)}.csv`, await writeCsv(csv()));
  };
  return (
    <figure className="chart">
      <div className="chart-head">
        <figcaption className={hideTitle ? "visually-hidden" : "strong"}>{title}</figcaption>
        <div className="chart-tools">
          <button type="button" className="text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t("chart_table")}
          </button>
          <button type="button" className="text-button" disabled={asTable} onClick={() => run(savePng)}>
            PNG
          </button>
          <button type="button" className="text-button" onClick={() => run(saveCsv)}>
            CSV
          </button>
        </div>
      </div>
      {hint && <p className="soft">{hint}</p>}
      {asTable ? table : children}
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
    </figure>
  );
}
