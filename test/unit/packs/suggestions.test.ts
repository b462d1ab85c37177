import { expect, it, vi } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { CHANNELS, GOODS } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";

// Every suggestion in every scope of its rule: more than the default five seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const packs = await productPacks();
const checker = createChecker(packs);
const rules = packs.flatMap((pack) => pack.rules);

it("no suggestion is a violation itself, wherever its rule applies", () => {
  const wrong = rules.flatMap(({ id, scope, suggestions }) => {
    const goods = scope?.goods ?? GOODS.filter((each) => !scope?.goodsExcept?.includes(each));
    const channels = scope?.channels ?? CHANNELS.filter((each) => !scope?.channelsExcept?.includes(each));
    return suggestions.flatMap(({ text }) =>
      goods.flatMap((each) =>
        channels.flatMap((channel) =>
          checker
            .check({ text, goods: each, channel, account: scope?.accounts?.[0] ?? "shop" })
            // What is absent from a suggestion is not what it suggests.
            .filter(({ severity, end }) => severity !== "info" && end > 0)
            .map((finding) => `${id} suggests ${text}: ${finding.text} (${finding.rule}, ${each}, ${channel})`),
        ),
      ),
    );
  });
  expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
});

it("suggestions delete, rewrite, attach evidence or add a label, and none disguises a word", () => {
  for (const { id, suggestions } of rules)
    for (const { text } of suggestions)
      expect(text, id).not.toMatch(/谐音|拼音代替|拆字|首字母|zui|蕞|用符号|空格隔开/);
});
