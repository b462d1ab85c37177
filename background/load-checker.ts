import { readOwnJson } from "../src/browser/worker";
import { createChecker } from "../src/compliance/checker";
import { withOwnRules } from "../src/compliance/own/own-rules";
import { shippedPacks } from "../src/compliance/shipped-packs";
import type { Ledger } from "../src/ledger/ledger";
import { shanghaiDay } from "../src/metrics/calendar";
import { ownRules, RULE_NOTES, type RuleNotes } from "../src/operations/own-rules";
import type { DraftChecker } from "./draft-desk";

/** What a rule of a pack that the user brought may take for one sentence; an honest one takes a fraction of it. */
const RULE_MS = 50;

/** Builds the checker from the packs that the build put beside this script and from what the user added. */
export async function loadChecker(ledger: Ledger): Promise<DraftChecker> {
  const [json, notes] = await Promise.all([readOwnJson("packs.json"), ruleNotes(ledger)]);
  const shipped = shippedPacks(json);
  const today = shanghaiDay(Date.now());
  return createChecker(withOwnRules(shipped, ownRules(notes, shipped), today), {
    today,
    limit: { ms: RULE_MS, clock: () => performance.now(), trusted: new Set(shipped.map((pack) => pack.id)) },
  });
}

async function ruleNotes(ledger: Ledger): Promise<RuleNotes> {
  const [words, allowed, packs] = await Promise.all([
    ledger.notes(RULE_NOTES[0]),
    ledger.notes(RULE_NOTES[1]),
    ledger.notes(RULE_NOTES[2]),
  ]);
  return { words, allowed, packs };
}
