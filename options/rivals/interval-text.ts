import type { Unit } from "../../src/console/observation";
import { type Interval, tidy } from "../../src/metrics/interval";
import type { I18n } from "../../src/ui/i18n/context";

/** An interval in few characters: one number where it is one, both ends where not; a dash where nothing is known. */
export function intervalText(interval: Interval | null, unit: Unit, { format, t }: Pick<I18n, "format" | "t">): string {
  if (interval === null) return "—";
  const { low, high } = interval;
  const show = (value: number): string =>
    unit === "ratio" ? `${Math.round(tidy(value * 100))}%` : format.number(value, unit);
  if (!Number.isFinite(high)) return t("range_from", { value: show(low) });
  const [from, to] = [show(low), show(high)];
  return from === to ? from : `${from.replace(/%$/, "")}–${to.replace(/^￥/, "")}`;
}

/** Growth with its sign; where it may be either, that is said first. */
export function growthText({ low, high }: Interval, { t }: Pick<I18n, "t">): string {
  const show = (value: number): string => {
    const percent = Math.round(tidy(value * 100));
    return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${Math.abs(percent)}%`;
  };
  if (show(low) === show(high)) return show(low);
  const span = t("growth_span", { low: show(low), high: show(high) });
  return low < 0 && high > 0 ? t("growth_open", { span }) : span;
}

/** Herfindahl index on its usual scale of 10,000. */
export function hhiText(interval: Interval | null, i18n: Pick<I18n, "format" | "t">): string {
  return intervalText(interval && { low: interval.low * 10_000, high: interval.high * 10_000 }, "count", {
    ...i18n,
    format: { ...i18n.format, number: (value) => Math.round(value).toLocaleString("en-US") },
  });
}

export const middle = ({ low, high }: Interval): number => (Number.isFinite(high) ? (low + high) / 2 : low);
