import { describe, expect, it } from "vitest";
import { sliceInContext } from "../../../src/ui/desk/slice-in-context";

describe("sliceInContext", () => {
  it("keeps the marked words and sixteen characters on either side", () => {
    const text = `${"前".repeat(20)}最好${"后".repeat(20)}`;
    expect(sliceInContext(text, 20, 22)).toEqual({
      before: `…${"前".repeat(16)}`,
      marked: "最好",
      after: `${"后".repeat(16)}…`,
    });
  });
  it("adds no ellipsis where nothing was cut", () => {
    expect(sliceInContext("全网最好的茶", 2, 4)).toEqual({ before: "全网", marked: "最好", after: "的茶" });
  });
  it("never cuts a pair of surrogates in two", () => {
    const text = `${"🍵".repeat(20)}最好`;
    expect(sliceInContext(text, 40, 42)?.before).toBe(`…${"🍵".repeat(16)}`);
  });
  it("puts line breaks on one line", () => {
    expect(sliceInContext("上一行\n\n最好\n下一行", 5, 7)).toEqual({
      before: "上一行 ",
      marked: "最好",
      after: " 下一行",
    });
  });
  it("has no slice for something absent", () => {
    expect(sliceInContext("全文", 0, 0)).toBeNull();
  });
});
