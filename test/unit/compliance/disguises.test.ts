import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Draft } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";

const checker = createChecker(await productPacks());
const flaggedIn = (text: string, scope: Partial<Draft> = {}): string[] =>
  checker
    .check({ text, goods: "any", channel: "product_detail", account: "shop", ...scope })
    .filter(({ severity }) => severity === "block" || severity === "warn")
    .map((finding) => finding.text);

describe("disguises of the product's terms", () => {
  it.each([
    ["tnb的朋友有福了", "tnb的朋友"],
    ["家里老人gxy的，这款芹菜籽茶天天泡", "gxy"],
    ["抗⭐ca⭐效果看得见", "抗⭐ca"],
  ])("initials of an ailment near what tells it: %s", (text, found) => {
    expect(flaggedIn(text, { goods: "food_ordinary" }).join()).toContain(found);
  });

  it.each([
    "tnb牌的铅笔停产了",
    "gxy-9号纱线，股数三十二支",
    "hls冰箱贴是荷兰式风车图",
    "GXY 系列气动接头 插拔式",
    "zfg yyds，吃饭都在看",
  ])("the same letters of a name: %s", (text) => {
    expect(flaggedIn(text)).toEqual([]);
  });

  it.each([
    ["血压计家庭bi备", "家庭bi备"],
    ["今天qiang购，送试纸", "qiang购"],
  ])("any word of a rule with one character spelt: %s", (text, found) => {
    expect(flaggedIn(text, { goods: "medical_device" })).toContain(found);
  });

  it.each([
    "hao声音口风琴，三十七键",
    "di一声刷卡成功",
    "wei调旋钮，精度 0.01mm",
    "识字卡：家庭bi备的bi是第几声",
    "Bi备用钥匙盒",
  ])("a syllable that is none of a rule's words: %s", (text) => {
    expect(flaggedIn(text, { goods: "medical_device" })).toEqual([]);
  });

  it.each([
    ["品一第界世，咱家的酱油不吹牛", "一第界世"],
    ["级家国的面料", "级家国"],
  ])("terms turned about: %s", (text, found) => {
    expect(flaggedIn(text)).toContain(found);
  });

  it.each(["孩子吃好最要紧", "报名一第二天就开课", "三年级家国情怀主题班会"])(
    "words that stand like a term turned about: %s",
    (text) => {
      expect(flaggedIn(text)).toEqual([]);
    },
  );

  it.each([
    ["本品能治（zhi）好（hao）痔疮", "治（zhi）好（hao）痔疮"],
    ["#最 #佳 #拍照 手机壳支架一体", "最 #佳"],
    ["枇杷膏软糖\n止\n咳", "止\n咳"],
    ["喝了能治﹏疗失眠", "治﹏疗失眠"],
    ["本地卖得最 好的酱油", "最 好"],
    ["口感“顶”级的酱油", "顶”级"],
    ["口感zui4好的酱油", "zui4好"],
    ["口感(zui)好的酱油", "zui)好"],
    ["这罐j.i品茶", "j.i品"],
  ])("terms in parts: %s", (text, found) => {
    expect(flaggedIn(text, { goods: "food_ordinary" })).toContain(found);
  });

  it.each([
    ["GAO XUE YA 老人常备", "GAO XUE YA 老人常备"],
    ["晒单送券，好评肪现", "晒单送券，好评肪现"],
    ["永9不褪色的漆", "永9不褪色"],
    ["吃了zeng羌免疫力", "zeng羌免疫力"],
    ["喝了匠血压", "匠血压"],
    ["加ＶＸ领价目表", "加ＶＸ领价目表"],
    ["加🅥🅧领价目表", "加🅥🅧领价目表"],
    ["痩身の茶", "痩身の茶"],
    ["三天shòu五斤，亲测", "三天shòu五斤"],
    ["这支霜祛 湿的", "祛 湿"],
  ])("terms in capitals, nearly homophonous or with a number: %s", (text, found) => {
    expect(flaggedIn(text, { goods: "food_ordinary" })).toContain(found);
  });

  it.each([
    "中国之最 绘本 精装",
    "“顶”字帖一张",
    "mi4手机壳",
    "MEI BAI 相框",
    "Gao Xue Ya 高雪娅画展",
    "雪压青松图",
    "美/白/灰三色可选",
    "唯衣 女装 春款",
    "醉好的虾要冷藏",
    "耳机 XM3 高解析",
    "手脸都能擦的湿巾",
    "维一度假村的浴巾",
    "高雪芝师傅的糖画",
    "三糕礼盒：绿豆糕、桂花糕、云片糕",
    "布偶的嘴好看，眼睛是缝的",
    "鼎级火锅店 牛油底料",
  ])("what only looks like a term: %s", (text) => {
    expect(flaggedIn(text, { channel: "product_title" })).toEqual([]);
  });

  it.each(["生字：治（zhi）好（hao），各写三遍", "#新 #品 #到 #店 帆布书包四色齐", "最\n大直径标注在第二行"])(
    "parts that are none: %s",
    (text) => {
      expect(flaggedIn(text)).toEqual([]);
    },
  );
});
