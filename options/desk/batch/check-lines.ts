import type { Checker } from "../../../src/compliance/checker";
import { type Finding, SEVERITIES, type Severity } from "../../../src/compliance/finding";
import type { Scope } from "../../../src/ui/desk/scope-selects";
import { createBreather } from "../../../src/ui/tables/slices";
import type { Job } from "../../../src/ui/tables/table";
import type { BatchLine, BatchSheet } from "./read-lines";

/** One cell of copy and what was found in it; offsets are into its own text. */
export interface CheckedCell {
  /** Index into {@link BatchSheet.columns}. */
  readonly column: number;
  readonly text: string;
  readonly findings: readonly Finding[];
}
export interface CheckedLine extends BatchLine {
  /** One for each column that was checked, in their order. */
  readonly checked: readonly CheckedCell[];
}

type Check = (text: string) => readonly Finding[];

/** Checks every line's copy, in slices, so that the page stays alive; rejects with the signal's reason when given up. */
export async function checkLines(
  checker: Checker,
  sheet: BatchSheet,
  columns: readonly number[],
  scope: Scope,
  job: Job,
): Promise<readonly CheckedLine[]> {
  const breathe = createBreather(job);
  const check: Check = (text) => (text.trim() === "" ? [] : checker.check({ text, ...scope }));
  const done: CheckedLine[] = [];
  for (const line of sheet.lines) {
    done.push({ ...line, checked: checkCells(line, columns, check) });
    await breathe(done.length);
  }
  job.progress?.(done.length);
  return done;
}

const isAbsence = ({ end }: Finding): boolean => end === 0;

/** Each cell on its own; but what one lacks may stand in another, and what all lack is said once. */
function checkCells({ cells }: BatchLine, columns: readonly number[], check: Check): readonly CheckedCell[] {
  const checked = columns.map((column) => ({
    column,
    text: cells[column] ?? "",
    findings: check(cells[column] ?? ""),
  }));
  if (columns.length < 2 || !checked.some(({ findings }) => findings.some(isAbsence))) return checked;
  const whole = checked.map(({ text }) => text).join("\n");
  const lacking = new Set(check(whole).flatMap((finding) => (isAbsence(finding) ? [finding.rule] : [])));
  return checked.map((cell) => ({
    ...cell,
    findings: cell.findings.filter((finding) => !isAbsence(finding) || lacking.delete(finding.rule)),
  }));
}

/** The gravest of some findings; null without any. */
export const gravest = (findings: readonly Finding[]): Severity | null =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;

/** What was found in any cell of a line. */
export const findingsOf = ({ checked }: CheckedLine): readonly Finding[] => checked.flatMap(({ findings }) => findings);
