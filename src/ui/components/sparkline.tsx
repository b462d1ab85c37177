import type { ReactNode } from "react";
import type { CardTarget, SeriesPoint } from "../data/view";
import { sparkShape } from "./spark-shape";

const WIDTH = 112;
const HEIGHT = 32;

/** 28 days in a small line; the table of the same card is its equal in words, so it is hidden from screen readers. */
export function Sparkline({
  series,
  target,
}: {
  series: readonly SeriesPoint[];
  target: CardTarget | null;
}): ReactNode {
  const shape = sparkShape(series, target, WIDTH, HEIGHT);
  if (!shape) return null;
  const shown = shape.dots.length <= 8 ? shape.dots : shape.dots.slice(-1);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {shape.target !== null && <line className="spark-target" x1="0" x2={WIDTH} y1={shape.target} y2={shape.target} />}
      <path className="spark-line" d={shape.line} />
      {shown.map((dot) => (
        <circle key={dot.x} className="spark-dot" cx={dot.x} cy={dot.y} r="2" />
      ))}
    </svg>
  );
}
