import * as z from "zod/mini";
import { ACCOUNTS, CATEGORIES, CHANNELS, EVASIONS, GOODS, SEVERITIES, SUGGESTION_KINDS } from "./finding";

/** The one schema of a rule pack. Packs are data: words, regular expressions and law; never code. */

const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const words = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/** statute 法律 · regulation 行政法规、规章 · guideline 执法指南 · platform 平台规则 · contract the user's own rule. */
const basisSchema = z.object({
  law: z.string().check(z.minLength(2)),
  article: z.string().check(z.minLength(1)),
  url: z.optional(z.url()),
  kind: z.enum(["statute", "regulation", "guideline", "platform", "contract"]),
  /** The sentence of law that the warning rests on, ≤ 60 characters of it. */
  quote: z.optional(z.string().check(z.maxLength(80))),
  /** Day on which the text of law was last read. */
  asOf: isoDay,
  /** Only for these channels (广告法 is not cited for a chat group). */
  channels: z.optional(z.array(z.enum(CHANNELS))),
  goods: z.optional(z.array(z.enum(GOODS))),
});

/**
 * Every term and regex is matched on the normal view of one sentence (cut at 。！？；, line ends and before a #topic): lower-case,
 * simplified, full-width letters and digits folded, 壹 → 一, ① → 1, zero-width characters gone. Chinese punctuation stays
 * as typed (write `[，,]`), and Arabic and Chinese digits stay apart (write `第[一1]`).
 * term: any of `terms`, found literally.
 * regex: a regular expression (flag u); `{name}` stands for a list or a fragment of the pack; if it has a named group `mark`, that
 *   group is what the finding marks, else the whole match. Give it a literal to look for: only then is it prefiltered.
 * absence: fires once when `when` (regex) matches in any sentence and `unless` (regex) in none. An empty `when` always
 *   matches. A finding to block of a category of `beside` does as well as `when`: what claims an effect advertises.
 */
const patternSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("term"), terms: words }),
  z.object({ type: z.literal("regex"), source: z.string().check(z.minLength(1)) }),
  z.object({
    type: z.literal("absence"),
    when: z.string(),
    unless: z.string(),
    beside: z.optional(z.array(z.enum(CATEGORIES))),
  }),
]);

/**
 * All values are regexes over the same view as the hit, with `{name}` lists. covers: a match that contains the whole hit
 * (第一步 covers 第一). before / after: ends where the hit starts / starts where it ends. beside: between the same commas
 * as the hit. sentence: anywhere in the sentence. text: in any sentence of the text. `effect` drop: nothing is reported;
 * evidence: block becomes evidence, because the exemption holds only if it can be proved (执法指南 art. 7). `channels`,
 * `goods`: only there.
 */
const exemptionSchema = z.object({
  type: z.enum(["covers", "before", "after", "beside", "sentence", "text"]),
  values: words,
  effect: z.enum(["drop", "evidence"]),
  clause: z.optional(z.object({ law: z.string(), article: z.string() })),
  channels: z.optional(z.array(z.enum(CHANNELS))),
  goods: z.optional(z.array(z.enum(GOODS))),
});

const exampleSchema = z.object({
  text: z.string().check(z.minLength(1)),
  /** What the finding must mark, for hits. */
  mark: z.optional(z.string()),
  goods: z.optional(z.enum(GOODS)),
  channel: z.optional(z.enum(CHANNELS)),
  account: z.optional(z.enum(ACCOUNTS)),
});

const ruleSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/)),
  title: z.string().check(z.minLength(1)),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  patterns: z.array(patternSchema).check(z.minLength(1)),
  exemptions: z.optional(z.array(exemptionSchema)),
  /**
   * Default true: a hit that a negation reaches directly (不能治疗, 不具有…功能, 请勿宣称…) is dropped. False for a rule whose
   * words stand although negated. A hit that begins with the negation itself (不反弹, 无副作用) is never touched by it.
   */
  negatable: z.optional(z.boolean()),
  basis: z.array(basisSchema).check(z.minLength(1)),
  /**
   * "any" is a class of its own: goods not chosen yet. A rule with `goods` applies to it only if it names it.
   */
  scope: z.optional(
    z.object({
      goods: z.optional(z.array(z.enum(GOODS))),
      goodsExcept: z.optional(z.array(z.enum(GOODS))),
      channels: z.optional(z.array(z.enum(CHANNELS))),
      channelsExcept: z.optional(z.array(z.enum(CHANNELS))),
      accounts: z.optional(z.array(z.enum(ACCOUNTS))),
    }),
  ),
  /**
   * gap (default true): also where symbols, spaces or emoji were put between the characters. sound: the few terms of high
   * value that are read through pinyin, listed homophones and split glyphs (zui好, 醉好, 木及品) before the rules look.
   * only: the rule is about the disguise, and stands only where its words were found through sound.
   */
  evade: z.optional(
    z.object({ gap: z.optional(z.boolean()), sound: z.optional(words), only: z.optional(z.boolean()) }),
  ),
  /** What to have at hand, for severity evidence or an exemption of effect evidence. */
  evidence: z.optional(words),
  suggestions: z
    .array(z.object({ kind: z.enum(SUGGESTION_KINDS), text: z.string().check(z.minLength(1)) }))
    .check(z.minLength(1)),
  /** Lines that the rule must find and must let pass, run as tests; the build leaves them out of what it ships. */
  examples: z.optional(
    z.object({
      hit: z.array(exampleSchema).check(z.minLength(2)),
      miss: z.array(exampleSchema).check(z.minLength(2)),
    }),
  ),
  updated: isoDay,
  expires: z.optional(isoDay),
});

export const packSchema = z.object({
  schema: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: z.object({ zh: z.string(), en: z.string() }),
  version: z.string(),
  asOf: isoDay,
  /** Named word lists for `{name}` in regexes. */
  lists: z.optional(z.record(z.string(), words)),
  /** Named pieces of regex source for `{name}` in regexes and in one another. */
  fragments: z.optional(z.record(z.string(), z.string().check(z.minLength(1)))),
  /** Exemptions of every rule of the pack. */
  exemptions: z.optional(z.array(exemptionSchema)),
  rules: z.array(ruleSchema).check(z.minLength(1)),
});

export type Basis = z.infer<typeof basisSchema>;
export type Pattern = z.infer<typeof patternSchema>;
export type Exemption = z.infer<typeof exemptionSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Pack = z.infer<typeof packSchema>;

/** What the checker needs of a rule to find; what is left out explains a finding once it is opened. */
export type CheckedRule = Omit<Rule, "title" | "basis" | "evidence" | "examples" | "updated"> & {
  readonly basis: readonly Omit<Basis, "url" | "quote" | "asOf">[];
};
/** The same of a pack; every pack is one too. */
export type CheckedPack = Omit<Pack, "title" | "rules"> & {
  readonly rules: readonly CheckedRule[];
  /** By source of an expression, what announces it; the build finds them (see match/announce). */
  readonly announcers?: ReadonlyMap<string, string>;
};
export { EVASIONS };
