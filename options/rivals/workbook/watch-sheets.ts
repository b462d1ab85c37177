import type { WeekBoard } from "../../../src/competitors/week-board";
import type { DayReading } from "../../../src/ledger/reader";
import { intervalOf } from "../../../src/metrics/interval";
import { findMetric, metricOrder } from "../../../src/metrics/registry";
import { changeWords } from "../../../src/ui/components/change-words";
import type { RivalChanges } from "../../../src/ui/data/rivals/changes";
import type { KnownRival } from "../../../src/ui/data/rivals/files";
import type { ranksOf } from "../../../src/ui/data/rivals/trends";
import type { I18n } from "../../../src/ui/i18n/context";
import type { Row, Table } from "../../../src/ui/tables/table";
import { ends, estimateText, sheet, sourceText } from "./sheet";

/** Who was seen, and when last. */
export const boardSheet = ({ rows }: WeekBoard, { t }: I18n): Table =>
  sheet(
    t("rivals_view_week"),
    [
      ["week_seller", "text"],
      ["watch_group", "text"],
      ["week_last", "day"],
      ["week_seen_this", "text"],
    ],
    rows.map(({ rival, lastDay, seenThisWeek }) => [
      rival.name,
      rival.group,
      lastDay,
      t(seenThisWeek ? "week_yes" : "week_no"),
    ]),
    t,
  );

/** What changed in the week, seller by seller, biggest first. */
export const changeSheet = (found: readonly RivalChanges[], i18n: I18n): Table =>
  sheet(
    i18n.t("rivals_view_changes"),
    [
      ["week_seller", "text"],
      ["timeline_what", "text"],
      ["timeline_certainty", "text"],
      ["column_from", "day"],
      ["column_to", "day"],
    ],
    found.flatMap(({ rival, span, changes }) =>
      changes.map(
        (change): Row => [
          rival.name,
          changeWords(change, i18n),
          i18n.t(change.certainty === "certain" ? "certain" : "possible"),
          span.from,
          span.to,
        ],
      ),
    ),
    i18n.t,
  );

/** Every number of every seller as last known, with where it is from. */
export function numberSheet(
  known: readonly { readonly rival: KnownRival; readonly own: readonly DayReading[] }[],
  { t, format, language }: I18n,
): Table {
  const rows = known.flatMap(({ rival, own }) =>
    [...new Map(own.map((reading) => [reading.metric, reading]))]
      .sort(([a], [b]) => metricOrder(a) - metricOrder(b))
      .map(
        ([id, { value, unit, page, at, snapshot, source }]): Row => [
          rival.name,
          findMetric(id)?.name[language === "en" ? "en" : "zh"] ?? id,
          format.value(value, unit).text,
          ...ends(intervalOf(value)),
          source ? sourceText(source, t) : t(`page_${page}`),
          at,
          snapshot,
        ],
      ),
  );
  return sheet(
    t("detail_numbers"),
    [
      ["week_seller", "text"],
      ["column_metric", "text"],
      ["column_value", "text"],
      ["heat_low", "score"],
      ["heat_high", "score"],
      ["column_source", "text"],
      ["column_seen", "time"],
      ["column_snapshot", "text"],
    ],
    rows,
    t,
  );
}

/** Places by sales, week by week. */
export const rankSheet = (
  { rivals, lines }: Awaited<ReturnType<typeof ranksOf>>,
  weeks: readonly string[],
  { t, format }: I18n,
): Table =>
  sheet(
    t("rivals_view_trends"),
    [
      ["week_seller", "text"],
      ["week_of", "text"],
      ["bump_rank_short", "count"],
      ["column_value", "text"],
      ["column_source", "text"],
    ],
    lines.flatMap(({ points }, at) =>
      points.flatMap((point, index): Row[] => {
        if (!point) return [];
        const shown = format.value(point.value, "fen").text;
        const by = estimateText(point.estimate === undefined ? [] : [point.estimate], t);
        return [[rivals[at]?.name ?? "", weeks[index] ?? "", point.rank, shown, by]];
      }),
    ),
    t,
  );
