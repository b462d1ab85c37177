import { bestSellers } from "../../src/competitors/market/seller-goods";
import { weekBoard, weekSpan, weeksUntil } from "../../src/competitors/week-board";
import type { LedgerReader } from "../../src/ledger/reader";
import { addDays } from "../../src/metrics/calendar";
import { type Interval, intervalOf } from "../../src/metrics/interval";
import { findMetric } from "../../src/metrics/registry";
import { changeWords } from "../../src/ui/components/change-words";
import { changesOf } from "../../src/ui/data/rivals/changes";
import { known, ownReadings } from "../../src/ui/data/rivals/files";
import { bandsOf, marketWeeks, overlaps, sameGoodsWeek, structures, verdictsOf } from "../../src/ui/data/rivals/market";
import { ranksOf } from "../../src/ui/data/rivals/trends";
import type { I18n } from "../../src/ui/i18n/context";
import type { Column, ColumnKind, Row, Table } from "../../src/ui/tables/table";
import { bandText } from "./band-text";
import { sellerName } from "./names";

const WEEKS = 8;
const TOP = 10;

/** One sheet for each view, from what is known at the end of the week: the same data and week give the same rows. */
export async function weekTables(ledger: LedgerReader, week: string, i18n: I18n): Promise<readonly Table[]> {
  const { t, format, language } = i18n;
  const { monday, sunday } = weekSpan(week);
  const until = { from: addDays(monday, -1), to: sunday };
  const rivals = await ledger.rivals();
  const days = (await ledger.sellerDays(rivals.map(({ keys }) => keys))).map((own) =>
    own.filter((day) => day <= sunday),
  );
  const board = weekBoard(rivals, days, Date.parse(`${sunday}T12:00:00+08:00`), WEEKS);
  const changes = await changesOf(ledger, until);
  const [[market], bandNotes, pairNotes] = await Promise.all([
    marketWeeks(ledger, [week]),
    ledger.notes("rival_bands"),
    ledger.notes("rival_pair"),
  ]);
  if (!market) return [];
  const bands = bandsOf(market, bandNotes);
  const same = await sameGoodsWeek(ledger, market, verdictsOf(pairNotes));
  const names = market.sellers.map((seller) => sellerName(seller, t));
  const structure = structures(market, bands);
  const ranks = await ranksOf(ledger, "sales_gmv", weeksUntil(sunday, WEEKS));
  const metric = (id: string): string => findMetric(id)?.name[language === "en" ? "en" : "zh"] ?? id;
  const numbers: Row[] = [];
  for (const rival of known(rivals)) {
    const own = (await ownReadings(ledger, rival)).filter(({ day }) => day <= sunday);
    for (const [id, reading] of new Map(own.map((each) => [each.metric, each]))) {
      const interval = intervalOf(reading.value);
      const shown = format.value(reading.value, reading.unit).text;
      const page = t(`page_${reading.page}`);
      numbers.push([rival.name, metric(id), shown, ...ends(interval), page, reading.at, reading.snapshot]);
    }
  }
  const matrix = (title: string, of: typeof same.jaccard): Table =>
    sheet(
      title,
      [
        ["week_seller", "text"],
        ["heat_column", "text"],
        ["heat_low", "ratio"],
        ["heat_high", "ratio"],
      ],
      of.flatMap((row, a) =>
        row.flatMap((value, b): Row[] =>
          value !== null && a < b ? [[names[a] ?? "", names[b] ?? "", value.low, value.high]] : [],
        ),
      ),
      t,
    );
  return [
    sheet(
      t("rivals_view_week"),
      [
        ["week_seller", "text"],
        ["watch_group", "text"],
        ["week_last", "day"],
        ["week_seen_this", "text"],
      ],
      board.rows.map(({ rival, lastDay, seenThisWeek }) => [
        rival.name,
        rival.group,
        lastDay,
        t(seenThisWeek ? "week_yes" : "week_no"),
      ]),
      t,
    ),
    sheet(
      t("rivals_view_changes"),
      [
        ["week_seller", "text"],
        ["timeline_what", "text"],
        ["timeline_certainty", "text"],
        ["column_from", "day"],
        ["column_to", "day"],
      ],
      changes.flatMap(({ rival, span, changes: own }) =>
        own.map(
          (change): Row => [
            rival.name,
            changeWords(change, i18n),
            t(change.certainty === "certain" ? "certain" : "possible"),
            span.from,
            span.to,
          ],
        ),
      ),
      t,
    ),
    sheet(
      t("detail_numbers"),
      [
        ["week_seller", "text"],
        ["column_metric", "text"],
        ["column_value", "text"],
        ["heat_low", "score"],
        ["heat_high", "score"],
        ["column_page", "text"],
        ["column_seen", "time"],
        ["column_snapshot", "text"],
      ],
      numbers,
      t,
    ),
    sheet(
      t("concentration"),
      [["week_seller", "text"], ["column_goods_count", "count"], ["list_state", "text"], ...LOWS_AND_HIGHS],
      structure.map((of, at) => [
        names[at] ?? "",
        of.goods,
        t(market.sellers[at]?.goods.complete ? "list_whole" : "list_partial"),
        ...[of.cr1, of.cr3, of.cr10, of.hhi].flatMap(ends),
      ]),
      t,
    ),
    sheet(
      t("bands_sheet"),
      [
        ["week_seller", "text"],
        ["band", "text"],
        ["band_least", "count"],
        ["band_most", "count"],
      ],
      structure.flatMap((of, at) =>
        of.bands.map((band): Row => [names[at] ?? "", bandText(band, i18n), band.count.low, band.count.high]),
      ),
      t,
    ),
    sheet(
      t("best_sheet"),
      [
        ["week_seller", "text"],
        ["column_goods", "text"],
        ["price_low", "fen"],
        ["price_high", "fen"],
        ["sold_low", "count"],
        ["sold_high", "count"],
        ["column_seen", "time"],
        ["column_source", "text"],
      ],
      market.sellers.flatMap(({ goods }, at) =>
        bestSellers(goods.goods, TOP).map(
          (each): Row => [
            names[at] ?? "",
            same.names.get(each.n)?.name ?? "",
            ...ends(each.price),
            ...ends(each.sold),
            each.seen.at,
            each.seen.source ? `${each.seen.source.name}${each.seen.source.estimate ? ` ${t("estimate")}` : ""}` : "",
          ],
        ),
      ),
      t,
    ),
    matrix(t("matrix_price"), overlaps(market, bands)),
    matrix(t("matrix_same"), same.jaccard),
    sheet(
      t("rivals_view_trends"),
      [
        ["week_seller", "text"],
        ["week_of", "text"],
        ["bump_rank_short", "count"],
        ["column_value", "text"],
      ],
      ranks.lines.flatMap(({ points }, at) =>
        points.flatMap((point, index): Row[] =>
          point
            ? [
                [
                  ranks.rivals[at]?.name ?? "",
                  weeksUntil(sunday, WEEKS)[index] ?? "",
                  point.rank,
                  format.value(point.value, "fen").text,
                ],
              ]
            : [],
        ),
      ),
      t,
    ),
  ];
}

type Head = readonly [title: Parameters<I18n["t"]>[0], kind: ColumnKind];
const LOWS_AND_HIGHS: readonly Head[] = [
  ["cr1_low", "ratio"],
  ["cr1_high", "ratio"],
  ["cr3_low", "ratio"],
  ["cr3_high", "ratio"],
  ["cr10_low", "ratio"],
  ["cr10_high", "ratio"],
  ["hhi_low", "score"],
  ["hhi_high", "score"],
];

function sheet(name: string, heads: readonly Head[], rows: readonly Row[], t: I18n["t"]): Table {
  const columns = heads.map(([key, kind]): Column => ({ title: t(key), kind }));
  return { name, columns, rows };
}

/** Open ends stay empty. */
const ends = (interval: Interval | null): [number | null, number | null] =>
  interval === null
    ? [null, null]
    : [Number.isFinite(interval.low) ? interval.low : null, Number.isFinite(interval.high) ? interval.high : null];
