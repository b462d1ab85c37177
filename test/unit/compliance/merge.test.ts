import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/compliance/finding";
import { mergeFindings } from "../../../src/compliance/merge";

const finding = (start: number, end: number, over: Partial<Finding> = {}): Finding => ({
  start,
  end,
  text: "喝三天就能降血压".slice(start, end),
  category: "efficacy_guarantee",
  severity: "block",
  rule: "a",
  basis: [
    { law: "广告法", article: "第二十八条" },
    { law: "视频号常见违规内容概览", article: "4.11.6" },
  ],
  suggestions: [{ kind: "delete", text: "删去" }],
  ...over,
});
const disease = { category: "medical_claim", rule: "b", basis: [{ law: "广告法", article: "第十七条" }] } as const;

describe("merging", () => {
  it("leaves the law of a claim that lies in a longer one as grave, before the platform's clauses", () => {
    const [one, ...rest] = mergeFindings([finding(5, 8, disease), finding(1, 8, { category: "false_claim" })]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ start: 1, end: 8, rule: "a" });
    expect(one?.basis.map(({ article }) => article)).toEqual(["第二十八条", "第十七条", "4.11.6"]);
  });

  it("lets the disease speak for all the words of a promise that holds it, its law before the promise's", () => {
    const [one, ...rest] = mergeFindings([finding(5, 8, disease), finding(1, 8)]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ start: 1, end: 8, text: "三天就能降血压", category: "medical_claim", rule: "b" });
    expect(one?.basis.map(({ article }) => article)).toEqual(["第十七条", "第二十八条"]);
  });

  it("lets the promise speak where others vouch for it", () => {
    const [one, ...rest] = mergeFindings([
      finding(3, 8, { category: "investment_promise", rule: "b" }),
      finding(0, 8, { category: "authority_endorsement" }),
    ]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ start: 0, end: 8, category: "investment_promise", rule: "b" });
  });

  it("keeps a deed that another clause of a claim speaks of, and lets one of the same clause go", () => {
    const claim = finding(0, 14, { text: "治疗失眠，加微信，三天见效", ...disease });
    const deed = { category: "off_platform", rule: "c", basis: [{ law: "微信小店", article: "5.3" }] } as const;
    expect(mergeFindings([claim, finding(5, 8, { text: "加微信", ...deed })]).map(({ rule }) => rule)).toEqual([
      "b",
      "c",
    ]);
    const vow = finding(0, 8, { text: "加微信包治好失眠", ...disease });
    expect(mergeFindings([vow, finding(0, 3, { text: "加微信", ...deed })]).map(({ rule }) => rule)).toEqual(["b"]);
  });

  it("names a law once", () => {
    const [one] = mergeFindings([
      finding(5, 8, { ...disease, basis: [{ law: "广告法", article: "第二十八条" }] }),
      finding(1, 8, { category: "false_claim" }),
    ]);
    expect(one?.basis).toHaveLength(2);
  });

  it("keeps a graver claim inside a lighter one, and its law to itself", () => {
    const both = mergeFindings([finding(5, 8, disease), finding(1, 8, { severity: "warn" })]);
    expect(both.map(({ rule, basis }) => [rule, basis.length])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });

  it("marks all words of two findings of a category that reach into one another", () => {
    const [one, ...rest] = mergeFindings([finding(0, 5), finding(3, 8, { rule: "b" })]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ start: 0, end: 8, text: "喝三天就能降血压" });
  });
});
