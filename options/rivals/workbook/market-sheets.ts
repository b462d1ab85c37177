import type { Matrix, Structure } from "../../../src/competitors/market/market";
import { bestSellers } from "../../../src/competitors/market/seller-goods";
import type { Named } from "../../../src/ledger/shelves";
import type { MarketWeek } from "../../../src/ui/data/rivals/market";
import type { I18n } from "../../../src/ui/i18n/context";
import type { Row, Table } from "../../../src/ui/tables/table";
import { bandText } from "../band-text";
import { sellerName } from "../names";
import { ends, estimateText, type Head, sheet, sourceText } from "./sheet";

const TOP = 10;
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

/** CR1, CR3, CR10 and HHI of each seller. */
export const structureSheet = ({ sellers }: MarketWeek, of: readonly Structure[], { t }: I18n): Table =>
  sheet(
    t("concentration"),
    [
      ["week_seller", "text"],
      ["column_goods_count", "count"],
      ["list_state", "text"],
      ...LOWS_AND_HIGHS,
      ["column_source", "text"],
    ],
    sellers.flatMap((seller, at): Row[] => {
      const own = of[at];
      if (!own) return [];
      return [
        [
          sellerName(seller, t),
          own.goods,
          t(seller.goods.complete ? "list_whole" : "list_partial"),
          ...[own.cr1, own.cr3, own.cr10, own.hhi].flatMap(ends),
          estimateText(seller.goods.estimates, t),
        ],
      ];
    }),
    t,
  );

/** Goods of each seller in each price band. */
export const bandSheet = ({ sellers }: MarketWeek, of: readonly Structure[], i18n: I18n): Table =>
  sheet(
    i18n.t("bands_sheet"),
    [
      ["week_seller", "text"],
      ["band", "text"],
      ["band_least", "count"],
      ["band_most", "count"],
    ],
    sellers.flatMap((seller, at) =>
      (of[at]?.bands ?? []).map(
        (band): Row => [sellerName(seller, i18n.t), bandText(band, i18n), band.count.low, band.count.high],
      ),
    ),
    i18n.t,
  );

/** What each seller sold most of. Names and keys, not the store's own numbers, break ties. */
export function bestSheet({ sellers }: MarketWeek, names: ReadonlyMap<number, Named>, { t }: I18n): Table {
  const order = (n: number): string => `${names.get(n)?.name ?? ""} ${names.get(n)?.key ?? ""}`;
  return sheet(
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
    sellers.flatMap((seller) =>
      bestSellers(seller.goods.goods, TOP, order).map(
        ({ n, price, sold, seen }): Row => [
          sellerName(seller, t),
          names.get(n)?.name ?? "",
          ...ends(price),
          ...ends(sold),
          seen.at,
          sourceText(seen.source, t),
        ],
      ),
    ),
    t,
  );
}

/** Each two sellers once. */
export function matrixSheet(title: string, of: Matrix, { sellers }: MarketWeek, { t }: I18n): Table {
  const names = sellers.map((seller) => sellerName(seller, t));
  const rows = of.flatMap((row, a) =>
    row.flatMap((value, b): Row[] =>
      value !== null && a < b ? [[names[a] ?? "", names[b] ?? "", value.low, value.high]] : [],
    ),
  );
  return sheet(
    title,
    [
      ["week_seller", "text"],
      ["heat_column", "text"],
      ["heat_low", "ratio"],
      ["heat_high", "ratio"],
    ],
    rows,
    t,
  );
}
