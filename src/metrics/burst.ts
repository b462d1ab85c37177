import { tidy } from "./interval";
import { median } from "./statistics";

export const BURST_DAYS = 14;
/** Of the 14 days before, this many must be known. */
export const BURST_NEEDED = 7;

/** gmv_burst: GMV of a day / median GMV of the 14 days before. Null with fewer than seven of them, or a median of zero. */
export function gmvBurst(gmv: number, before: readonly number[]): number | null {
  const usual = before.length < BURST_NEEDED ? null : median(before);
  return usual === null || usual <= 0 ? null : tidy(gmv / usual);
}
