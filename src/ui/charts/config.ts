import type { ChartConfiguration, ChartDataset } from "chart.js";
import type { Unit } from "../../console/observation";
import type { Formats } from "../format/formats";
import { notesPlugin, targetPlugin, whiskersPlugin } from "./marks";
import type { Palette } from "./palette";
import { type Plotted, plotted } from "./plotted";
import type { ChartSpec } from "./spec";

const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [8, 3, 2, 3], [12, 4]];
const MARKS = ["circle", "triangle", "rect", "rectRot", "star"] as const;

/** Chart.js' own words for a spec. Two units at most: the second has its axis on the right. */
export function chartConfig(spec: ChartSpec, palette: Palette, format: Formats): ChartConfiguration {
  const units = [...new Set(spec.series.map(({ unit }) => unit))].slice(0, 2);
  const rows = spec.series.map(({ values }) => values.map(plotted));
  const isLine = spec.kind === "line";
  return {
    type: isLine ? "line" : "bar",
    data: {
      labels: spec.x.map(({ text }) => text),
      datasets: spec.series.map(({ name, unit }, index) => ({
        ...(isLine ? lineLook(index, palette) : barLook(index, palette, spec.kind)),
        label: name,
        yAxisID: unit === units[0] ? "y" : "y2",
        data: rows[index]?.map((each) => numberOf(each, isLine)) ?? [],
      })) as ChartDataset[],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { grid: { display: false }, ticks: { color: palette.soft, maxRotation: 0, autoSkipPadding: 12 } },
        ...Object.fromEntries(
          units.map((unit, at) => [at === 0 ? "y" : "y2", axis(unit, at, spec, palette, format, rows)]),
        ),
      },
      plugins: {
        legend: {
          display: spec.series.length > 1,
          align: "start",
          labels: { color: palette.ink, usePointStyle: true, boxHeight: 7 },
        },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const series = spec.series[datasetIndex];
              const value = series?.values[dataIndex];
              return series && value ? `${series.name} ${format.value(value, series.unit).text}` : "";
            },
          },
        },
      },
      font: { family: palette.font },
    },
    plugins: [notesPlugin(spec, palette), whiskersPlugin(rows, palette), targetPlugin(spec, palette)],
  };
}

/** A bar of a range floats from end to end; a line leaves it to its whisker. */
function numberOf(value: Plotted | null, isLine: boolean): number | [number, number] | null {
  if (!value) return null;
  return value.at ?? (isLine ? null : [value.low, value.high]);
}

const colour = (index: number, palette: Palette): string =>
  palette.series[index % palette.series.length] ?? palette.ink;

const lineLook = (index: number, palette: Palette): object => ({
  type: "line",
  borderColor: colour(index, palette),
  backgroundColor: colour(index, palette),
  borderDash: DASHES[index % DASHES.length],
  pointStyle: MARKS[index % MARKS.length],
  borderWidth: 2,
  pointRadius: 3,
  spanGaps: false,
});

const barLook = (index: number, palette: Palette, kind: ChartSpec["kind"]): object => ({
  type: "bar",
  backgroundColor: colour(index, palette),
  borderColor: palette.surface,
  borderWidth: kind === "histogram" ? 1 : 0,
  ...(kind === "histogram" ? { categoryPercentage: 1, barPercentage: 1 } : { maxBarThickness: 40 }),
});

function axis(
  unit: Unit,
  at: number,
  spec: ChartSpec,
  palette: Palette,
  format: Formats,
  rows: readonly (readonly (Plotted | null)[])[],
): object {
  const own = rows.filter((_, index) => spec.series[index]?.unit === unit).flat();
  const ends = own.flatMap((each) => (each ? [each.low, each.high] : []));
  const reach = at === 0 && spec.target ? [...ends, spec.target.value] : ends;
  return {
    position: at === 0 ? "left" : "right",
    beginAtZero: spec.kind !== "line",
    ...(reach.length > 0 ? { suggestedMin: Math.min(...reach), suggestedMax: Math.max(...reach) } : {}),
    grid: { color: palette.line, drawOnChartArea: at === 0 },
    border: { display: false },
    ticks: {
      color: palette.soft,
      maxTicksLimit: 6,
      callback: (value: string | number) => format.number(Number(value), unit),
    },
  };
}
