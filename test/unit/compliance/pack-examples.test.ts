import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Draft } from "../../../src/compliance/finding";
import type { Pack, Rule } from "../../../src/compliance/pack";
import { productPacks } from "../../harness/packs";

const packs = await productPacks();
type Example = NonNullable<Rule["examples"]>["hit"][number];

/** Where an example names no goods, it is about the first that its rule is for. */
const draftOf = (rule: Rule, example: Example): Draft => ({
  text: example.text,
  goods: example.goods ?? rule.scope?.goods?.[0] ?? "any",
  channel: example.channel ?? rule.scope?.channels?.[0] ?? "product_detail",
  account: example.account ?? rule.scope?.accounts?.[0] ?? "shop",
});

/** The rule alone, so that no other rule's longer finding hides what it does. */
const alone = (pack: Pack, rule: Rule) => createChecker([{ ...pack, rules: [rule] }]);

describe.each(packs.map((pack) => [pack.id, pack] as const))("pack %s", (_id, pack) => {
  it.each(pack.rules.map((rule) => [rule.id, rule] as const))("%s finds and lets pass what it says", (_rule, rule) => {
    const checker = alone(pack, rule);
    const { examples } = rule;
    if (!examples) throw new Error("A rule of the product has examples.");
    for (const example of examples.hit) {
      const found = checker.check(draftOf(rule, example));
      expect(
        found.map((finding) => finding.rule),
        `hit: ${example.text}`,
      ).toContain(rule.id);
      if (example.mark !== undefined)
        expect(
          found.some((finding) => finding.text.includes(example.mark ?? "")),
          `mark in: ${example.text} → ${found.map((f) => f.text)}`,
        ).toBe(true);
    }
    for (const example of examples.miss) {
      const found = checker.check(draftOf(rule, example)).filter((finding) => finding.severity === rule.severity);
      expect(
        found.map((finding) => finding.text),
        `miss: ${example.text}`,
      ).toEqual([]);
    }
  });
});
