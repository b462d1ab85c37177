import { type Category, type Finding, SEVERITIES } from "./finding";

const gravity = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);
const length = (finding: Finding): number => finding.end - finding.start;
/** Of two findings on the same words the special one speaks: a price claim before the superlative in it. */
const GENERAL: readonly Category[] = ["absolute_term", "false_claim"];
const generality = (finding: Finding): number => GENERAL.indexOf(finding.category);
const holds = (outer: Finding, inner: Finding): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * One finding for one matter: overlapping findings of a category are one over all their words, with the gravest severity
 * among them; a finding inside a longer one of another category stays only if it is graver or another clause's deed, and one as grave
 * leaves its law there, or speaks for all the words: a disease in a promise (三天就能降血压), a promise in what others
 * vouch for (学员百分百上岸). Absences stay all.
 * Where nothing else tells two apart the one given first speaks. Ordered by place.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const kept: Finding[] = [];
  for (const finding of [...findings].sort(
    (a, b) => length(b) - length(a) || gravity(a) - gravity(b) || generality(a) - generality(b),
  )) {
    if (length(finding) === 0) {
      if (!kept.some((other) => length(other) === 0 && other.rule === finding.rule)) kept.push(finding);
      continue;
    }
    const same = kept.findIndex(
      (other) => other.category === finding.category && other.start < finding.end && finding.start < other.end,
    );
    const outer = kept[same];
    const around = kept.findIndex(
      (other) => holds(other, finding) && gravity(other) <= gravity(finding) && !isMatterOfItsOwn(finding, other),
    );
    const holder = kept[around];
    if (outer) kept[same] = absorb(outer, finding);
    else if (holder) kept[around] = gravity(holder) === gravity(finding) ? joined(holder, finding) : holder;
    else kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || gravity(a) - gravity(b));
}

/** What is done besides claiming something: to deal elsewhere, to reward, to press, to name a price. */
const DEEDS: ReadonlySet<Category> = new Set<Category>([
  "off_platform",
  "inducement_reward",
  "inducement_coercion",
  "price_claim",
]);
const PAUSE = /[，,；;。！!]/u;

/** 治疗失眠，加微信领红包，三天见效: another clause's deed is no part of the claim that reaches over it. */
function isMatterOfItsOwn(inner: Finding, outer: Finding): boolean {
  if (!DEEDS.has(inner.category) || DEEDS.has(outer.category)) return false;
  const [before, behind] = [outer.text.slice(0, inner.start - outer.start), outer.text.slice(inner.end - outer.start)];
  return PAUSE.test(before) || PAUSE.test(behind);
}

/** What an outer finding holds and what speaks in its stead: the cure that is promised or drunk, the result that is vouched for. */
const SPEAKS: Readonly<Partial<Record<Category, readonly Category[]>>> = {
  efficacy_guarantee: ["medical_claim"],
  authority_endorsement: ["education_promise", "investment_promise"],
  alcohol: ["medical_claim"],
};

/** One finding over the outer one's words, under the laws of both. */
function joined(outer: Finding, inner: Finding): Finding {
  if (!SPEAKS[outer.category]?.includes(inner.category)) return withLaw(outer, inner);
  const { start, end, text } = outer;
  return withLaw({ ...inner, start, end, text }, outer);
}

const PLATFORM = /^(微信|视频号)/;

/** The outer finding, with the statutes of the inner one before its platform clauses. */
function withLaw(outer: Finding, inner: Finding): Finding {
  const known = (law: string, article: string): boolean =>
    outer.basis.some((it) => it.law === law && it.article === article);
  const fresh = inner.basis.filter(({ law, article }) => !PLATFORM.test(law) && !known(law, article));
  const statutes = outer.basis.filter(({ law }) => !PLATFORM.test(law));
  return { ...outer, basis: [...statutes, ...fresh, ...outer.basis.slice(statutes.length)] };
}

/** The span of both, where one reaches out of the other, and all else of the graver. */
function absorb(outer: Finding, inner: Finding): Finding {
  const [start, end] = [Math.min(outer.start, inner.start), Math.max(outer.end, inner.end)];
  const text = inner.text.slice(0, outer.start - start) + outer.text + inner.text.slice(outer.end - inner.start);
  return { ...(gravity(inner) >= gravity(outer) ? outer : inner), start, end, text };
}
