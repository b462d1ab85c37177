import { expect, it } from "vitest";
import { mayHold } from "../../../src/compliance/match/may-hold";
import { parseRegex } from "../../../src/compliance/match/regex-tree";
import { fullSource, type Template } from "../../../src/compliance/match/source";
import fc from "../../harness/properties";

const holds = (text: string, ...template: Template): boolean => mayHold(text, parseRegex(template));

it("says no where a part that every match has is nowhere in the text", () => {
  expect(holds("全网第一", "全[网国].{0,3}第[一1]")).toBe(true);
  expect(holds("全网销量", "全[网国].{0,3}第[一1]")).toBe(false);
  expect(holds("三天见效", "(?:\\d+|三)天(?=见效|变白)")).toBe(true);
  expect(holds("三天到货", "(?:\\d+|三)天(?=见效|变白)")).toBe(false);
  expect(holds("治糖尿病", "治", ["糖尿病", "癌"])).toBe(true);
  expect(holds("治失眠", "治", ["糖尿病", "癌"])).toBe(false);
});

it("never says no of a text with a match in it", () => {
  const words = ["糖尿", "最"];
  const templates: readonly Template[] = [
    ["(?:最|顶)(?:好|级)?(?!的)"],
    ["^\\d{2,}%?[好级]+|(?<=最)a-z"],
    ["(?:", words, "){1,2}[^好]*(?:级|$)"],
    ["(?=.好)(?:好|最好)", words, "?\\u6700?"],
  ];
  const asked = templates.map((template) => ({
    tree: parseRegex(template),
    regex: new RegExp(fullSource(template), "u"),
  }));
  const piece = fc.constantFrom("最", "顶", "好", "级", "的", "12", "%", "糖尿", "a-z", "😀");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join("");
      for (const { tree, regex } of asked) if (regex.test(text)) expect(mayHold(text, tree)).toBe(true);
    }),
  );
});
