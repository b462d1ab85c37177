/** Which backups stay: the newest of each of the last 7 days, 4 weeks and 12 months that have one. */

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
const KEPT = { days: 7, weeks: 4, months: 12 } as const;

/** Those to remove of these instants (ms), in any order. */
export function superfluous(made: readonly number[]): readonly number[] {
  const newestFirst = [...made].sort((a, b) => b - a);
  const day = (at: number): string => String(Math.floor((at + SHANGHAI) / DAY));
  // 1970-01-01 was a Thursday: weeks begin on Mondays.
  const week = (at: number): string => String(Math.floor((Math.floor((at + SHANGHAI) / DAY) + 3) / 7));
  const month = (at: number): string => new Date(at + SHANGHAI).toISOString().slice(0, 7);
  const kept = new Set<number>([
    ...newestOf(newestFirst, day, KEPT.days),
    ...newestOf(newestFirst, week, KEPT.weeks),
    ...newestOf(newestFirst, month, KEPT.months),
  ]);
  return newestFirst.filter((at) => !kept.has(at));
}

function newestOf(newestFirst: readonly number[], spanOf: (at: number) => string, spans: number): readonly number[] {
  const newest = new Map<string, number>();
  for (const at of newestFirst) if (!newest.has(spanOf(at))) newest.set(spanOf(at), at);
  return [...newest.values()].slice(0, spans);
}
