import type { Language } from "../i18n/messages";
import { grouped } from "./grouped";

/** Scales of the language's large numbers, largest first. */
const SCALES: Record<Language, readonly { readonly from: number; readonly sign: string }[]> = {
  zh_CN: [
    { from: 1e8, sign: "亿" },
    { from: 1e4, sign: "万" },
  ],
  en: [
    { from: 1e9, sign: "B" },
    { from: 1e6, sign: "M" },
    { from: 1e4, sign: "K" },
  ],
};
const SCALE_OF: Record<string, number> = { K: 1e3, M: 1e6, B: 1e9, 万: 1e4, 亿: 1e8 };

/** A minus as wide as a plus, as the changes beside a number have it. */
const signed = (text: string): string => text.replace("-", "−");

/** A number in full, grouped by thousands, at most `decimals` decimals. */
export function plain(value: number, decimals = 2): string {
  return signed(grouped(value, 0, decimals));
}

/**
 * A number as an operator says it: 9,876 · 1.23 ten-thousand · 4.5 hundred-million. `step` is the place of the last
 * digit that is known: no digit below it is shown and every digit down to it is.
 */
export function compact(value: number, language: Language, step?: number): string {
  const scale = SCALES[language].find((each) => Math.abs(value) >= each.from);
  const unit = scale ? (SCALE_OF[scale.sign] ?? 1) : 1;
  const known = step === undefined ? 2 : Math.max(0, Math.round(Math.log10(unit / step)));
  const shown = grouped(value / unit, step === undefined ? 0 : known, known);
  return signed(shown) + (scale?.sign ?? "");
}
