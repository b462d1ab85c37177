import type { Pack, Rule } from "./pack";

/** Why a rule may no longer say what the law says. `day`: its `expires`, or the day its pack was last read against the law. */
export interface Staleness {
  readonly reason: "rule_expired" | "pack_old";
  /** YYYY-MM-DD */
  readonly day: string;
}

export interface StaleRule extends Staleness {
  readonly pack: string;
  /** Null when the whole pack is old. */
  readonly rule: string | null;
}

/** Law moves; a pack that nobody read against it for half a year is said to be so. */
export const PACK_DAYS = 180;

/** Whether a rule of a pack is stale on the day `today` (YYYY-MM-DD, Asia/Shanghai). A rule's own end comes first. */
export function stalenessOf(pack: Pick<Pack, "asOf">, rule: Pick<Rule, "expires">, today: string): Staleness | null {
  if (rule.expires !== undefined && rule.expires < today) return { reason: "rule_expired", day: rule.expires };
  return isOld(pack, today) ? { reason: "pack_old", day: pack.asOf } : null;
}

/** What is stale on that day: old packs once each, then rules past their end, in order of the packs. */
export function listStale(packs: readonly Pack[], today: string): StaleRule[] {
  const old = packs
    .filter((pack) => isOld(pack, today))
    .map((pack): StaleRule => ({ pack: pack.id, rule: null, reason: "pack_old", day: pack.asOf }));
  const expired = packs.flatMap((pack) =>
    pack.rules.flatMap((rule): StaleRule[] => {
      const stale = stalenessOf({ asOf: today }, rule, today);
      return stale ? [{ pack: pack.id, rule: rule.id, ...stale }] : [];
    }),
  );
  return [...old, ...expired];
}

const isOld = (pack: Pick<Pack, "asOf">, today: string): boolean => daysBetween(pack.asOf, today) > PACK_DAYS;

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
