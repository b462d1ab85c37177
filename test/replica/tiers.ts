/** Steps of the tiers in which the talent pages show other people's money (fen) and audiences. */
export const SALES_STEPS = [1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000].map((step) => step * 100);
export const BASKET_STEPS = [50, 100, 300, 500, 1_000].map((step) => step * 100);
export const PEOPLE_STEPS = [1_000, 5_000, 10_000, 100_000, 1_000_000];

export interface Tier {
  /** Null: open. */
  readonly min: number;
  readonly max: number | null;
}

/** The tier that holds `value`; the lowest one begins at 0. */
export function tierOf(value: number, steps: readonly number[]): Tier {
  const above = steps.findIndex((step) => value < step);
  return above === -1
    ? { min: steps.at(-1) ?? 0, max: null }
    : { min: steps[above - 1] ?? 0, max: steps[above] ?? null };
}

/** ￥50万-100万, ￥1000以下, ￥100万以上; nothing at all is ￥0. */
export function moneyTier(fen: number, steps: readonly number[]): string {
  return fen === 0
    ? "￥0"
    : `￥${tierText(
        tierOf(
          fen / 100,
          steps.map((step) => step / 100),
        ),
      )}`;
}

export const peopleTier = (people: number): string => tierText(tierOf(people, PEOPLE_STEPS));

function tierText({ min, max }: Tier): string {
  if (max === null) return `${short(min)}以上`;
  return min === 0 ? `${short(max)}以下` : `${short(min)}-${short(max)}`;
}

const short = (value: number): string => (value < 10_000 ? String(value) : `${value / 10_000}万`);
