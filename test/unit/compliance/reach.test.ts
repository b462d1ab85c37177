import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { withinReach } from "../../../src/compliance/context/reach";
import { productPacks } from "../../harness/packs";
import { marksBy } from "./fixtures";

const marks = marksBy(createChecker(await productPacks()));

describe("of a sentence what is within reach of a claim", () => {
  it("is whole clauses, and the claim where it stands in them", () => {
    const far = "昨天看了一本讲老手艺的书,里面的师傅都很认真,";
    const near = "大家自己点开左下角的链接慢慢看吧,喝了七天根治";
    const start = far.length + near.indexOf("根治");
    const [text, hit] = withinReach(far + near, { rule: 3, start, end: start + 2 });
    expect([text, text.slice(hit.start, hit.end), hit.rule]).toEqual([near, "根治", 3]);
  });

  it("is all of a label's list with its heading", () => {
    const text = "本品每日一次,不适宜人群：少年儿童、孕妇、乳母、自身免疫症患者及甲亢患者";
    const start = text.indexOf("甲亢");
    expect(withinReach(text, { rule: 0, start, end: start + 4 })[0]).toBe(text.slice(text.indexOf("不适宜")));
  });

  it("is the sentence itself where it is short", () => {
    const text = "书里说,根治";
    expect(withinReach(text, { rule: 0, start: 4, end: 6 })[0]).toBe(text);
  });

  it.each([
    "听我妈说老家今年下雪早，路不好走，快递可能要慢两天，大家耐心等一等，这款贴七天根治颈椎病",
    "昨天看了一本讲老手艺的书，里面的师傅都很认真，链接在左下角自己点开看看，喝了七天根治鼻炎",
    "警惕陌生电话说要退款，我们客服不会打给你，天冷了出门多穿点，链接在左下角，贴七天根治老寒腿",
  ])("lets a claim stand that comes long after other talk: %s", (text) => {
    expect(marks(text, "live_script", "any").length).toBeGreaterThan(0);
  });

  it.each([
    "警惕陌生电话，说七天根治颈椎病的都别信",
    "七天根治颈椎病，先交钱再寄药，多少老人就这么上了当，这就是骗局，别信",
  ])("lets a warning reach the claim that it is about: %s", (text) => {
    expect(marks(text, "live_script", "any")).toEqual([]);
  });
});
