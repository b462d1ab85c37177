import type { Unit } from "../../src/console/observation";
import type { Interval } from "../../src/metrics/interval";
import type { I18n } from "../../src/ui/i18n/context";

/** An interval in few characters: one number where it is one, both ends where not; a dash where nothing is known. */
export function intervalText(interval: Interval | null, unit: Unit, { format, t }: Pick<I18n, "format" | "t">): string {
  if (interval === null) return "—";
  const { low, high } = interval;
  const show = (value: number): string =>
    unit === "ratio" ? `${Math.round(value * 100)}%` : format.number(value, unit);
  if (!Number.isFinite(high)) return t("range_from", { value: show(low) });
  const [from, to] = [show(low), show(high)];
  return from === to ? from : `${from.replace(/%$/, "")}–${to.replace(/^￥/, "")}`;
}

/** Herfindahl index on its usual scale of 10,000. */
export function hhiText(interval: Interval | null, i18n: Pick<I18n, "format" | "t">): string {
  return intervalText(interval && { low: interval.low * 10_000, high: interval.high * 10_000 }, "count", {
    ...i18n,
    format: { ...i18n.format, number: (value) => Math.round(value).toLocaleString("en-US") },
  });
}

export const middle = ({ low, high }: Interval): number => (Number.isFinite(high) ? (low + high) / 2 : low);
