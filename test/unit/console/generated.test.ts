import { describe, expect, it } from "vitest";
import { isPartOfFigure } from "../../../src/console/generated";

describe("what a style writes beside a figure", () => {
  it.each(["¥", "%", "万", "万元", "人次", "秒", "▲ "])("%s belongs to it", (text) => {
    expect(isPartOfFigure(text)).toBe(true);
  });

  it.each(["成交金额", "新", "1,234", "库存："])("%s is a text of its own", (text) => {
    expect(isPartOfFigure(text)).toBe(false);
  });
});
