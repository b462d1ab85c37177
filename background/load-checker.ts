import { readOwnJson } from "../src/browser/worker";
import { createChecker } from "../src/compliance/checker";
import { withOwnRules } from "../src/compliance/own/own-rules";
import { shippedPacks } from "../src/compliance/shipped-packs";
import type { Ledger } from "../src/ledger/ledger";
import { shanghaiDay } from "../src/metrics/calendar";
import { ownRules, RULE_NOTES, type RuleNotes } from "../src/operations/own-rules";
import type { DraftChecker } from "./draft-desk";

/** Builds the checker from the packs that the build put beside this script and from what the user added. */
export async function loadChecker(ledger: Ledger): Promise<DraftChecker> {
  const [json, notes] = await Promise.all([readOwnJson("packs.json"), ruleNotes(ledger)]);
  const shipped = shippedPacks(json);
  return createChecker(withOwnRules(shipped, ownRules(notes, shipped), shanghaiDay(Date.now())));
}

async function ruleNotes(ledger: Ledger): Promise<RuleNotes> {
  const [words, allowed, packs] = await Promise.all([
    ledger.notes(RULE_NOTES[0]),
    ledger.notes(RULE_NOTES[1]),
    ledger.notes(RULE_NOTES[2]),
  ]);
  return { words, allowed, packs };
}
