import { expect, it, vi } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { type AccountKind, CHANNELS, type Finding, GOODS } from "../../../src/compliance/finding";
import { appliesTo } from "../../../src/compliance/scope";
import { productPacks } from "../../harness/packs";

// Every suggestion in every scope of its rule: some seconds of work, of which a busy machine makes minutes.
vi.setConfig({ testTimeout: 600_000 });

const packs = await productPacks();
const checker = createChecker(packs);
const rules = packs.flatMap((pack) => pack.rules);

it("no suggestion is a violation itself, wherever its rule applies", () => {
  // Scope after scope, as a checker looks words up by scope, and once where rules share a suggestion.
  const wrong = GOODS.flatMap((goods) =>
    CHANNELS.flatMap((channel) => {
      const checked = new Map<string, readonly Finding[]>();
      const check = (text: string, account: AccountKind): readonly Finding[] => {
        const key = `${account} ${text}`;
        const findings = checked.get(key) ?? checker.check({ text, goods, channel, account });
        checked.set(key, findings);
        return findings;
      };
      return rules
        .map((rule) => ({ ...rule, account: rule.scope?.accounts?.[0] ?? ("shop" as const) }))
        .filter((rule) => appliesTo(rule, { goods, channel, account: rule.account }))
        .flatMap(({ id, account, suggestions }) =>
          suggestions.flatMap(({ text }) =>
            check(text, account)
              // What is absent from a suggestion is not what it suggests.
              .filter(({ severity, end }) => severity !== "info" && end > 0)
              .map((finding) => `${id} suggests ${text}: ${finding.text} (${finding.rule}, ${goods}, ${channel})`),
          ),
        );
    }),
  );
  expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
});

it("suggestions delete, rewrite, attach evidence or add a label, and none disguises a word", () => {
  for (const { id, suggestions } of rules)
    for (const { text } of suggestions)
      expect(text, id).not.toMatch(/谐音|拼音代替|拆字|首字母|zui|蕞|用符号|空格隔开/);
});
