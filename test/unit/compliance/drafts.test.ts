import { describe, expect, it } from "vitest";
import { parseDrafts } from "../../harness/drafts";
import { citesAny, draftOf, overlaps } from "../../harness/labelled";

describe("lines of npm run check", () => {
  it("have a text, and defaults for the rest", () => {
    expect(
      parseDrafts(
        '\ufeff{"text":"甲"}\n\n{"id":7,"text":"","goods":"textile","channel":"group_post","account":"creator"}\r\n',
      ),
    ).toEqual([
      { id: undefined, draft: { text: "甲", goods: "any", channel: "product_detail", account: "shop" } },
      { id: 7, draft: { text: "", goods: "textile", channel: "group_post", account: "creator" } },
    ]);
  });

  it.each([
    ['{"text":"甲"}\n{"txt":"乙"}', 'line 2: "text" must be a string'],
    ["nonsense", /^line 1: not JSON/],
    ['["甲"]', /^line 1: not an object/],
    ['\n{"text":"甲","goods":"shoes"}', /^line 2: "goods" is "shoes", not one of any, food_ordinary/],
    ['{"text":"甲","id":{}}', /^line 1: "id" must be/],
  ])("say which line is wrong and why: %s", (input, message) => {
    expect(() => parseDrafts(input)).toThrow(message);
  });
});

describe("labelled lines", () => {
  it("take goods and channel from Chinese words", () => {
    expect(draftOf({ text: "甲", expect: [], scope: "保健食品", channel: "企业微信群" })).toMatchObject({
      goods: "food_health",
      channel: "group_post",
    });
  });

  it("count a span as found when half of the shorter is shared", () => {
    expect(overlaps({ start: 0, end: 4 }, { start: 2, end: 6 })).toBe(true);
    expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 9 })).toBe(false);
    expect(overlaps({ start: 0, end: 0 }, { start: 0, end: 4 })).toBe(false);
  });

  it("compare law and article, paragraphs aside", () => {
    const cited = [{ law: "广告法", article: "第九条第三项" }];
    expect(citesAny(cited, "食品安全法第七十三条；广告法第九条")).toBe(true);
    expect(citesAny(cited, "广告法第十九条")).toBe(false);
    expect(citesAny([{ law: "视频号常见违规内容概览", article: "4.11.1" }], "视频号常见违规内容概览4.11.1")).toBe(true);
  });
});
