import type { Category, Severity } from "../finding";
import type { CheckedPack, Exemption, Pack, Rule } from "../pack";

/** A word of the user's own that the shipped packs do not know. */
export interface OwnWord {
  readonly word: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Why it is not to be used, as shown under the finding; may be empty. */
  readonly reason: string;
  /** What to write instead; may be empty. */
  readonly instead: string;
}

export interface OwnRules {
  readonly words: readonly OwnWord[];
  /** Phrases in which a hit is let pass (第一步 for 第一). */
  readonly allowed: readonly string[];
  /** Packs that the user brought, validated. */
  readonly packs: readonly Pack[];
}

const OWN_PACK = "own-words";
/** What a finding by an own word cites, with the user's reason as its article. */
const OWN_LAW = "自有规则";
const DELETE = "删去这个词";
const ALLOWED = "own-allowed";
const PHRASE_MAX = 100;

export type PhraseFault = "empty" | "long" | "sentences";

/** Why a text cannot be an own word or an allowed phrase; null when it can. Rules read one sentence at a time. */
export function phraseFault(text: string): PhraseFault | null {
  const phrase = text.trim();
  if (!/[\p{L}\p{N}]/u.test(phrase)) return "empty";
  if (phrase.length > PHRASE_MAX) return "long";
  return /[。！？；!?;\r\n\u2028\u2029#]/.test(phrase) ? "sentences" : null;
}

/** The word's own code points: one id for a word on every machine and in every order. */
const ownRuleId = (word: string): string =>
  `own.${Array.from(word, (character) => (character.codePointAt(0) ?? 0).toString(16)).join("-")}`;

/** The user's words as a pack of rules on the day `asOf` (YYYY-MM-DD); null without any. */
export function packOfWords(words: readonly OwnWord[], allowed: readonly string[], asOf: string): Pack | null {
  const rules = words.map((each) => ruleOf(each, asOf));
  if (rules.length === 0) return null;
  const pack: Pack = {
    schema: 1,
    id: OWN_PACK,
    title: { zh: "自有词", en: "Own words" },
    version: asOf,
    asOf,
    rules,
  };
  return allowed.length === 0 ? pack : { ...pack, lists: { [ALLOWED]: [...allowed] }, exemptions: [LET_PASS] };
}

const LET_PASS: Exemption = { type: "covers", values: [`{${ALLOWED}}`], effect: "drop" };

function ruleOf({ word, category, severity, reason, instead }: OwnWord, asOf: string): Rule {
  return {
    id: ownRuleId(word),
    title: word,
    category,
    severity,
    patterns: [{ type: "term", terms: [word] }],
    // The user wants to see the word wherever it stands.
    negatable: false,
    basis: [{ law: OWN_LAW, article: reason || word, kind: "contract", asOf }],
    suggestions: [instead === "" ? { kind: "delete", text: DELETE } : { kind: "rewrite", text: instead }],
    updated: asOf,
  };
}

/**
 * All packs that a checker is built from. An allowed phrase is an exemption of every pack, so that it holds in every view
 * of a sentence (full-width, traditional, spaced out) and before findings are merged.
 */
export function withOwnRules(shipped: readonly CheckedPack[], own: OwnRules, asOf: string): CheckedPack[] {
  const words = packOfWords(own.words, [], asOf);
  const packs = [...shipped, ...own.packs, ...(words ? [words] : [])];
  return own.allowed.length === 0 ? packs : packs.map((pack) => letPass(pack, own.allowed));
}

const letPass = (pack: CheckedPack, allowed: readonly string[]): CheckedPack => ({
  ...pack,
  lists: { ...pack.lists, [ALLOWED]: [...allowed] },
  exemptions: [...(pack.exemptions ?? []), LET_PASS],
});

/** Reads back what {@link packOfWords} wrote; null for a pack of any other kind. */
export function wordsOfPack(pack: Pack): { words: readonly OwnWord[]; allowed: readonly string[] } | null {
  if (pack.id !== OWN_PACK) return null;
  const words: OwnWord[] = [];
  for (const rule of pack.rules) {
    const [pattern, more] = rule.patterns;
    if (pattern?.type !== "term" || more || pattern.terms.length !== 1) return null;
    const word = pattern.terms[0] ?? "";
    if (phraseFault(word) !== null) return null;
    const [advice] = rule.suggestions;
    const article = rule.basis[0]?.article ?? "";
    words.push({
      word,
      category: rule.category,
      severity: rule.severity,
      reason: article === word ? "" : article,
      instead: advice?.kind === "rewrite" ? advice.text : "",
    });
  }
  return { words, allowed: (pack.lists?.[ALLOWED] ?? []).filter((phrase) => phraseFault(phrase) === null) };
}
