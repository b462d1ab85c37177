import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { productPacks } from "../../harness/packs";
import fc from "../../harness/properties";
import { draft, pack, rule } from "./fixtures";

/** Many texts on a machine that may be busy. */
const SECONDS = 60_000;

const product = createChecker(await productPacks());
const found = (text: string, over = {}) => product.check(draft(text, over)).map((finding) => finding.text);

describe("offsets", () => {
  const words = [
    "最佳",
    "第一品牌",
    "全网销量第一",
    "国家级",
    "独一无二",
    "治疗糖尿病",
    "加微信领红包",
    "新款",
    "保温杯",
    "。",
    "，",
    "\n",
  ];
  const noise = ["", "", "\u200b", "\ufe0f", " ", "🏆", "-", "𝟏", "Ａ", "é", "\ud83d"];
  const text = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...noise), fc.nat(8)), { maxLength: 24 })
    .map((parts) => parts.map(([word, add, at]) => word.slice(0, at) + add + word.slice(at)).join(""));

  it("slice the very text of every finding", { timeout: SECONDS }, () => {
    let seen = 0;
    fc.assert(
      fc.property(text, (source) => {
        for (const finding of product.check(draft(source))) {
          seen++;
          expect(source.slice(finding.start, finding.end)).toBe(finding.text);
        }
      }),
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("leave out the spaces and line breaks around the words", () => {
    expect(found("全网最好\n国家级品质")).toEqual(["全网最好", "国家级"]);
    expect(found("面霜全网最好 \n\n手工")).toEqual(["全网最好"]);
  });

  it("are the same when a draft is typed as when it is pasted", { timeout: SECONDS }, () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (before, typed, seed) => {
        const session = product.session();
        session.update(draft(before));
        const at = seed % (before.length + 1);
        const after = before.slice(0, at) + typed + before.slice(at);
        expect(session.update(draft(after))).toEqual(product.check(draft(after)));
        expect(session.update(draft(after, { channel: "group_post" }))).toEqual(
          product.check(draft(after, { channel: "group_post" })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("disguises", () => {
  it.each([
    ["最\u00ad佳口感", "symbol_insert"],
    ["销量🏆第一", "symbol_insert"],
    ["ＮＯ．１", "fullwidth"],
    ["第①品牌", "enclosed"],
    ["獨一無二的口感", "traditional"],
    ["蕞好的面膜", "glyph"],
    ["第yi名", "mixed_pinyin"],
    ["wéi yī 采用冷萃工艺", "pinyin"],
    ["决对有效", "homophone"],
    ["木及品大红袍", "glyph"],
    ["国家J品质", "mixed_pinyin"],
    ["吃它就能根💊治胃病", "symbol_insert"],
    ["zuidijia 清仓", "pinyin"],
    ["有效率9O%", "glyph"],
  ])("%s is read as %s", (text, evasion) => {
    expect(product.check(draft(text)).map((finding) => finding.evasion)).toContain(evasion);
  });

  it.each([
    "新款裙子到货",
    "第 一 步 打开",
    "徒弟一直很努力",
    "解决对接问题",
    "Weiyi 牌保温杯",
    "请访问 www.zuihao.com",
    "@zuihao的小店",
    "千层面很好吃",
    "快递一名员工",
    "首先清洁",
    "支持国家及地区运输",
    "A级品控",
    "血压、治失眠的书各一本",
    "碳纤维 一对",
    "高台疗养院门口自提",
    "通风两天就没味了",
  ])("%s is no disguise", (text) => {
    expect(product.check(draft(text)).filter((finding) => finding.evasion)).toEqual([]);
  });
});

describe("context", () => {
  it("lets statutory warnings and negations pass, and nothing that only looks like one", () => {
    const food = { goods: "food_ordinary" };
    expect(found("本品不能代替药物治疗疾病", food)).toEqual([]);
    expect(found("本品不具有疾病预防、治疗功能", food)).toEqual([]);
    expect(found("这不是最好的面膜")).toEqual([]);
    expect(found("不打针不吃药，治疗糖尿病", food)).toContain("治疗糖尿病");
    expect(found("不仅好吃，更能治疗糖尿病", food)).toContain("治疗糖尿病");
  });

  it("names the clause that turns a block into a matter of proof", () => {
    const [finding] = product.check(draft("2025年度中国市场即饮茶销量第一，数据来源：某机构"));
    expect(finding).toMatchObject({
      severity: "evidence",
      exemption: { law: "广告绝对化用语执法指南", article: "第六条第六项" },
    });
  });

  it("asks what frees a claim beside it between the same commas, and no further", () => {
    const checker = createChecker(
      pack([rule("a", { exemptions: [{ type: "beside", values: ["稀释"], effect: "drop" }] })]),
    );
    const found = (text: string) => checker.check(draft(text)).map((finding) => finding.text);
    expect(found("稀释到最佳浓度，摇匀")).toEqual([]);
    expect(found("最佳，稀释后喷")).toEqual(["最佳"]);
    expect(found("用法：稀释，最佳")).toEqual(["最佳"]);
  });

  it("drops where any gate drops, and asks gates only in their channels and goods", () => {
    const checker = createChecker(
      pack([
        rule("a", {
          exemptions: [
            { type: "after", values: ["人选"], effect: "drop" },
            { type: "sentence", values: ["."], effect: "evidence", channels: ["group_post"] },
            { type: "text", values: ["数据来源"], effect: "drop", goods: ["textile"] },
          ],
        }),
      ]),
    );
    const severities = (text: string, over = {}) => checker.check(draft(text, over)).map((f) => f.severity);
    expect(severities("最佳人选")).toEqual([]);
    expect(severities("最佳")).toEqual(["block"]);
    expect(severities("最佳。数据来源：甲")).toEqual(["block"]);
    expect(severities("最佳。数据来源：甲", { goods: "textile" })).toEqual([]);
  });
});

describe("scope and law", () => {
  const basis = (law: string, kind: "statute" | "platform", channels?: "group_post"[]) => ({
    law,
    article: "1",
    kind,
    asOf: "2026-01-01",
    ...(channels ? { channels } : {}),
  });

  it("puts the special law first, then 广告法, then general law, then the platform", () => {
    const laws = ["视频号常见违规内容概览", "反不正当竞争法", "广告法", "食品安全法"];
    const checker = createChecker(
      pack([rule("a", { basis: laws.map((law) => basis(law, law.startsWith("视频号") ? "platform" : "statute")) })]),
    );
    expect(checker.check(draft("最佳"))[0]?.basis.map(({ law }) => law)).toEqual([...laws].reverse());
  });

  it("cites no advertising law in a chat, and says nothing when nothing else is left", () => {
    const only = createChecker(pack([rule("a")]));
    expect(only.check(draft("最佳"))).toHaveLength(1);
    expect(only.check(draft("最佳", { channel: "group_post" }))).toEqual([]);
    for (const channel of ["group_post", "customer_service"] as const)
      for (const finding of product.check(
        draft("全网销量第一，治疗糖尿病，国家级", { channel, goods: "food_ordinary" }),
      ))
        expect(finding.basis.filter(({ law }) => law.includes("广告"))).toEqual([]);
  });

  it("keeps a rule for set goods from goods not chosen yet", () => {
    const checker = createChecker(pack([rule("a", { scope: { goods: ["textile"], accounts: ["creator"] } })]));
    expect(checker.check(draft("最佳"))).toEqual([]);
    expect(checker.check(draft("最佳", { goods: "textile" }))).toEqual([]);
    expect(checker.check(draft("最佳", { goods: "textile", account: "creator" }))).toHaveLength(1);
  });
});

describe("absence", () => {
  const checker = createChecker(
    pack([
      rule("a", { patterns: [{ type: "absence", when: "器械", unless: "请仔细阅读产品说明书" }] }),
      rule("b", { patterns: [{ type: "absence", when: "", unless: "广告" }], scope: { channels: ["video_caption"] } }),
    ]),
  );
  it("fires once at the start, when what calls for it is there and what it wants is not", () => {
    expect(checker.check(draft("器械。器械。"))).toMatchObject([{ start: 0, end: 0, text: "", rule: "a" }]);
    expect(checker.check(draft("器械。\n请仔细阅读产品说明书"))).toEqual([]);
    expect(checker.check(draft("随便", { channel: "video_caption" }))).toMatchObject([{ rule: "b" }]);
    expect(checker.check(draft("广告 随便", { channel: "video_caption" }))).toEqual([]);
    expect(checker.check(draft("", { channel: "video_caption" }))).toEqual([]);
  });

  it("fires beside a finding to block of its categories, in whichever sentence, and goes with it", () => {
    const checker = createChecker(
      pack([
        rule("notice", {
          severity: "warn",
          patterns: [{ type: "absence", when: "链接", unless: "说明书", beside: ["medical_claim"] }],
        }),
        rule("claim", { category: "medical_claim", severity: "block", patterns: [{ type: "term", terms: ["治愈"] }] }),
        rule("hint", {
          category: "medical_claim",
          severity: "evidence",
          patterns: [{ type: "term", terms: ["理疗"] }],
        }),
      ]),
    );
    const session = checker.session();
    const rulesIn = (text: string) => session.update(draft(text)).map((each) => each.rule);
    expect(rulesIn("家用。能治愈。")).toEqual(["notice", "claim"]);
    expect(rulesIn("家用。能治愈。请看说明书。")).toEqual(["claim"]);
    expect(rulesIn("家用。能理疗。")).toEqual(["hint"]);
    expect(rulesIn("家用。")).toEqual([]);
  });
});

describe("merging", () => {
  it("reports one finding for one matter: the longest span with the gravest severity", () => {
    const checker = createChecker(
      pack([
        rule("short", { severity: "block" }),
        rule("long", { severity: "warn", patterns: [{ type: "term", terms: ["全网最佳"] }] }),
        rule("other", { severity: "evidence", category: "price_claim", patterns: [{ type: "term", terms: ["最佳"] }] }),
      ]),
    );
    expect(checker.check(draft("全网最佳"))).toMatchObject([{ text: "全网最佳", severity: "block", rule: "short" }]);
  });
});
