import type { Pack, Rule } from "../compliance/pack";

/** Days after which the law that a pack was read from may have moved on. */
const OLD_DAYS = 180;
const DAY_MS = 86_400_000;

export interface PackAge {
  /** Last change of any of its rules, YYYY-MM-DD. */
  readonly updated: string;
  /** Days since the law was last read; what is dated ahead counts as today. */
  readonly days: number;
  readonly isOld: boolean;
  /** Rules past their day, and the next day on which one ends; null when none ends. */
  readonly expired: readonly string[];
  readonly nextEnd: string | null;
}

/** How old a pack is on a Shanghai day, YYYY-MM-DD. */
export function packAge({ asOf, rules }: Pack, today: string): PackAge {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(asOf)) / DAY_MS));
  const ends = rules.flatMap(({ id, expires }) => (expires === undefined ? [] : [{ id, expires }]));
  const ahead = ends.map(({ expires }) => expires).filter((day) => day >= today);
  return {
    updated: [asOf, ...rules.map((rule) => rule.updated)].sort().at(-1) ?? asOf,
    days,
    isOld: days > OLD_DAYS,
    expired: ends.filter(({ expires }) => expires < today).map(({ id }) => id),
    nextEnd: ahead.sort()[0] ?? null,
  };
}

/** Why a rule may no longer say what the law says, and since when; null when nothing speaks for that. */
export function ruleAge(
  rule: Rule,
  pack: Pack,
  today: string,
): { readonly why: "expired" | "old"; readonly day: string } | null {
  if (rule.expires !== undefined && rule.expires < today) return { why: "expired", day: rule.expires };
  return packAge(pack, today).isOld ? { why: "old", day: pack.asOf } : null;
}
