import type { ReactNode } from "react";
import { dayNumber, dayText } from "../../src/metrics/calendar";
import { changeWords } from "../../src/ui/components/change-words";
import type { TimelineEvent } from "../../src/ui/data/rivals/changes";
import { useI18n } from "../../src/ui/i18n/context";
import { MARKS } from "./event-marks";
import { Figure, type FigureTable } from "./figure";
import { heapsOf } from "./heaps";
import { short } from "./short";

const WIDTH = 780;
const EDGE = { left: 116, right: 28, top: 28 };
const LANE = 15;
const GAP = 9;
const NAME = 7.5;
const TICKS = 4;
const LISTED = 8;

/** A row for each competitor, in it a lane for each kind of event: marks of one day never lie on each other. */
export function TimelineFigure(props: {
  table: FigureTable;
  events: readonly TimelineEvent[];
  kinds: readonly TimelineEvent["kind"][];
  /** Number of the last day, and how many days before it are shown. */
  last: number;
  length: number;
}): ReactNode {
  const { table, events, kinds, last, length } = props;
  const i18n = useI18n();
  const { t } = i18n;
  // Beyond four weeks a day is too narrow for a mark and its number.
  const bucket = length > 28 ? 7 : 1;
  const rivals = [...new Map(events.map(({ rival }) => [rival.id, rival])).values()].sort((a, b) => a.order - b.order);
  const row = kinds.length * LANE + GAP;
  const height = EDGE.top + rivals.length * row;
  const x = (day: number): number => EDGE.left + ((WIDTH - EDGE.left - EDGE.right) * (length - (last - day))) / length;
  return (
    <Figure title={table.name} hint={<Legend kinds={kinds} isWeekly={bucket > 1} />} table={table}>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        width={WIDTH}
        height={height}
        role="img"
        aria-label={t("chart_picture", { title: table.name })}
      >
        {Array.from({ length: TICKS + 1 }, (_, at) => last - Math.round((length * at) / TICKS)).map((day) => (
          <g key={day}>
            <line className="rule" x1={x(day)} x2={x(day)} y1={EDGE.top - 6} y2={height} />
            <text className="heat-name" x={x(day)} y={14} textAnchor="middle">
              {dayText(day).slice(5)}
            </text>
          </g>
        ))}
        {rivals.map((rival, at) => (
          <g key={rival.id} transform={`translate(0 ${EDGE.top + at * row})`}>
            <line className="rule" x1={0} x2={WIDTH} y1={0} y2={0} />
            <text className="heat-name" x={EDGE.left - 12} y={row / 2} textAnchor="end" dominantBaseline="central">
              <title>{rival.name}</title>
              {short(rival.name, NAME)}
            </text>
            {heapsOf(
              events.filter((event) => event.rival.id === rival.id),
              (day) => last - Math.floor((last - dayNumber(day)) / bucket) * bucket,
            ).map(({ day, kind, events: own }) => (
              <g
                key={`${day} ${kind}`}
                transform={`translate(${x(day)} ${GAP / 2 + (kinds.indexOf(kind) + 0.5) * LANE})`}
              >
                <title>
                  {own
                    .slice(0, LISTED)
                    .map((event) => `${event.day} ${changeWords(event, i18n)}`)
                    .join("\n")}
                </title>
                <path className={`event event-${kind}`} d={MARKS[kind]} />
                {own.length > 1 && (
                  <text className="event-count" x={8} dominantBaseline="central">
                    {own.length}
                  </text>
                )}
              </g>
            ))}
          </g>
        ))}
      </svg>
    </Figure>
  );
}

function Legend({ kinds, isWeekly }: { kinds: readonly TimelineEvent["kind"][]; isWeekly: boolean }): ReactNode {
  const { t } = useI18n();
  return (
    <span className="legend">
      {kinds.map((kind) => (
        <span key={kind}>
          <svg viewBox="-8 -8 16 16" width={16} height={16} aria-hidden="true">
            <path className={`event event-${kind}`} d={MARKS[kind]} />
          </svg>
          {t(`field_${kind}`)}
        </span>
      ))}
      {isWeekly && <span>{t("timeline_weekly")}</span>}
    </span>
  );
}
