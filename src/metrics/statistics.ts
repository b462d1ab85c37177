/** Plain statistics. Every function answers null for an empty list rather than a number that means nothing. */

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [upper, lower] = [sorted[half], sorted[half - 1]];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** Sample standard deviation (n − 1); null under two values. */
export function deviation(values: readonly number[]): number | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (values.length - 1));
}

/** Median absolute deviation from the median, times 1.4826 so that it estimates σ of a normal distribution. */
export function robustDeviation(values: readonly number[]): number | null {
  const middle = median(values);
  const away = middle === null ? null : median(values.map((each) => Math.abs(each - middle)));
  return away === null ? null : away * 1.4826;
}
