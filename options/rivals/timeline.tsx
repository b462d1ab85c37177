import { type ReactNode, useState } from "react";
import { dayNumber, shanghaiDay } from "../../src/metrics/calendar";
import { changeWords } from "../../src/ui/components/change-words";
import { Select } from "../../src/ui/components/select";
import { type TimelineEvent, timelineOf } from "../../src/ui/data/rivals/changes";
import { useI18n } from "../../src/ui/i18n/context";
import { MARKS } from "./event-marks";
import type { FigureTable } from "./figure";
import { TimelineFigure } from "./timeline-figure";
import { useRivalQuery } from "./use-rival-query";

const LENGTHS = ["28", "56", "84"] as const;

/** What happened on which day, a row for each competitor. */
export function Timeline(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const [length, setLength] = useState<(typeof LENGTHS)[number]>("28");
  const until = shanghaiDay(Date.now());
  const { data } = useRivalQuery("timeline", [until, length], (ledger) => timelineOf(ledger, until, Number(length)));
  if (!data) return null;
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
  const seen = new Set(data.map(({ kind }) => kind));
  const kinds = (Object.keys(MARKS) as TimelineEvent["kind"][]).filter((kind) => seen.has(kind));
  return (
    <section className="timeline">
      <div className="controls">
        <Select
          label={t("timeline_length")}
          value={length}
          options={LENGTHS.map((value) => ({ value, label: t("timeline_days", { n: value }) }))}
          onChange={setLength}
        />
      </div>
      {data.length === 0 ? (
        <p className="empty soft">{t("changes_none")}</p>
      ) : (
        <TimelineFigure table={table} events={data} kinds={kinds} last={dayNumber(until)} length={Number(length)} />
      )}
    </section>
  );
}
