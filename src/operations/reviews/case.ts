import type { ReviewRow } from "../../ledger/model";
import type { Decision, OutcomeStep, ReviewEntry, ReviewStep, Stage, SubmitStep } from "./entry";

/** human, legal: waits for them · evidence: waits for the author's proof · the rest is over until it is sent again. */
export type CaseState = "human" | "legal" | "evidence" | "returned" | "passed" | "accepted" | "rejected";

export interface PlacedEntry {
  readonly id: string;
  readonly at: number;
  readonly entry: ReviewEntry;
}

export interface ReviewCase {
  readonly id: string;
  readonly state: CaseState;
  /** Who asked for evidence, while it is waited for. */
  readonly asked: Stage | null;
  /** What was sent last. */
  readonly sent: SubmitStep;
  readonly outcome: OutcomeStep | null;
  /** Oldest first. */
  readonly entries: readonly PlacedEntry[];
  readonly at: number;
}

/** The cases of a record, the one that moved last first. */
export function casesOf(rows: readonly ReviewRow[]): readonly ReviewCase[] {
  const byCase = new Map<string, ReviewRow[]>();
  for (const row of rows) byCase.set(row.case, [...(byCase.get(row.case) ?? []), row]);
  return [...byCase].flatMap(([id, each]) => caseOf(id, each) ?? []).sort((a, b) => b.at - a.at);
}

function caseOf(id: string, rows: readonly ReviewRow[]): ReviewCase | null {
  const entries = rows
    .map((row): PlacedEntry => ({ id: row.id, at: row.at, entry: row.entry as ReviewEntry }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  let sent: SubmitStep | null = null;
  let outcome: OutcomeStep | null = null;
  let state: CaseState = "human";
  let asked: Stage | null = null;
  for (const { entry } of entries) {
    if (entry.step === "submit") {
      sent = entry;
      outcome = null;
    }
    if (entry.step === "outcome") outcome = entry;
    const next = after(entry, asked);
    state = next;
    asked = next === "evidence" && (entry.step === "human" || entry.step === "legal") ? entry.step : null;
  }
  return sent && { id, state, asked, sent, outcome, entries, at: entries.at(-1)?.at ?? 0 };
}

const PASSED: Readonly<Record<Stage, CaseState>> = { human: "legal", legal: "passed" };

function after(entry: ReviewStep, asked: Stage | null): CaseState {
  switch (entry.step) {
    case "submit":
      return "human";
    case "evidence":
      return asked ?? "human";
    case "outcome":
      return entry.accepted ? "accepted" : "rejected";
    default:
      return decided(entry.step, entry.decision);
  }
}

function decided(stage: Stage, decision: Decision): CaseState {
  if (decision === "pass") return PASSED[stage];
  return decision === "return" ? "returned" : "evidence";
}

/** Whether a step can be taken now; null is a case that is not there yet. A text can be sent anew at any time. */
export function mayStep(step: ReviewStep["step"], current: ReviewCase | null): boolean {
  if (step === "submit") return true;
  if (current === null) return false;
  return step === "outcome" || step === current.state;
}

/** What the platform objected to in rejected cases, and whether the machine had said anything of it. */
export interface Missed {
  readonly case: ReviewCase;
  readonly outcome: OutcomeStep;
  /** False: the packs had nothing on these words. */
  readonly found: boolean;
}

export function rejectedBy(cases: readonly ReviewCase[]): readonly Missed[] {
  return cases.flatMap((each): Missed[] => {
    const { outcome } = each;
    if (!outcome || outcome.accepted) return [];
    return [{ case: each, outcome, found: wasFound(each.sent, outcome.words) }];
  });
}

/** Words that the text does not have (a picture, a price) cannot have been found; without words any warning counts. */
function wasFound({ draft, findings }: SubmitStep, words: string): boolean {
  if (words.trim() === "") return findings.some(({ severity }) => severity !== "info");
  const start = draft.text.indexOf(words.trim());
  if (start < 0) return false;
  const end = start + words.trim().length;
  return findings.some((finding) => finding.start < end && start < finding.end);
}
