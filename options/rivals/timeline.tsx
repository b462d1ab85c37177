import { type ReactNode, useState } from "react";
import { dayNumber, shanghaiDay } from "../../src/metrics/calendar";
import { changeWords } from "../../src/ui/components/change-words";
import { Select } from "../../src/ui/components/select";
import { type TimelineEvent, timelineOf } from "../../src/ui/data/rivals/changes";
import { useI18n } from "../../src/ui/i18n/context";
import { Figure, type FigureTable } from "./figure";
import { useRivalQuery } from "./use-rival-query";

const LENGTHS = ["28", "56", "84"] as const;
const WIDTH = 720;
const EDGE = { left: 132, right: 16, top: 28 };
const ROW = 34;
const MARK: Record<TimelineEvent["kind"], string> = {
  metric: "M-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0",
  goods_new: "M-1.5-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
  goods_gone: "M-5-1.5h10v3h-10z",
  price: "M0-5.5L5.5 0L0 5.5L-5.5 0z",
  form: "M-5 4.5L0-5.5L5 4.5z",
  pace: "M-4.5-4.5h9v9h-9z",
};
const KINDS = Object.keys(MARK) as TimelineEvent["kind"][];

/** What happened on which day, a row for each competitor; many things of one day stand as one mark with their number. */
export function Timeline(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const [length, setLength] = useState<(typeof LENGTHS)[number]>("28");
  const until = shanghaiDay(Date.now());
  const { data } = useRivalQuery("timeline", [until, length], (ledger) => timelineOf(ledger, until, Number(length)));
  if (!data) return null;
  const rows = [...new Map(data.map(({ rival }) => [rival.id, rival])).values()].sort((a, b) => a.order - b.order);
  const title = t("timeline");
  const table: FigureTable = {
    name: title,
    columns: [
      { title: t("column_day"), kind: "day" },
      { title: t("week_seller"), kind: "text" },
      { title: t("timeline_what"), kind: "text" },
      { title: t("timeline_certainty"), kind: "text" },
    ],
    rows: data.map((event) => [
      event.day,
      event.rival.name,
      changeWords(event, i18n),
      t(event.certainty === "certain" ? "certain" : "possible"),
    ]),
  };
  const span = WIDTH - EDGE.left - EDGE.right;
  const last = dayNumber(until);
  const x = (day: string): number => EDGE.left + span * (1 - (last - dayNumber(day)) / Number(length));
  const height = EDGE.top + rows.length * ROW + 8;
  const ticks = Array.from({ length: 5 }, (_, at) => last - Math.round((Number(length) * at) / 4));
  return (
    <section className="timeline">
      <div className="controls">
        <Select
          label={t("timeline_length")}
          value={length}
          options={LENGTHS.map((value) => ({ value, label: t("timeline_days", { n: value }) }))}
          onChange={setLength}
        />
        <ul className="legend">
          {KINDS.map((kind) => (
            <li key={kind}>
              <svg viewBox="-8 -8 16 16" width={16} height={16} aria-hidden="true">
                <path className={`event event-${kind}`} d={MARK[kind]} />
              </svg>
              {t(kind === "metric" ? "field_metric" : `field_${kind}`)}
            </li>
          ))}
        </ul>
      </div>
      {data.length === 0 ? (
        <p className="empty soft">{t("changes_none")}</p>
      ) : (
        <Figure title={title} table={table}>
          <svg
            viewBox={`0 0 ${WIDTH} ${height}`}
            width={WIDTH}
            height={height}
            role="img"
            aria-label={t("chart_picture", { title })}
          >
            {ticks.map((day) => {
              const text = new Date(day * 86_400_000).toISOString().slice(5, 10);
              const left = EDGE.left + span * (1 - (last - day) / Number(length));
              return (
                <g key={day}>
                  <line className="grid" x1={left} x2={left} y1={EDGE.top - 6} y2={height} />
                  <text className="heat-name" x={left} y={14} textAnchor="middle">
                    {text}
                  </text>
                </g>
              );
            })}
            {rows.map((rival, at) => (
              <g key={rival.id} transform={`translate(0 ${EDGE.top + at * ROW + ROW / 2})`}>
                <text className="heat-name" x={EDGE.left - 12} textAnchor="end" dominantBaseline="central">
                  {rival.name.slice(0, 10)}
                </text>
                {heaps(data.filter((event) => event.rival.id === rival.id)).map(({ day, kind, events }, index) => (
                  <g key={`${day} ${kind}`} transform={`translate(${x(day)} ${(index % 3) * 4 - 4})`}>
                    <title>{`${day} ${events
                      .map((event) => changeWords(event, i18n))
                      .slice(0, 8)
                      .join("；")}`}</title>
                    <path className={`event event-${kind}`} d={MARK[kind]} />
                    {events.length > 1 && (
                      <text className="event-count" x={8} dominantBaseline="central">
                        {events.length}
                      </text>
                    )}
                  </g>
                ))}
              </g>
            ))}
          </svg>
        </Figure>
      )}
    </section>
  );
}

interface Heap {
  readonly day: string;
  readonly kind: TimelineEvent["kind"];
  readonly events: TimelineEvent[];
}

/** Events of one kind and day together. */
function heaps(events: readonly TimelineEvent[]): readonly Heap[] {
  const found = new Map<string, Heap>();
  for (const event of events) {
    const key = `${event.day} ${event.kind}`;
    const heap = found.get(key) ?? { day: event.day, kind: event.kind, events: [] };
    heap.events.push(event);
    found.set(key, heap);
  }
  return [...found.values()];
}
