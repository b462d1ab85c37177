import type { CompiledRule } from "./compile";
import { textVerdict } from "./context/gates";
import type { Category, Citation, Finding } from "./finding";
import { mergeFindings } from "./merge";
import { createProbeTally } from "./probe-tally";
import type { Read, Reread } from "./reread";
import type { Wanted } from "./scan";
import type { Scope } from "./scope";
import type { Staleness } from "./staleness";

/** What a draft's scope makes of the rules. */
export interface Active extends Wanted {
  readonly citations: readonly (readonly Citation[])[];
  readonly stale: readonly (Staleness | null)[];
}

/** A sentence's findings where it begins at `from`, in a text that answers these probes. */
interface Told {
  readonly answered: ReadonlySet<number>;
  from: number;
  findings: readonly Finding[];
}

/** Makes the findings of a draft in a scope out of what was read in its sentences, edit by edit. */
export type Assemble = (text: string, reread: Reread) => Finding[];

/**
 * What a sentence that was read before says is told again, unless other sentences now answer other probes; and so is what
 * the text lacks.
 */
export function createAssembler(
  rules: readonly CompiledRule[],
  probes: number,
): (scope: Scope, active: Active) => Assemble {
  const ofAbsence = rules.flatMap((rule, index) => (rule.absences.length > 0 ? [index] : []));

  const absences = (
    scope: Scope,
    active: Active,
    answered: ReadonlySet<number>,
    blocked: ReadonlySet<Category>,
  ): Finding[] =>
    ofAbsence.flatMap((index) => {
      const rule = rules[index];
      if (!rule || active.rules[index] !== 1) return [];
      const isLacking = rule.absences.some(
        ({ when, unless, beside }) =>
          (answered.has(when) || beside.some((each) => blocked.has(each))) && !answered.has(unless),
      );
      if (!isLacking) return [];
      if (textVerdict(rule, answered, scope).kind === "drop") return [];
      return [{ start: 0, end: 0, text: "", ...saidBy(rule, index, active) }];
    });

  const findingsOf = (
    text: string,
    from: number,
    { result }: Read,
    scope: Scope,
    active: Active,
    answered: ReadonlySet<number>,
  ): readonly Finding[] => {
    const findings: Finding[] = [];
    for (const { rule: index, start, end, evasion, proof } of result.standing) {
      const rule = rules[index];
      if (!rule) continue;
      const verdict = textVerdict(rule, answered, scope);
      if (verdict.kind === "drop") continue;
      const asked = proof ?? (verdict.kind === "evidence" ? verdict : undefined);
      const softened = asked !== undefined && rule.rule.severity === "block";
      findings.push({
        ...wordsAt(text, from + start, from + end),
        ...saidBy(rule, index, active),
        ...(softened ? { severity: "evidence" } : {}),
        ...(evasion ? { evasion } : {}),
        ...(softened && asked.clause ? { exemption: asked.clause } : {}),
      });
    }
    return mergeFindings(findings);
  };

  return (scope, active) => {
    const tally = createProbeTally(probes);
    const told = new WeakMap<Read, Told>();
    let missing: (Pick<Told, "answered" | "findings"> & { readonly beside: string }) | undefined;
    return (text, { sentences, came, gone }) => {
      const answered = tally.after(came.map(probesOf), gone.map(probesOf));
      const found: Finding[] = [];
      let from = 0;
      // Findings of two sentences have no character in common, so each sentence is merged on its own.
      for (const each of sentences) {
        if (each.result.standing.length > 0) {
          let known = told.get(each);
          if (known?.answered !== answered) {
            known = { answered, from, findings: findingsOf(text, from, each, scope, active, answered) };
            told.set(each, known);
          }
          if (known.from !== from) {
            const by = from - known.from;
            known.findings = known.findings.map((it) => ({ ...it, start: it.start + by, end: it.end + by }));
            known.from = from;
          }
          for (const finding of known.findings) found.push(finding);
        }
        from += each.length;
      }
      const blocked = new Set(found.filter(({ severity }) => severity === "block").map(({ category }) => category));
      const beside = [...blocked].sort().join();
      if (missing?.answered !== answered || missing.beside !== beside)
        missing = { answered, beside, findings: mergeFindings(absences(scope, active, answered, blocked)) };
      return [...missing.findings, ...found];
    };
  };
}

/** The words of a slice, without the spaces and line breaks at its ends. */
function wordsAt(text: string, start: number, end: number): Pick<Finding, "start" | "end" | "text"> {
  const words = text.slice(start, end).trimEnd();
  const own = words.trimStart();
  return { start: start + words.length - own.length, end: start + words.length, text: own };
}

const probesOf = ({ result }: Read): readonly number[] => result.probes;

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
