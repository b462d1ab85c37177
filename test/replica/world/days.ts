const DAY_MS = 86_400_000;

/** Shanghai calendar days as `YYYY-MM-DD` and as numbers (days since 1970-01-01). */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayText = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days);

/** The instant at which clocks in Shanghai show `time` (HH:mm) on `day`. */
export const shanghai = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The `days` days before `today`: the console's numbers are of yesterday at best. */
export const spanBefore = (today: string, days: number): Span => ({
  from: addDays(today, -days),
  to: addDays(today, -1),
});

export const daysOf = ({ from, to }: Span): readonly string[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, at) => addDays(from, at));
