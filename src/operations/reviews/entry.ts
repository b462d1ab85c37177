import type { Citation, Draft, Finding } from "../../compliance/finding";

/**
 * The record of a review: machine, a person, legal. Each step is one entry; entries are only ever added. They are kept for
 * good, and so for the three years that 互联网广告管理办法 art. 13 and 直播电商监督管理办法 art. 27 ask for.
 */
const STAGES = ["human", "legal"] as const;
export type Stage = (typeof STAGES)[number];
export const DECISIONS = ["pass", "return", "ask"] as const;
/** ask: for evidence, before deciding. */
export type Decision = (typeof DECISIONS)[number];

/** A rule pack that the machine's result came from. */
export interface PackVersion {
  readonly id: string;
  readonly version: string;
  readonly asOf: string;
}

/** A finding as it is recorded. */
export interface RecordedFinding extends Pick<Finding, "start" | "end" | "text" | "category" | "severity" | "rule"> {
  readonly basis: readonly Citation[];
  /** The author set it aside before sending. */
  readonly ignored: boolean;
}

interface Step {
  /** Who, as named by the user. */
  readonly by: string;
  readonly note: string;
}
export interface SubmitStep extends Step {
  readonly step: "submit";
  readonly title: string;
  readonly draft: Draft;
  readonly findings: readonly RecordedFinding[];
  readonly packs: readonly PackVersion[];
}
/** The author's answer to a request for evidence: what is at hand and where. */
export interface EvidenceStep extends Step {
  readonly step: "evidence";
}
export interface DecisionStep extends Step {
  readonly step: Stage;
  readonly decision: Decision;
}
/** What the platform did with it afterwards; `words`: what it objected to. */
export interface OutcomeStep extends Step {
  readonly step: "outcome";
  readonly accepted: boolean;
  readonly words: string;
  readonly clause: string;
}
export type ReviewStep = SubmitStep | EvidenceStep | DecisionStep | OutcomeStep;

/** A step with its place: the n-th (from 1) of the machine `device`, after the entry `follows` of the same case. */
export type ReviewEntry = ReviewStep & {
  readonly v: 1;
  readonly device: string;
  readonly n: number;
  readonly follows: string | null;
};
