import { describe, expect, it } from "vitest";
import { pairTable } from "../../../src/competitors/market/join";
import { likeTitles } from "../../../src/competitors/market/like-titles";
import {
  type Goods,
  pairId,
  readGoods,
  type SamePair,
  type Verdicts,
} from "../../../src/competitors/market/same-goods";
import { readTitle } from "../../../src/competitors/market/title";
import fc from "../../harness/properties";

const goods = (key: string, title: string, fen?: number): Goods => ({
  key,
  title,
  price: fen === undefined ? null : { low: fen, high: fen },
});
const like = (a: string, b: string): number => likeTitles([readTitle(a), readTitle(b)], 0)[0]?.likeness ?? 0;
const sameGoods = (ours: readonly Goods[], theirs: readonly Goods[], said: Verdicts): readonly SamePair[] =>
  pairTable(readGoods([ours, theirs]), said).between(0, 1);

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
  it("are those that comparing each title with each other finds", () => {
    const words = ["高山乌龙", "正山小种", "白牡丹", "礼盒装", "口粮茶", "头采", "250g", "500g", ""];
    const word = fc.constantFrom(...words);
    const title = fc.tuple(word, word, word).map((each) => each.join(" "));
    fc.assert(
      fc.property(fc.uniqueArray(title, { maxLength: 12 }), (all) => {
        const titles = all.map(readTitle);
        const found = likeTitles(titles, 0.6).map(({ a, b }) => `${a} ${b}`);
        const dice = (a: number, b: number): number => {
          const [one, other] = [titles[a]?.tokens ?? new Set<string>(), titles[b]?.tokens ?? new Set<string>()];
          return (2 * [...one].filter((token) => other.has(token)).length) / (one.size + other.size);
        };
        const isSized = (a: number, b: number): boolean => {
          const [one, other] = [titles[a]?.sizes ?? new Set<string>(), titles[b]?.sizes ?? new Set<string>()];
          return one.size === 0 || other.size === 0 || [...one].some((size) => other.has(size));
        };
        const expected = titles.flatMap((_, b) =>
          titles.slice(0, b).flatMap((__, a) => (dice(a, b) >= 0.6 && isSized(a, b) ? [`${a} ${b}`] : [])),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
  it("do not hang on the order in which they were seen", () => {
    const alike = [goods("b3", "武夷山大红袍散装", 5_100), goods("b2", "武夷山大红袍散装", 5_200)];
    const there = sameGoods(ours, alike, new Map());
    expect(sameGoods(ours.toReversed(), alike.toReversed(), new Map())).toEqual(there);
    expect(there).toMatchObject([{ ours: "a2", theirs: "b2" }]);
  });
});
