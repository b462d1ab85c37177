import type { CompiledRule, Gate } from "../compile";
import type { Category, Citation } from "../finding";
import type { CheckedRule } from "../pack";
import type { Hit } from "../scan";
import type { Scope } from "../scope";
import { isAiling } from "./ailing";
import { isCandid } from "./candid";
import { isAnswer, isDenied, isKeptAway, isWarned } from "./denial";
import { isExposed } from "./exposed";
import { isMention } from "./mention";
import { isNamesake } from "./namesake";
import { isNegated, isRefused, isRefusedInside } from "./negation";
import { isNotice } from "./notice";
import { withoutPatter } from "./patter";
import { isAsked, isQuestion } from "./question";
import { clauseAround, withinReach } from "./reach";
import { isReview } from "./review";
import { isService } from "./service";
import { ownWords } from "./set-against";
import { isStatutoryWarning } from "./statutory";
import { isTale } from "./tale";
import { isNoVoucher } from "./vouching";
import { isWished } from "./wishful";
import { cutsWords } from "./word-edges";
import { hasOtherSense } from "./word-sense";
import { isWorldly } from "./worldly";

/** Of these those are told to keep away whom a claim would call. */
const KEPT_AWAY: ReadonlySet<Category> = new Set<Category>(["medical_claim", "health_function_claim"]);

/** What the words around a hit say: nothing is wrong, it holds only if proved (with the clause), or nothing at all. */
export type Verdict =
  | { readonly kind: "drop" }
  | { readonly kind: "evidence"; readonly clause?: Citation }
  | { readonly kind: "stands" };

/**
 * Asks a rule's gates about a hit in a view's text, a drop before an evidence. Gates of type text are for the whole
 * text and are asked by `textVerdict`.
 */
export function contextVerdict(rule: CompiledRule, sentence: string, met: Hit, scope: Scope): Verdict {
  const [text, hit] = withinReach(withoutPatter(sentence, met), met);
  if (isNoClaim(rule, text, hit, scope)) return { kind: "drop" };
  const lacking = soughtInVain(rule, text);
  const own = ownWords(text, hit.start);
  const asked = verdict(
    rule.gates,
    scope,
    (gate) =>
      !lacking.some((gates) => gates.has(gate)) &&
      gate.expressions.some((expression) => opens(gate, expression, text, hit, own)),
  );
  if (asked.kind !== "stands" || scope.channel !== "product_title" || !/\s/u.test(text)) return asked;
  return verdict(rule.gates, scope, (gate) => {
    if (gate.exemption.type !== "covers" && gate.exemption.type !== "after") return false;
    return gate.expressions.some((expression) => opens(gate, expression, ...unspaced(text, hit), own));
  });
}

/** Gates of which nothing that they look for stands in the text: of those that ask together all, or none. */
const soughtInVain = ({ sought }: CompiledRule, text: string): ReadonlySet<Gate>[] =>
  sought.map((make) => make()).flatMap(({ gates, isIn }) => (gates.size > 0 && !isIn(text) ? [gates] : []));

/** A title's words stand apart (万能 螺丝刀); what exempts the two as one word is asked without the spaces. */
function unspaced(text: string, { rule, start, end }: Hit): [text: string, hit: Hit] {
  const bare = (part: string): string => part.replace(/\s/gu, "");
  return [bare(text), { rule, start: bare(text.slice(0, start)).length, end: bare(text.slice(0, end)).length }];
}

/** The gates of every rule: chance, what the law orders to be said, what is spoken about, denied, told or named. */
function isNoClaim({ rule }: CompiledRule, text: string, { start, end }: Hit, { channel, goods }: Scope): boolean {
  const { category } = rule;
  if (cutsWords(text, start, end) || isStatutoryWarning(text, start, end, goods)) return true;
  // The user's own word is reported wherever it stands; a pack's rule of no other category rests on law.
  if (category === "custom" && rule.basis.every(({ kind }) => kind === "contract")) return false;
  if (hasOtherSense(text, start, end)) return true;
  if (category === "custom" && rule.negatable === false) return isSpokenOf(rule, text, start, end);
  if (isWorldly(text, start, end, category)) return true;
  if (isNamesake(text, start, end, category, channel)) return true;
  if (isNotice(text, start, end, category) || isNoVoucher(text, start, end, category)) return true;
  if (isTale(text, category, channel) || isReview(text, category, channel)) return true;
  if (isExposed(text, start, end, category)) return true;
  if (isDenied(text, start, end) || isAiling(text, start, end, category)) return true;
  if (isCandid(text, start, category) || isWished(text, start, category)) return true;
  if (channel === "customer_service" && (isAnswer(text) || isService(text))) return true;
  if (KEPT_AWAY.has(category) && isKeptAway(text, start)) return true;
  if (rule.negatable === false) return false;
  return (
    isWarned(text, start) ||
    isAsked(text, start, end) ||
    isQuestion(text, channel) ||
    isMention(text, start, end) ||
    isNegated(text, start) ||
    isRefusedInside(text, start, end) ||
    isRefused(text, end)
  );
}

/** In what refuses by itself (不退不换, 没有七天无理由这一说). */
const REFUSES = /[不没无非未勿拒]|[概恕]不|谢绝|禁止|放弃/u;

/** Of a term of sale, which stands although negated: that it is asked, warned of or, where it does not refuse, spoken about. */
function isSpokenOf({ category }: CheckedRule, text: string, start: number, end: number): boolean {
  if (isWarned(text, start) || isAsked(text, start, end)) return true;
  if (REFUSES.test(text.slice(start, end))) return false;
  return isExposed(text, start, end, category) || isMention(text, start, end);
}

/** Asks the gates that look at the whole text; `answered` holds the probes met in any of its sentences. */
export function textVerdict(rule: CompiledRule, answered: ReadonlySet<number>, scope: Scope): Verdict {
  return verdict(rule.gates, scope, (gate) => gate.probes.some((probe) => answered.has(probe)));
}

function verdict(gates: readonly Gate[], scope: Scope, opens: (gate: Gate) => boolean): Verdict {
  let found: Verdict = { kind: "stands" };
  for (const gate of gates) {
    const { channels, goods, effect } = gate.exemption;
    if (channels && !channels.includes(scope.channel)) continue;
    if (goods && !goods.includes(scope.goods)) continue;
    if (found.kind === "evidence" && effect === "evidence") continue;
    if (!opens(gate)) continue;
    if (effect === "drop") return { kind: "drop" };
    found = gate.clause ? { kind: "evidence", clause: gate.clause } : { kind: "evidence" };
  }
  return found;
}

/** `own`: what of the text speaks of the seller's own goods. */
function opens(gate: Gate, expression: (text: string) => RegExp, text: string, hit: Hit, own: string): boolean {
  switch (gate.exemption.type) {
    case "before": {
      const before = text.slice(0, hit.start);
      return expression(before).test(before);
    }
    case "after": {
      const after = text.slice(hit.end);
      return expression(after).test(after);
    }
    case "sentence":
      return expression(own).test(own);
    case "beside": {
      const clause = clauseAround(text, hit.start, hit.end);
      return expression(clause).test(clause);
    }
    case "covers":
      return covers(expression(text), text, hit);
    case "text":
      return false;
  }
}

function covers(regex: RegExp, text: string, hit: Hit): boolean {
  for (let match = regex.exec(text); match && match.index <= hit.start; match = regex.exec(text)) {
    if (match.index + match[0].length >= hit.end) return true;
    // The next match may begin inside this one.
    regex.lastIndex = match.index + 1;
  }
  return false;
}
