import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { announcersOf } from "../../../src/compliance/match/announce";
import { draft, pack, rule } from "./fixtures";

const NONE = { lists: {}, fragments: {} };

describe("what announces an expression", () => {
  it("is nothing more than the neighbours in its source, where each way to match has some", () => {
    expect(announcersOf("治疗|根治[^，]{0,4}病", NONE)).toBe("");
  });

  it("is what a match has side by side and its source has not", () => {
    expect(announcersOf("(?:最|顶)(?:好|级)", NONE)).toBe("最好 最级 顶好 顶级");
    expect(announcersOf("治疗|v信|第1", NONE)).toBe("v信 第1");
  });

  it("is one character where the match needs no more", () => {
    expect(announcersOf("[^，]{0,4}癌", NONE)).toBe("癌");
  });

  it("counts the neighbours of lists and fragments that it names", () => {
    const names = { lists: { 病: ["糖尿", "癌"] }, fragments: { 治: "[^，]{病}|根除" } };
    expect(announcersOf("{治}", names)).toBe("癌");
  });

  it("is not known where a match may be anything", () => {
    expect(announcersOf("[a-z]+", NONE)).toBeUndefined();
  });
});

describe("an expression with announcers", () => {
  const source = "(?:最|顶)(?:好|级)";
  const packs = pack([rule("best", { patterns: [{ type: "regex", source }] })]);
  const found = (announcers: string, text: string): string[] =>
    createChecker(packs.map((plain) => ({ ...plain, announcers: new Map([[source, announcers]]) })))
      .check(draft(text))
      .map(({ text }) => text);

  it("takes what a group had again for no neighbour of what stands about it", () => {
    const again = pack([rule("worn", { patterns: [{ type: "regex", source: "(穿|戴)[^，]{0,5}就\\1(?:没|好)了" }] })]);
    expect(
      createChecker(again)
        .check(draft("袜子穿着就穿好了"))
        .map(({ text }) => text),
    ).toEqual(["穿着就穿好了"]);
  });

  it("is tried in the first texts that announce it and have what it needs", () => {
    expect(found("最好 最级 顶好 顶级", "一流。最好。顶级")).toEqual(["最好", "顶级"]);
    expect(found("一", "一流最好。顶级")).toEqual(["最好"]);
  });

  it("is read when texts go on to announce it, and then matches without", () => {
    expect(found("一", "一流。一等。一个。一心。一起。一定。一般。一共。一家。最好。顶级")).toEqual(["最好", "顶级"]);
  });

  it("sleeps on without", () => {
    expect(found("治疗", "一流。最好。顶级")).toEqual([]);
  });
});
