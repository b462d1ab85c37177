/** Numbers as the console writes them. */

/** 12345 → 1.2万; below ten thousand the number itself. */
export const wan = (count: number): string => (count < 10_000 ? String(count) : `${(count / 10_000).toFixed(1)}万`);

/** 12345 → 12,345 */
export const grouped = (count: number): string => count.toLocaleString("en-US");

/** Fen → 12,345.60 */
export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 0.0441 → 4.41% */
export const percent = (ratio: number, digits = 2): string => `${(ratio * 100).toFixed(digits)}%`;

/** 2026-05-21T07:43 → 2026年05月21日 07:43 */
export const longTime = (time: string): string =>
  `${time.slice(0, 4)}年${time.slice(5, 7)}月${time.slice(8, 10)}日 ${time.slice(11)}`;

/** 2026-05-21 → 2026/05/21 */
export const slashed = (day: string): string => day.replaceAll("-", "/");

export const hoursMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes}分` : `${Math.floor(minutes / 60)}小时${minutes % 60}分`;

/** Against the value before: how the small line under a card reads. */
export function trend(now: number, before: number): string {
  if (before === 0) return "-";
  const change = now / before - 1;
  return `${change < 0 ? "↓" : "↑"} ${percent(Math.abs(change), 1)}`;
}
