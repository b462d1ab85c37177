import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { type ReactNode, type RefObject, useEffect } from "react";
import { useI18n } from "../i18n/context";
import { chartConfig } from "./config";
import { paletteOf, useThemeKey } from "./palette";
import type { ChartSpec } from "./spec";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** The picture itself. Comes in a chunk of its own with Chart.js; drawn anew when the spec or the colours change. */
export default function ChartCanvas(props: {
  spec: ChartSpec;
  canvas: RefObject<HTMLCanvasElement | null>;
}): ReactNode {
  const { spec, canvas } = props;
  const { format, t } = useI18n();
  const theme = useThemeKey();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, and `theme` tells when they changed
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const chart = new Chart(element, chartConfig(spec, paletteOf(element), format));
    return () => chart.destroy();
  }, [spec, canvas, format, theme]);
  return <canvas ref={canvas} role="img" aria-label={t("chart_picture", { title: spec.title })} />;
}
