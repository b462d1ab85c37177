import { describe, expect, it } from "vitest";
import { firstCharacters } from "../../../src/compliance/match/first-characters";
import { requiredLiterals } from "../../../src/compliance/match/literals";
import { parseRegex } from "../../../src/compliance/match/regex-tree";
import { expressionOf, templateOf } from "../../../src/compliance/match/source";

const NAMES = { lists: { 病: ["糖尿病", "癌"], 无: [] }, fragments: {} };
const firsts = (source: string): string | undefined => {
  const found = firstCharacters(parseRegex(templateOf(source, NAMES)), (list) => list);
  return found && [...found].join("");
};

describe("what a match may begin with", () => {
  it("is the first that must be there, and what may stand before it", () => {
    expect(firsts("(?:原|以前)?(?:卖|标价)\\d")).toBe("原以卖标");
    expect(firsts("[一二]{0,3}天")).toBe("一二天");
    expect(firsts("{病}{1,2}好")).toBe("糖癌");
  });

  it("does not ask what stands around", () => {
    expect(firsts("(?:(?<=吃.{0,9})|(?=.{0,9}喝))(?<!不)(?<mark>治|😀)")).toBe("治😀");
  });

  it("is nothing known where a match may be empty or begin with any character", () => {
    expect(firsts("好?")).toBeUndefined();
    expect(firsts("(?:好|[^，]治)")).toBeUndefined();
    expect(firsts("(?:好|\\d)元")).toBeUndefined();
  });
});

it("finds the same with the look at the first character as without", () => {
  const sources = [
    "(?:(?<=(?:吃|喝).{0,9})|(?=.{0,9}(?:吃|喝)))(?<mark>{病}|[-\\]]天|-治)",
    "(?<=(好))\\1",
    "(?=(好))\\1",
  ];
  for (const source of sources)
    for (const text of ["喝了癌", "癌要吃", "吃糖尿病", "吃-治", "吃]天", "不癌", "好好", ""]) {
      const plain = new RegExp(source.replace("{病}", "(?:糖尿病|癌)"));
      const regex = expressionOf(() => templateOf(source, NAMES), { text: "" })(text);
      expect([source, text, regex.exec(text)?.slice()]).toEqual([source, text, plain.exec(text)?.slice()]);
    }
});

it("requires a digit of numbers", () => {
  expect(requiredLiterals(parseRegex(["[a-z]{2,}\\d{3,}"]))).toEqual([[..."0123456789"]]);
  expect(requiredLiterals(parseRegex(["满\\d*件"]))).toEqual([["满"], ["件"]]);
  expect(requiredLiterals(parseRegex(["[1幺][3-5三]"]))).toEqual([
    ["13", "14", "15", "1三", "幺3", "幺4", "幺5", "幺三"],
  ]);
  expect(requiredLiterals(parseRegex(["[1-9a-z]"]))).toEqual([]);
});
