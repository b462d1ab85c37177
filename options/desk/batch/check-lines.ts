import type { Checker } from "../../../src/compliance/checker";
import { type Finding, SEVERITIES, type Severity } from "../../../src/compliance/finding";
import type { Scope } from "../../../src/ui/desk/scope-selects";
import { createBreather } from "../../../src/ui/tables/slices";
import type { Job } from "../../../src/ui/tables/table";
import type { BatchLine, BatchSheet } from "./read-lines";

export interface CheckedLine extends BatchLine {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Checks every line's copy, in slices, so that the page stays alive; rejects with the signal's reason when given up. */
export async function checkLines(
  checker: Checker,
  sheet: BatchSheet,
  column: number,
  scope: Scope,
  job: Job,
): Promise<readonly CheckedLine[]> {
  const breathe = createBreather(job);
  const checked: CheckedLine[] = [];
  for (const line of sheet.lines) {
    const text = line.cells[column] ?? "";
    checked.push({ ...line, text, findings: text.trim() === "" ? [] : checker.check({ text, ...scope }) });
    await breathe(checked.length);
  }
  job.progress?.(checked.length);
  return checked;
}

/** The gravest of a line's findings; null for a line without any. */
export const gravest = ({ findings }: CheckedLine): Severity | null =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
