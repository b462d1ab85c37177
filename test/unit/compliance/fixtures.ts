import type { Checker } from "../../../src/compliance/checker";
import type { Channel, Draft, Goods } from "../../../src/compliance/finding";
import { loadPacks } from "../../../src/compliance/load-packs";
import type { Pack, Rule } from "../../../src/compliance/pack";

const examples = { hit: [{ text: "甲" }, { text: "乙" }], miss: [{ text: "丙" }, { text: "丁" }] };

/** A rule with what every rule must have; its examples are not run. */
export const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id,
  title: "规则",
  category: "absolute_term",
  severity: "block",
  patterns: [{ type: "term", terms: ["最佳"] }],
  basis: [{ law: "广告法", article: "第九条第三项", kind: "statute", asOf: "2026-01-01" }],
  suggestions: [{ kind: "delete", text: "删去" }],
  examples,
  updated: "2026-01-01",
  ...over,
});

export const pack = (rules: readonly Rule[], over: Partial<Pack> = {}): Pack[] =>
  loadPacks({
    schema: 1,
    id: "test",
    title: { zh: "测试", en: "Test" },
    version: "1",
    asOf: "2026-01-01",
    rules,
    ...over,
  });

export const draft = (text: string, over: Partial<Draft> = {}): Draft => ({
  text,
  goods: "any",
  channel: "product_detail",
  account: "shop",
  ...over,
});

/** The words that a checker marks, but for what is only good to know. */
export const marksBy =
  (checker: Checker) =>
  (text: string, channel: Channel, goods: Goods): string[] =>
    checker
      .check(draft(text, { channel, goods }))
      .filter(({ severity }) => severity !== "info")
      .map((finding) => finding.text);
