import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { writtenView } from "../../../src/compliance/text/spoken";
import { lightView, spanOf } from "../../../src/compliance/text/views";
import { productPacks } from "../../harness/packs";
import { marksBy } from "./fixtures";

const marks = marksBy(createChecker(await productPacks()));
const written = (said: string): string | undefined => writtenView(lightView(said))?.text;

describe("a sentence as it would be written", () => {
  it.each([
    ["下回一量，哎，正常了", "下回一量，正常了"],
    ["张主任你们知道吧，他推荐的", "张主任他推荐的"],
    ["这个锅啊，我跟你们讲，用不坏", "这个锅用不坏"],
    ["鼻炎啊咳嗽啊都没了", "鼻炎咳嗽都没了"],
    ["仨月给你调过来", "三个月调过来"],
    ["抹上二十来天", "抹上二十天"],
    ["除菌率百分之九十九点九九", "除菌率99.99%"],
    ["百分之八十三的枕头", "83%的枕头"],
    ["百分之一百有效", "100%有效"],
    ["幺三八，后面是零零幺二，再后面三四五六", "13800123456"],
  ])("%s: %s", (said, meant) => {
    expect(written(said)).toBe(meant);
  });

  it.each(["雾蓝色，一米六三", "这双鞋跟高四公分"])("%s is written as it is", (said) => {
    expect(written(said)).toBeUndefined();
  });

  it("says where its words were said", () => {
    const said = "吃了仨月，哎，好了";
    const view = writtenView(lightView(said));
    expect(view?.text).toBe("吃了三个月，好了");
    const places = [...(view?.text ?? "")].map((_, at) => {
      const { start, end } = spanOf(view ?? lightView(said), at, at + 1);
      return said.slice(start, end);
    });
    expect(places).toEqual(["吃", "了", "仨", "仨", "月", "，", "好", "了"]);
  });

  it("keeps a disguise's offsets", () => {
    const said = "①百，哎，真的，好";
    const view = writtenView(lightView(said));
    expect(view?.text).toBe("1百，好");
    expect(spanOf(view ?? lightView(said), 3, 4)).toEqual({ start: 8, end: 9 });
  });
});

it("finds claims with fillers in them, over all that was said", () => {
  expect(marks("记下号码哈，幺三八，后面是零零幺二，再后面三四五六", "live_script", "any")).toContainEqual(
    expect.stringMatching(/^幺三八，后面是零零幺二，再后面三四五六/),
  );
});
