import type { CompiledRule } from "./compile";
import { textVerdict } from "./context/gates";
import type { Citation, Draft, Finding } from "./finding";
import { mergeFindings } from "./merge";
import type { Read } from "./reread";
import type { Wanted } from "./scan";
import type { SentenceResult } from "./sentence";
import type { Staleness } from "./staleness";

/** What a draft's scope makes of the rules. */
export interface Active extends Wanted {
  readonly citations: readonly (readonly Citation[])[];
  readonly stale: readonly (Staleness | null)[];
}

/** A sentence's findings, by offsets in it, in a text that answers these probes. */
interface Told {
  readonly answered: string;
  readonly findings: readonly Finding[];
  /** The same in the text, for a sentence that begins at `from`. */
  from: number;
  placed: readonly Finding[];
}

/**
 * Makes the findings of a draft out of what was read in its sentences, in the draft's scope. What a sentence that was read
 * before says is told again, unless other sentences now answer other probes.
 */
export function createAssembler(
  rules: readonly CompiledRule[],
): (draft: Draft, active: Active, read: readonly Read[]) => Finding[] {
  const ofAbsence = rules.flatMap((rule, index) => (rule.absences.length > 0 ? [index] : []));
  const told = new WeakMap<SentenceResult, Told>();

  const absences = (draft: Draft, active: Active, answered: ReadonlySet<number>): Finding[] =>
    ofAbsence.flatMap((index) => {
      const rule = rules[index];
      if (!rule || active.rules[index] !== 1) return [];
      if (!rule.absences.some(({ when, unless }) => answered.has(when) && !answered.has(unless))) return [];
      if (textVerdict(rule, answered, draft).kind === "drop") return [];
      return [{ start: 0, end: 0, text: "", ...saidBy(rule, index, active) }];
    });

  const findingsOf = ({ sentence, result }: Read, draft: Draft, active: Active, answered: ReadonlySet<number>) => {
    const findings: Finding[] = [];
    for (const { rule: index, start, end, evasion, proof } of result.standing) {
      const rule = rules[index];
      if (!rule) continue;
      const verdict = textVerdict(rule, answered, draft);
      if (verdict.kind === "drop") continue;
      const asked = proof ?? (verdict.kind === "evidence" ? verdict : undefined);
      const softened = asked !== undefined && rule.rule.severity === "block";
      findings.push({
        start,
        end,
        text: sentence.text.slice(start, end),
        ...saidBy(rule, index, active),
        ...(softened ? { severity: "evidence" } : {}),
        ...(evasion ? { evasion } : {}),
        ...(softened && asked.clause ? { exemption: asked.clause } : {}),
      });
    }
    return mergeFindings(findings);
  };

  return (draft, active, read) => {
    const answered = new Set<number>();
    for (const { result } of read) for (const probe of result.probes) answered.add(probe);
    const key = [...answered].sort((a, b) => a - b).join();
    const found: Finding[] = [...mergeFindings(absences(draft, active, answered))];
    // Findings of two sentences have no character in common, so each sentence is merged on its own.
    for (const each of read) {
      if (each.result.standing.length === 0) continue;
      let known = told.get(each.result);
      if (known?.answered !== key) {
        const findings = findingsOf(each, draft, active, answered);
        known = { answered: key, findings, from: 0, placed: findings };
        told.set(each.result, known);
      }
      const from = each.sentence.start;
      if (known.from !== from) {
        known.placed = known.findings.map((it) => ({ ...it, start: from + it.start, end: from + it.end }));
        known.from = from;
      }
      found.push(...known.placed);
    }
    return found;
  };
}

type Said = Pick<Finding, "category" | "severity" | "rule" | "basis" | "suggestions" | "stale">;

function saidBy({ rule: { category, severity, id, suggestions } }: CompiledRule, index: number, active: Active): Said {
  const stale = active.stale[index];
  const basis = active.citations[index] ?? [];
  return {
    category,
    severity,
    rule: id,
    basis,
    suggestions,
    ...(stale ? { stale } : {}),
  };
}
