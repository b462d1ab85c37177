import { readOwnFile } from "../src/browser/worker";
import { MATCH_FILE, shippedPacks } from "../src/compliance/shipped-packs";
import type { Ledger } from "../src/ledger/ledger";
import { shanghaiDay } from "../src/metrics/calendar";
import { buildChecker } from "../src/operations/build-checker";
import { RULE_NOTES, type RuleNotes } from "../src/operations/own-rules";
import type { DraftChecker } from "./draft-desk";
import { readAhead } from "./read-ahead";

/** Builds the checker from the packs that the build put beside this script and from what the user added. */
export async function loadChecker(ledger: Ledger): Promise<DraftChecker> {
  const [bytes, notes] = await Promise.all([readOwnFile(MATCH_FILE), ruleNotes(ledger)]);
  const shipped = shippedPacks(bytes);
  const { checker, packs } = buildChecker(shipped, notes, shanghaiDay(Date.now()));
  const { session, switchedOff } = checker;
  readAhead(checker);
  return { session, switchedOff, packs: packs.map(({ id, version, asOf }) => ({ id, version, asOf })) };
}

async function ruleNotes(ledger: Ledger): Promise<RuleNotes> {
  const [words, allowed, packs] = await Promise.all([
    ledger.notes(RULE_NOTES[0]),
    ledger.notes(RULE_NOTES[1]),
    ledger.notes(RULE_NOTES[2]),
  ]);
  return { words, allowed, packs };
}
