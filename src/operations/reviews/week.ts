import type { Severity } from "../../compliance/finding";
import type { ReviewRow } from "../../ledger/model";
import { casesOf, type PlacedEntry, type ReviewCase } from "./case";
import type { OutcomeStep, RecordedFinding } from "./entry";

/** A risk that drafts of the week had, and how often. */
export interface WeekRisk extends Pick<RecordedFinding, "text" | "severity"> {
  /** `广告法第九条第三项`; empty for the user's own words. */
  readonly basis: string;
  readonly drafts: number;
}

/** What the review record says of one week. */
export interface ReviewWeek {
  /** Texts that were sent, a text sent anew counts again. */
  readonly sent: number;
  /** Of them, texts on which the machine said block or evidence. */
  readonly risky: number;
  /** Decisions of the week: legal's pass, anyone's return, the platform's word. */
  readonly passed: number;
  readonly returned: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Cases that waited for somebody when the week was over. */
  readonly waiting: number;
  /** What drafts were warned of: gravest first, then most often. */
  readonly risks: readonly WeekRisk[];
  /** What the platform rejected, with the title of the draft. */
  readonly rejections: readonly (Pick<OutcomeStep, "words" | "clause"> & { readonly title: string })[];
}

const WAITS: ReadonlySet<ReviewCase["state"]> = new Set(["human", "legal", "evidence"]);
const GRAVITY: Readonly<Record<Severity, number>> = { block: 0, evidence: 1, warn: 2, info: 3 };

/** Of the record from one instant up to another (ms, the end not included). Null when the week has no entry and nothing waits. */
export function reviewWeek(rows: readonly ReviewRow[], from: number, to: number): ReviewWeek | null {
  const known = casesOf(rows.filter(({ at }) => at < to));
  const moves = known.flatMap((each) => each.entries.filter(({ at }) => at >= from).map((move) => ({ each, move })));
  const waiting = known.filter(({ state }) => WAITS.has(state)).length;
  if (moves.length === 0 && waiting === 0) return null;
  const count = (is: (entry: PlacedEntry["entry"]) => boolean): number =>
    moves.filter(({ move }) => is(move.entry)).length;
  const drafts = moves.flatMap(({ move: { entry } }) => (entry.step === "submit" ? [entry] : []));
  return {
    sent: drafts.length,
    risky: drafts.filter(({ findings }) => findings.some(({ severity }) => GRAVITY[severity] < 2)).length,
    passed: count((entry) => entry.step === "legal" && entry.decision === "pass"),
    returned: count((entry) => (entry.step === "human" || entry.step === "legal") && entry.decision === "return"),
    accepted: count((entry) => entry.step === "outcome" && entry.accepted),
    rejected: count((entry) => entry.step === "outcome" && !entry.accepted),
    waiting,
    risks: risksOf(drafts.map(({ findings }) => findings)),
    rejections: moves.flatMap(({ each, move: { entry } }) =>
      entry.step === "outcome" && !entry.accepted
        ? [{ title: each.sent.title, words: entry.words, clause: entry.clause }]
        : [],
    ),
  };
}

function risksOf(drafts: readonly (readonly RecordedFinding[])[]): WeekRisk[] {
  const risks = new Map<string, WeekRisk>();
  for (const findings of drafts) {
    const own = new Map(findings.filter(({ severity }) => severity !== "info").map((each) => [keyOf(each), each]));
    for (const [
      key,
      {
        text,
        severity,
        basis: [first],
      },
    ] of own) {
      const basis = first ? first.law + first.article : "";
      risks.set(key, { text, severity, basis, drafts: (risks.get(key)?.drafts ?? 0) + 1 });
    }
  }
  return [...risks.values()].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || b.drafts - a.drafts);
}

const keyOf = ({ text, rule }: RecordedFinding): string => `${rule} ${text}`;
