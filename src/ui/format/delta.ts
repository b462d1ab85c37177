import type { Unit } from "../../console/observation";
import type { Delta } from "../../metrics/delta";
import type { MessageKey, Translate } from "../i18n/messages";
import { plain } from "./number";
import type { ValueFormat } from "./value";

const REASON: Record<NonNullable<Delta["reason"]>, MessageKey> = {
  rounding: "delta_rounding",
  ranges_overlap: "delta_ranges_overlap",
  zero_base: "delta_zero_base",
  partial: "delta_partial",
  overlapping_periods: "delta_overlapping_periods",
};

const signed = (value: number, text: string): string => `${value > 0 ? "+" : value < 0 ? "−" : ""}${text}`;

export function makeDeltaFormat(values: ValueFormat, t: Translate) {
  /** `+1,234`; the change of a ratio is in percentage points. */
  const difference = (amount: number, unit: Unit): string => {
    const size = Math.abs(amount);
    return signed(amount, unit === "ratio" ? t("delta_points", { n: plain(size * 100) }) : values.number(size, unit));
  };
  const percent = (relative: number): string => signed(relative, `${plain(Math.abs(relative) * 100, 1)}%`);
  /** The change in words and digits, or why there is none to tell. */
  const delta = (each: Pick<Delta, "direction" | "absolute" | "relative" | "reason">, unit: Unit): string => {
    if (each.direction === "unknown") return t(each.reason ? REASON[each.reason] : "delta_unknown");
    if (each.direction === "flat") return t("delta_flat");
    const parts: string[] = [];
    if (each.absolute !== null) parts.push(difference(each.absolute, unit));
    if (each.relative !== null && unit !== "ratio") parts.push(percent(each.relative));
    if (parts.length === 0) parts.push(t(each.direction === "up" ? "delta_tier_up" : "delta_tier_down"));
    if (each.reason) parts.push(t(REASON[each.reason]));
    // A difference below the last place that is shown reads as zero, which it is not.
    const telling = each.absolute ? parts.filter((part) => !/\d/.test(part) || /[1-9]/.test(part)) : parts;
    return telling.length > 0 ? telling.join(" · ") : t("delta_tiny");
  };
  return { delta };
}
