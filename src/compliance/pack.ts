import * as z from "zod/mini";
import { ACCOUNTS, CATEGORIES, CHANNELS, EVASIONS, GOODS, SEVERITIES, SUGGESTION_KINDS } from "./finding";

/** The one schema of a rule pack. Packs are data: words, regular expressions and law; never code. */

const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const words = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/** statute 法律 · regulation 行政法规、规章 · guideline 执法指南 · platform 平台规则 · contract the user's own rule. */
export const basisSchema = z.object({
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
 * term: any of `terms`, found literally in the normal views.
 * regex: a regular expression (flags u) over the normal view of one sentence; `{name}` stands for a list of the pack;
 *   if it has a named group `mark`, that group is what the finding marks, else the whole match.
 * absence: fires once when `when` (regex) matches anywhere in the text and `unless` (regex) nowhere.
 */
export const patternSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("term"), terms: words }),
  z.object({ type: z.literal("regex"), source: z.string().check(z.minLength(1)) }),
  z.object({ type: z.literal("absence"), when: z.string(), unless: z.string() }),
]);

/**
 * covers: a phrase that contains the hit (第一步 covers 第一). before / after: a regex that ends where the hit starts /
 * starts where it ends. sentence: a regex anywhere in the sentence. `effect` drop: nothing is reported;
 * evidence: block becomes evidence, because the exemption holds only if it can be proved (执法指南 art. 7).
 */
export const exemptionSchema = z.object({
  type: z.enum(["covers", "before", "after", "sentence"]),
  values: words,
  effect: z.enum(["drop", "evidence"]),
  clause: z.optional(z.object({ law: z.string(), article: z.string() })),
});

const exampleSchema = z.object({
  text: z.string().check(z.minLength(1)),
  /** What the finding must mark, for hits. */
  mark: z.optional(z.string()),
  goods: z.optional(z.enum(GOODS)),
  channel: z.optional(z.enum(CHANNELS)),
  account: z.optional(z.enum(ACCOUNTS)),
});

export const ruleSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/)),
  title: z.string().check(z.minLength(2)),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  patterns: z.array(patternSchema).check(z.minLength(1)),
  exemptions: z.optional(z.array(exemptionSchema)),
  basis: z.array(basisSchema).check(z.minLength(1)),
  scope: z.optional(
    z.object({
      goods: z.optional(z.array(z.enum(GOODS))),
      goodsExcept: z.optional(z.array(z.enum(GOODS))),
      channels: z.optional(z.array(z.enum(CHANNELS))),
      channelsExcept: z.optional(z.array(z.enum(CHANNELS))),
      accounts: z.optional(z.array(z.enum(ACCOUNTS))),
    }),
  ),
  /** Which views may find it beyond the light one. sound: only for the few terms of high value. */
  evade: z.optional(z.object({ gap: z.optional(z.boolean()), sound: z.optional(words) })),
  /** What to have at hand, for severity evidence or an exemption of effect evidence. */
  evidence: z.optional(words),
  suggestions: z
    .array(z.object({ kind: z.enum(SUGGESTION_KINDS), text: z.string().check(z.minLength(1)) }))
    .check(z.minLength(1)),
  examples: z.object({
    hit: z.array(exampleSchema).check(z.minLength(2)),
    miss: z.array(exampleSchema).check(z.minLength(2)),
  }),
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
  rules: z.array(ruleSchema).check(z.minLength(1)),
});

export type Basis = z.infer<typeof basisSchema>;
export type Pattern = z.infer<typeof patternSchema>;
export type Exemption = z.infer<typeof exemptionSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Pack = z.infer<typeof packSchema>;
export { EVASIONS };
