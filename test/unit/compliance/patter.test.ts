import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { withoutPatter } from "../../../src/compliance/context/patter";
import { productPacks } from "../../harness/packs";
import { marksBy } from "./fixtures";

const marks = marksBy(createChecker(await productPacks()));

describe("what a seller says to keep his listeners", () => {
  it.each([
    "不骗你，微信团队甄选，放心入",
    "微信团队甄选，没有套路",
    "全网最低价，谨防假冒",
    "要是嫌贵，就别买，喝一周血糖就降了",
    "别光听我说，这个膏专治灰指甲",
    "爷爷奶奶都说好，最后五十单，抢完永不返场",
    "治脚气就它，平台不让我多说",
    "别家都是骗人的，我们七天根治脚气",
    "这面膜七天祛斑，过敏的先测一下",
    "不是明星同款我不进货",
    "隔壁店被罚了，我们七天根治脚气",
    "被骗了三次才找到它，七天根治脚气",
    "不信谣言，只信效果，七天根治脚气",
    "全网最低价只剩三十单，台风天发货会慢",
    "下班回家，史上最强清洁力，一喷一抹重油污立马掉",
  ])("takes no claim back: %s", (text) => {
    expect(marks(text, "live_script", "any")).not.toEqual([]);
  });

  it.each([
    ["food_ordinary", "你去问问喝过的人，哪个不是半个月血压就往下掉"],
    ["food_ordinary", "不能说治病，我们只说调理，调理完你自己去查，甲状腺结节还在不在"],
    ["education", "别问能不能过，去年我们班四十个人，四十个全过"],
  ] as const)("nor such of %s: %s", (goods, text) => {
    expect(marks(text, "live_script", goods)).not.toEqual([]);
  });

  it("leaves the offsets and the words of a hit as they are", () => {
    const said = "不骗你，全网最低，别划走";
    const start = said.indexOf("全网");
    expect(withoutPatter(said, { start, end: start + 4 })).toBe("，，，，全网最低，，，，");
    expect(withoutPatter(said, { start: 0, end: 3 })).toBe("不骗你，全网最低，，，，");
  });
});
