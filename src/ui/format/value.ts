import type { Unit, Value } from "../../console/observation";
import type { Language, Translate } from "../i18n/messages";
import { grouped } from "./grouped";
import { compact, plain } from "./number";

/** How a value reads: `text` for the eye, `full` with everything that is known of it. */
export interface ShownValue {
  readonly text: string;
  readonly full: string;
}

/** Seconds as hours, minutes and seconds; decimals only under a minute. */
function duration(seconds: number, t: Translate): string {
  if (seconds < 60) return t("unit_seconds", { s: plain(seconds) });
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return h > 0 ? t("unit_hours_minutes", { h, m }) : t("unit_minutes_seconds", { m, s });
}

/** Yuan with both places of cents. */
const withCents = (yuan: number): string => grouped(yuan, 2, 2);

export function makeValueFormat(language: Language, t: Translate) {
  /** A number of the unit, short; `step` in the unit for a rounded one. Fen become yuan, ratios percent. */
  const number = (value: number, unit: Unit, step?: number): string => {
    if (unit === "fen") {
      const yuan = Math.abs(value) / 100;
      const cents = step === undefined && yuan < 1e4 && !Number.isInteger(yuan);
      const text = cents ? withCents(yuan) : compact(yuan, language, step === undefined ? undefined : step / 100);
      return `${value < 0 ? "−" : ""}￥${text}`;
    }
    if (unit === "ratio") return `${plain(value * 100)}%`;
    if (unit === "second") return duration(value, t);
    return compact(value, language, step);
  };
  const exact = (value: number, unit: Unit): string => {
    if (unit === "fen") return `￥${value % 100 === 0 ? plain(value / 100) : withCents(value / 100)}`;
    if (unit === "count" || unit === "score") return plain(value, 4);
    return number(value, unit);
  };
  const range = (min: number | null, max: number | null, unit: Unit): string => {
    if (max === null) return t("range_from", { value: number(min ?? 0, unit) });
    if (min === null || min === 0) return t("range_under", { value: number(max, unit) });
    return `${number(min, unit)}–${number(max, unit).replace("￥", "")}`;
  };
  const value = (shown: Value, unit: Unit): ShownValue => {
    if (shown.precision === "range") {
      const text = range(shown.min, shown.max, unit);
      return { text, full: t("value_range_full", { value: text }) };
    }
    if (typeof shown.value === "string") return { text: shown.value, full: shown.value };
    if (shown.precision === "exact") return { text: number(shown.value, unit), full: exact(shown.value, unit) };
    const text = `≈${number(shown.value, unit, shown.step)}`;
    return { text, full: t("value_rounded_full", { step: exact(shown.step, unit) }) };
  };
  return { value, number };
}
export type ValueFormat = ReturnType<typeof makeValueFormat>;
