import { type Checker, createChecker } from "../compliance/checker";
import { withOwnRules } from "../compliance/own/own-rules";
import type { CheckedPack } from "../compliance/pack";
import { ownRules, type RuleNotes } from "./own-rules";

/** What a rule of a pack that the user brought may take for one sentence, ms; an honest one takes a fraction of it. */
const RULE_MS = 50;

/** The checker of the shipped packs and the user's own rules on a Shanghai day, and the packs that it was built from. */
export function buildChecker(
  shipped: readonly CheckedPack[],
  notes: RuleNotes,
  today: string,
): { readonly checker: Checker; readonly packs: readonly CheckedPack[] } {
  const packs = withOwnRules(shipped, ownRules(notes, shipped), today);
  const trusted = new Set(shipped.map((pack) => pack.id));
  const limit = { ms: RULE_MS, clock: () => performance.now(), trusted };
  return { checker: createChecker(packs, { today, limit }), packs };
}
