import type { PriceBand } from "../../src/competitors/market/price-bands";
import type { I18n } from "../../src/ui/i18n/context";

/** A band of prices in yuan. */
export function bandText({ from, below }: PriceBand, { format, t }: I18n): string {
  if (below === null) return t("range_from", { value: format.number(from, "fen") });
  if (from === 0) return t("range_under", { value: format.number(below, "fen") });
  return `${format.number(from, "fen")}–${format.number(below, "fen").replace("￥", "")}`;
}
