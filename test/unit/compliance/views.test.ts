import { describe, expect, it } from "vitest";
import { lightView, spanOf, tightView, type View } from "../../../src/compliance/text/views";
import fc from "../../harness/properties";
import { sentencesOf } from "./sentences-of";

/** Many texts on a machine that may be busy. */
const SECONDS = 60_000;

const noisy = fc
  .array(
    fc.constantFrom(
      ..."最佳第一步A1９％ＮＯ①壹級獨 \u200b\u00ad\ufe0f-·，。！;#",
      "🏆",
      "𝟏",
      "é",
      "e\u0301",
      "\ud83d",
      "\udc00",
      "㎏",
      "ﷺ",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

/** The first unit of a view that does not point at one whole code point of the source, in order; -1 if all do. */
function firstInexact(source: string, view: View): number {
  let before = 0;
  for (let unit = 0; unit < view.text.length; unit++) {
    const { start, end } = spanOf(view, unit, unit + 1);
    const width = (source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    if (start < before || end !== start + width || end > source.length) return unit;
    before = start;
  }
  return -1;
}

describe("views", () => {
  it("map every unit back to the source, for any text", { timeout: SECONDS }, () => {
    fc.assert(
      fc.property(fc.oneof(noisy, fc.string({ unit: "binary", maxLength: 80 })), (source) => {
        const light = lightView(source);
        expect(firstInexact(source, light)).toBe(-1);
        expect(firstInexact(source, tightView(light))).toBe(-1);
      }),
    );
  });

  it("read width, case, enclosed and mathematical digits, traditional characters and old glyphs as plain", () => {
    expect(lightView("ＮＯ．１").text).toBe("no.1");
    expect(lightView("第①品牌").text).toBe("第1品牌");
    expect(lightView("𝟏𝟎𝟎%").text).toBe("100%");
    expect(lightView("獨一無二").text).toBe("独一无二");
    expect(lightView("蕞好").text).toBe("最好");
    expect(lightView("壹佰").text).toBe("一百");
    expect(lightView("1○○%安全").text).toBe("100%安全");
    expect(lightView("最\u200b\u00ad佳").text).toBe("最佳");
    expect(lightView("wéi yī").text).toBe("wei yi");
  });

  it("read Roman numerals as numbers, and a nought inside a Latin word as its letter", () => {
    expect(lightView("Ⅲ天T0P级").text).toBe("3天top级");
    expect(lightView("型号T0-20").text).toBe("型号t0-20");
  });

  it("keep Chinese punctuation, which cuts clauses", () => {
    expect(lightView("好，真的！（对）").text).toBe("好，真的！（对）");
  });

  it("leave out commas between characters each of which stands alone", () => {
    expect(tightView(lightView("顶，级，羊绒")).text).toBe("顶级，羊绒");
    expect(tightView(lightView("家，是最小国")).text).toBe("家，是最小国");
    expect(tightView(lightView("顶。级羊绒")).text).toBe("顶级羊绒");
  });

  it("close gaps between Chinese characters only, and only short ones", () => {
    expect(tightView(lightView("最-佳 第 一 步")).text).toBe("最佳第一步");
    expect(tightView(lightView("最-最-最好")).text).toBe("最好");
    expect(tightView(lightView("原价 99 现价 59")).text).toBe("原价 99 现价 59");
    expect(tightView(lightView("最----佳")).text).toBe("最----佳");
    expect(tightView(lightView("最，佳")).text).toBe("最，佳");
    const plain = lightView("没有什么可去的");
    expect(tightView(plain)).toBe(plain);
  });
});

describe("sentences", () => {
  it("are the text again when put together, whatever the text", { timeout: SECONDS }, () => {
    fc.assert(
      fc.property(fc.oneof(noisy, fc.string({ unit: "binary", maxLength: 2000 })), (text) => {
        expect(sentencesOf(text).join("")).toBe(text);
      }),
    );
  });

  it("end at stops and before topics, and are never long", () => {
    expect(sentencesOf("一。二！三？四；五\n六#七巧 #八宝")).toEqual([
      "一。",
      "二！",
      "三？",
      "四；",
      "五\n",
      "六",
      "#七巧 ",
      "#八宝",
    ]);
    expect(sentencesOf("琴弦国。家。级。\n好。我拍了")).toEqual(["琴弦国。家。级。", "\n", "好。", "我拍了"]);
    for (const sentence of sentencesOf("好".repeat(5000))) expect(sentence.length).toBeLessThanOrEqual(400);
  });
});
