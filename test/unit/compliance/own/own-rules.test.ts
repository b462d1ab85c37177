import { describe, expect, it } from "vitest";
import { createChecker } from "../../../../src/compliance/checker";
import { loadPacks } from "../../../../src/compliance/load-packs";
import {
  type OwnRules,
  type OwnWord,
  packOfWords,
  phraseFault,
  withOwnRules,
  wordsOfPack,
} from "../../../../src/compliance/own/own-rules";
import { productPacks } from "../../../harness/packs";

const PACKS = await productPacks();
const NONE: OwnRules = { words: [], allowed: [], packs: [] };
const word = (text: string, more: Partial<OwnWord> = {}): OwnWord => ({
  word: text,
  category: "custom",
  severity: "warn",
  reason: "老板不让用",
  instead: "",
  ...more,
});
const check = (text: string, own: Partial<OwnRules>) =>
  createChecker(withOwnRules(PACKS, { ...NONE, ...own }, "2026-11-26"))
    .check({ text, goods: "any", channel: "video_caption", account: "shop" })
    .map((finding) => finding.text);

describe("an allowed phrase", () => {
  const text = "买第一步茶，全国销量第一";
  it("lets pass the hit that it covers, and no other", () => {
    const without = check(text, {});
    expect(without).toContain("全国销量第一");
    expect(check(text, { allowed: ["全国销量第一"] })).toEqual(without.filter((each) => each !== "全国销量第一"));
    expect(check(text, { allowed: ["销量第"] })).toEqual(without);
  });
  it("holds in every way of writing it, for the user's own words too", () => {
    const own = { words: [word("老茶头")], allowed: ["老茶头礼盒"] };
    expect(check("老茶头和老茶头礼盒", own)).toEqual(["老茶头"]);
    expect(check("这是老 茶 头 礼 盒", own)).toEqual([]);
    expect(check("這是老茶頭禮盒", own)).toEqual([]);
  });
  it("is read as text, whatever signs are in it", () => {
    expect(check("全国销量第一(2025)", { allowed: ["销量第一(2025)", "[", "全国销量第一(2025)"] })).toEqual([]);
  });
});

describe("an own word", () => {
  it("is found where it stands, negated or not, and says why", () => {
    const packs = withOwnRules([], { ...NONE, words: [word("老茶头", { instead: "老料茶" })] }, "2026-11-26");
    const draft = { text: "我们不卖老茶头", goods: "any", channel: "group_post", account: "shop" } as const;
    expect(createChecker(packs).check(draft)).toMatchObject([
      {
        text: "老茶头",
        category: "custom",
        severity: "warn",
        basis: [{ law: "自有规则", article: "老板不让用" }],
        suggestions: [{ kind: "rewrite", text: "老料茶" }],
      },
    ]);
  });
  it("is to be deleted where nothing is said to write instead", () => {
    const packs = withOwnRules([], { ...NONE, words: [word("老茶头", { reason: "" })] }, "2026-11-26");
    const [finding] = createChecker(packs).check({
      text: "老茶头",
      goods: "any",
      channel: "group_post",
      account: "shop",
    });
    expect(finding?.suggestions).toEqual([{ kind: "delete", text: "删去这个词" }]);
  });
  it("cannot be longer than a sentence", () => {
    expect([" ", "。", "a".repeat(101), "一。二", "一\n二", "#话题", "第一"].map(phraseFault)).toEqual([
      "empty",
      "empty",
      "long",
      "sentences",
      "sentences",
      "sentences",
      null,
    ]);
  });
});

it("own words written as a pack are a valid pack, and come back the same", () => {
  const words = [word("老茶头", { instead: "老料茶", severity: "block" }), word("𠮷祥", { reason: "" }), word("药")];
  const pack = packOfWords(words, ["老茶头礼盒"], "2026-11-26");
  const [loaded] = loadPacks(JSON.parse(JSON.stringify(pack)));
  expect(loaded && wordsOfPack(loaded)).toEqual({ words, allowed: ["老茶头礼盒"] });
  expect(wordsOfPack(PACKS[0] as never)).toBeNull();
});
