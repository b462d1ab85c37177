import { lazy, type ReactNode, Suspense, useRef } from "react";
import { useI18n } from "../i18n/context";
import { ChartTable } from "./chart-table";
import { ChartFrame } from "./frame";
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
  const show = ({ values, unit }: ChartSpec["series"][number], place: number): string => {
    const value = values[place];
    return value ? format.value(value, unit).text : "";
  };
  return (
    <ChartFrame
      title={spec.title}
      hideTitle={hideTitle}
      table={<ChartTable spec={spec} />}
      csv={() => twinTable(spec, { note: t("chart_note"), show })}
      savePng={async () => {
        if (canvas.current) await (await import("./picture")).savePicture(canvas.current, spec.title);
      }}
    >
      <div className="chart-picture">
        <Suspense>
          <ChartCanvas spec={spec} canvas={canvas} />
        </Suspense>
      </div>
    </ChartFrame>
  );
}
