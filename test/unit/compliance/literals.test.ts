import { describe, expect, it } from "vitest";
import { waysToWake } from "../../../src/compliance/match/literals";
import { parseRegex } from "../../../src/compliance/match/regex-tree";

const ways = (source: string) => waysToWake(parseRegex([source]));

describe("what an expression must find in a text before it is run", () => {
  it.each([
    ["鼻炎(?=[^。]{0,9}见好)", "见好"],
    ["(?<=鼻炎[^。]{0,9})见好", "鼻炎"],
  ])("is also what it looks around for: %s", (source, seen) => {
    expect(ways(source)).toHaveLength(1);
    expect(ways(source)[0]).toContainEqual([seen]);
  });

  it("is nothing that must not stand there", () => {
    expect(ways("(?<!不)见好(?!吗)")).toEqual([[["见好"]]]);
  });
});
