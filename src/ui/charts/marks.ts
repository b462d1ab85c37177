import type { Chart, Plugin } from "chart.js";
import type { Palette } from "./palette";
import { type Plotted, placesOf } from "./plotted";
import type { ChartSpec } from "./spec";

/** Half the width of one place of the x axis, px. */
function halfPlace(chart: Chart): number {
  const { x } = chart.scales;
  const count = chart.data.labels?.length ?? 1;
  return x ? x.width / Math.max(1, count) / 2 : 0;
}

/** Campaigns as bands with their name, posts as ticks at the foot; both lie behind the numbers. */
export function notesPlugin({ x: places, notes = [] }: ChartSpec, palette: Palette): Plugin {
  const keys = places.map(({ key }) => key);
  return {
    id: "notes",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales } = chart;
      const half = halfPlace(chart);
      ctx.save();
      ctx.font = `12px ${palette.font}`;
      for (const note of notes) {
        const span = placesOf(keys, note);
        if (!span || !scales.x) continue;
        const left = Math.max(area.left, scales.x.getPixelForValue(span[0]) - half);
        const right = Math.min(area.right, scales.x.getPixelForValue(span[1]) + half);
        if (note.kind === "post") {
          const middle = (left + right) / 2;
          ctx.fillStyle = palette.soft;
          ctx.beginPath();
          ctx.moveTo(middle, area.bottom - 6);
          ctx.lineTo(middle - 3, area.bottom);
          ctx.lineTo(middle + 3, area.bottom);
          ctx.fill();
          continue;
        }
        ctx.fillStyle = palette.note;
        ctx.fillRect(left, area.top, right - left, area.bottom - area.top);
        ctx.fillStyle = palette.ink;
        ctx.textBaseline = "top";
        ctx.fillText(note.text, Math.min(left + 4, area.right - ctx.measureText(note.text).width), area.top + 4);
      }
      ctx.restore();
    },
  };
}

/** The span that a rounded number or a range leaves open, as a whisker; a range of a line has no mark but this. */
export function whiskersPlugin(rows: readonly (readonly (Plotted | null)[])[], palette: Palette): Plugin {
  return {
    id: "whiskers",
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      ctx.save();
      for (const [index, row] of rows.entries()) {
        const meta = chart.getDatasetMeta(index);
        const scale = scales[meta.yAxisID ?? "y"];
        if (!scale || !chart.isDatasetVisible(index)) continue;
        ctx.strokeStyle = palette.series[index % palette.series.length] ?? palette.ink;
        ctx.lineWidth = 2;
        for (const [place, each] of row.entries()) {
          const middle = meta.data[place]?.x ?? scales.x?.getPixelForValue(place);
          if (!each || each.low === each.high || middle === undefined) continue;
          const [top, bottom] = [scale.getPixelForValue(each.high), scale.getPixelForValue(each.low)];
          ctx.beginPath();
          for (const end of [top, bottom]) {
            ctx.moveTo(middle - 4, end);
            ctx.lineTo(middle + 4, end);
          }
          ctx.moveTo(middle, top);
          ctx.lineTo(middle, bottom);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

/** A dashed line across at the target, with its words. */
export function targetPlugin({ target }: ChartSpec, palette: Palette): Plugin {
  return {
    id: "target",
    afterDatasetsDraw({ ctx, chartArea: area, scales: { y } }) {
      if (!target || !y) return;
      const height = y.getPixelForValue(target.value);
      if (height < area.top || height > area.bottom) return;
      ctx.save();
      ctx.strokeStyle = palette.soft;
      ctx.setLineDash([4, 4]);
      ctx.beginPath();
      ctx.moveTo(area.left, height);
      ctx.lineTo(area.right, height);
      ctx.stroke();
      ctx.fillStyle = palette.soft;
      ctx.font = `12px ${palette.font}`;
      ctx.textAlign = "right";
      ctx.textBaseline = height - area.top < 16 ? "top" : "bottom";
      ctx.fillText(target.text, area.right, height + (height - area.top < 16 ? 2 : -2));
      ctx.restore();
    },
  };
}
