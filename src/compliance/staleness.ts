import type { Pack, Rule } from "./pack";

/** Why a rule may no longer say what the law says. `day`: its `expires`, or the day its pack was last read against the law. */
export interface Staleness {
  readonly reason: "rule_expired" | "pack_old";
  /** YYYY-MM-DD */
  readonly day: string;
}

/** Law moves; a pack that nobody read against it for half a year is said to be so. */
const PACK_DAYS = 180;

/** Whether a rule of a pack is stale on the day `today` (YYYY-MM-DD, Asia/Shanghai). A rule's own end comes first. */
export function stalenessOf(pack: Pick<Pack, "asOf">, rule: Pick<Rule, "expires">, today: string): Staleness | null {
  if (rule.expires !== undefined && rule.expires < today) return { reason: "rule_expired", day: rule.expires };
  return daysBetween(pack.asOf, today) > PACK_DAYS ? { reason: "pack_old", day: pack.asOf } : null;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
