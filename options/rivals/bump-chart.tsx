import type { ReactNode } from "react";
import type { RankLine, RankPoint } from "../../src/competitors/tier-ranks";
import type { Unit } from "../../src/console/observation";
import { useI18n } from "../../src/ui/i18n/context";
import { Estimates } from "./estimates";
import { Figure, type FigureTable } from "./figure";
import { short } from "./short";

const STEP = { x: 84, y: 30 };
const EDGE = { left: 24, top: 34, right: 156, bottom: 12 };
/** Room for a name at the end of its line, in Chinese characters. */
const NAME = 9;
const COLOURS = 5;
const DASHES = ["", "7 4", "2 4", "9 3 2 3"];
const SHAPES = [
  "M-5 0a5 5 0 1 1 10 0a5 5 0 1 1-10 0",
  "M-5 4.5L0-5.5L5 4.5z",
  "M-4.5-4.5h9v9h-9z",
  "M0-6L6 0L0 6L-6 0z",
];

/** Places week by week: 1 at the top; a gap where a seller was not seen, a shared place where tiers are alike. */
export function BumpChart(props: {
  title: string;
  hint?: string;
  names: readonly string[];
  weeks: readonly string[];
  lines: readonly RankLine[];
  unit: Unit;
}): ReactNode {
  const { title, names, weeks, lines, unit } = props;
  const { t, format } = useI18n();
  const height = EDGE.top + lines.length * STEP.y + EDGE.bottom;
  const width = EDGE.left + (weeks.length - 1) * STEP.x + EDGE.right;
  const placed = placesOf(lines, weeks.length);
  const x = (week: number): number => EDGE.left + week * STEP.x;
  const y = (place: number): number => EDGE.top + (place - 0.5) * STEP.y;
  const show = (point: RankPoint): string => {
    const { text } = format.value(point.value, unit);
    return point.estimate === undefined ? text : `${text} ${t("estimate_by", { name: point.estimate })}`;
  };
  const estimates = lines.flatMap(({ points }) => points.flatMap((point) => point?.estimate ?? []));
  const table: FigureTable = {
    name: title,
    columns: [
      { title: t("bump_seller"), kind: "text" },
      ...weeks.flatMap((week) => [
        { title: t("bump_rank", { week }), kind: "count" as const },
        { title: t("bump_value", { week }), kind: "text" as const },
      ]),
    ],
    rows: lines.map(({ points }, at) => [
      names[at] ?? "",
      ...points.flatMap((point) => (point ? [point.rank, show(point)] : [null, null])),
    ]),
  };
  return (
    <Figure
      title={title}
      hint={
        <>
          {props.hint} <Estimates by={[...new Set(estimates)]} />
        </>
      }
      table={table}
    >
      <svg
        className="bump"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t("chart_picture", { title })}
      >
        {weeks.map((week, at) => (
          <text key={week} className="heat-name" x={x(at)} y={16} textAnchor={at === 0 ? "start" : "middle"}>
            {week.slice(5)}
          </text>
        ))}
        {lines.map(({ points }, line) => {
          const colour = `bump-${(line % COLOURS) + 1}`;
          const last = points.findLastIndex((point) => point !== null);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two accounts may have one name
            <g key={line} className={colour}>
              {runsOf(points).map((run) => (
                <polyline
                  key={run[0]}
                  className="bump-line"
                  strokeDasharray={DASHES[Math.floor(line / COLOURS) % DASHES.length]}
                  points={run.map((week) => `${x(week)},${y(placed[line]?.[week] ?? 1)}`).join(" ")}
                />
              ))}
              {points.map((point, week) =>
                point === null ? null : (
                  <path
                    // biome-ignore lint/suspicious/noArrayIndexKey: weeks in order
                    key={week}
                    className="bump-dot"
                    d={SHAPES[line % SHAPES.length]}
                    transform={`translate(${x(week)} ${y(placed[line]?.[week] ?? 1)})`}
                  >
                    <title>{`${names[line]} ${weeks[week]} ${t("bump_place", { n: point.rank })} ${show(point)}`}</title>
                  </path>
                ),
              )}
              {last >= 0 && (
                <text
                  className={last === weeks.length - 1 ? "bump-name" : "bump-name bump-past"}
                  x={x(last) + 12}
                  y={y(placed[line]?.[last] ?? 1)}
                  dominantBaseline="central"
                >
                  <title>{names[line]}</title>
                  {`${points[last]?.rank} ${short(names[line] ?? "", NAME)}`}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </Figure>
  );
}

/** Stretches of weeks without a gap. */
function runsOf(points: readonly (RankPoint | null)[]): number[][] {
  const runs: number[][] = [];
  points.forEach((point, week) => {
    if (point === null) return;
    if (week > 0 && points[week - 1] !== null) runs.at(-1)?.push(week);
    else runs.push([week]);
  });
  return runs;
}

/** Where each is drawn: those that share a place stand one below the other, in the order of the list. */
function placesOf(lines: readonly RankLine[], weeks: number): number[][] {
  const places: number[][] = lines.map(() => []);
  for (let week = 0; week < weeks; week += 1) {
    const ranked = lines.flatMap(({ points }, line) => {
      const rank = points[week]?.rank;
      return rank === undefined ? [] : [{ line, rank }];
    });
    ranked.sort((a, b) => a.rank - b.rank || a.line - b.line);
    ranked.forEach(({ line }, at) => {
      (places[line] as number[])[week] = at + 1;
    });
  }
  return places;
}
