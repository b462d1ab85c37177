import { describe, expect, it } from "vitest";
import { pairId, readGoods, sameGoods } from "../../../src/competitors/market/same-goods";
import { readTitle, titleLikeness } from "../../../src/competitors/market/title";

const goods = (key: string, title: string, fen?: number) =>
  readGoods({ key, title, price: fen === undefined ? null : { low: fen, high: fen } });
const like = (a: string, b: string): number => titleLikeness(readTitle(a), readTitle(b));

describe("titles", () => {
  it("are alike whatever their width, brackets and order of words", () => {
    expect(readTitle("【秒杀】武夷山大红袍 ５００Ｇ").plain).toBe(readTitle("武夷山大红袍500克").plain);
    expect(like("明前龙井茶叶礼盒装250g", "礼盒装明前龙井茶叶 250克")).toBeGreaterThan(0.6);
  });
  it("of other things or other sizes are not", () => {
    expect(like("明前龙井茶叶250g", "武夷山大红袍250g")).toBeLessThan(0.4);
    expect(like("明前龙井茶叶250g", "明前龙井茶叶500g")).toBe(0);
  });
  it("that stand in brackets altogether keep their words", () => {
    expect(readTitle("【大红袍】").plain).toBe("大红袍");
  });
});

describe("same goods", () => {
  const ours = [goods("a1", "明前龙井茶叶礼盒装250g", 9_900), goods("a2", "武夷山大红袍散装", 5_000)];
  const theirs = [
    goods("b1", "礼盒装明前龙井茶叶250克", 10_900),
    goods("b2", "武夷山大红袍散装", 5_200),
    goods("b3", "不锈钢保温杯", 5_000),
  ];
  it("are proposed by likeness, and taken as one where the titles are the same", () => {
    expect(sameGoods(ours, theirs, new Map())).toMatchObject([
      { ours: "a2", theirs: "b2", by: "title" },
      { ours: "a1", theirs: "b1", by: "proposed" },
    ]);
  });
  it("follow what the user said, either way", () => {
    const said = new Map([
      [pairId("b1", "a1"), true],
      [pairId("a2", "b2"), false],
    ]);
    expect(sameGoods(ours, theirs, said)).toMatchObject([{ ours: "a1", theirs: "b1", by: "user" }]);
  });
  it("cost about the same", () => {
    expect(sameGoods(ours, [goods("b2", "武夷山大红袍散装", 20_000)], new Map())).toEqual([]);
    expect(sameGoods(ours, [goods("b2", "武夷山大红袍散装")], new Map())).toHaveLength(1);
  });
  it("are in one pair at most", () => {
    const twice = [goods("b1", "武夷山大红袍散装", 5_000), goods("b2", "武夷山大红袍散装", 5_000)];
    expect(sameGoods(ours, twice, new Map())).toHaveLength(1);
  });
});
