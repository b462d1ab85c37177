import "./charts.css";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useI18n } from "../i18n/context";
import { ChartTable } from "./chart-table";
import { fileName } from "./file-name";
import type { ChartSpec } from "./spec";
import { twinTable } from "./twin";

const ChartCanvas = lazy(() => import("./canvas"));

/**
 * A chart with its name, its table and its files. `spec` is to be memoised by the caller: the picture is drawn anew
 * whenever it is another object. The spec's title is the heading unless `hideTitle`.
 */
export function Chart({ spec, hideTitle = false }: { spec: ChartSpec; hideTitle?: boolean }): ReactNode {
  const { t, format } = useI18n();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [failure, setFailure] = useState("");
  const run = (work: () => Promise<void>): void => {
    work().then(
      () => setFailure(""),
      (error: unknown) =>
        setFailure(t("action_failed", { reason: error instanceof Error ? error.message : String(error) })),
    );
  };
  const savePng = async (): Promise<void> => {
    if (canvas.current) await (await import("./picture")).savePicture(canvas.current, spec.title);
  };
  const saveCsv = async (): Promise<void> => {
    const [{ writeCsv }, { saveFile }] = await Promise.all([import("../tables/csv"), import("../tables/save-file")]);
    const show = ({ values, unit }: ChartSpec["series"][number], place: number): string => {
      const value = values[place];
      return value ? format.value(value, unit).text : "";
    };
    saveFile(`${fileName(spec.title)}.csv`, await writeCsv(twinTable(spec, { note: t("chart_note"), show })));
  };
  return (
    <figure className="chart">
      <div className="chart-head">
        <figcaption className={hideTitle ? "visually-hidden" : "strong"}>{spec.title}</figcaption>
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
      {asTable ? (
        <ChartTable spec={spec} />
      ) : (
        <div className="chart-picture">
          <Suspense>
            <ChartCanvas spec={spec} canvas={canvas} />
          </Suspense>
        </div>
      )}
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
    </figure>
  );
}
