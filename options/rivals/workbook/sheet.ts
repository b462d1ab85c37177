import type { Source } from "../../../src/ledger/model";
import type { Interval } from "../../../src/metrics/interval";
import type { I18n } from "../../../src/ui/i18n/context";
import type { Column, ColumnKind, Row, Table } from "../../../src/ui/tables/table";

export type Head = readonly [title: Parameters<I18n["t"]>[0], kind: ColumnKind];

export function sheet(name: string, heads: readonly Head[], rows: readonly Row[], t: I18n["t"]): Table {
  return { name, columns: heads.map(([key, kind]): Column => ({ title: t(key), kind })), rows };
}

/** Both ends as numbers; an open end stays empty. */
export function ends(interval: Interval | null): [number | null, number | null] {
  const end = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return interval === null ? [null, null] : [end(interval.low), end(interval.high)];
}

/** Where a number came from that no page showed. */
export const sourceText = (source: Source | null | undefined, t: I18n["t"]): string =>
  source ? (source.estimate ? t("estimate_by", { name: source.name }) : source.name) : "";

export const estimateText = (names: readonly string[], t: I18n["t"]): string =>
  names.length === 0 ? "" : t("estimate_by", { name: names.join(t("list_comma")) });
