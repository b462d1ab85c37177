import { describe, expect, it } from "vitest";
import { expressionOf, fullSource, templateOf } from "../../../src/compliance/match/source";
import fc from "../../harness/properties";

const MANY = Array.from({ length: 300 }, (_, at) => `第${at}号病`);
const NAMES = { lists: { 病: ["糖尿病", "糖", "癌"], 药: ["药", "贴"], 多: MANY }, fragments: {} };
const matches = (regex: RegExp, text: string): unknown => {
  regex.lastIndex = 0;
  return regex.exec(text)?.slice();
};

describe("an expression with lists", () => {
  it("stays the same for texts whose words it has: those that were ahead, and those of texts before", () => {
    const ahead = { text: "贴治糖尿病" };
    const expression = expressionOf(() => templateOf("{药}治{病}", NAMES), ahead);
    const first = expression("药治糖");
    ahead.text = "";
    expect(expression("贴治糖")).toBe(first);
    expect(expression("没有一个词")).toBe(first);
    const wider = expression("药治癌");
    expect(wider).not.toBe(first);
    expect(expression("药治糖尿病")).toBe(wider);
  });

  it("keeps no more words than are quick to compile", () => {
    const ahead = { text: "" };
    const expression = expressionOf(() => templateOf("治{多}", NAMES), ahead);
    for (const word of MANY) expect(matches(expression(`治${word}`), `治${word}`)).toEqual([`治${word}`]);
    expect(expression(`治${MANY[0]}`).source.split("|").length).toBeLessThan(130);
    ahead.text = MANY.join("");
    expect(matches(expression("治第7号病"), "治第7号病")).toEqual(["治第7号病"]);
    expect(expression("治第7号病").source.split("|").length).toBeLessThan(130);
  });

  it("matches what it would with all words, whatever was read before", () => {
    const texts = fc.array(
      fc.array(fc.constantFrom(..."糖尿病癌药贴治不"), { maxLength: 9 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("{药}?治{病}", "(?<=不){病}", "{病}(?!{药})", "(?:治)?{病}{1,2}"),
        texts,
        (source, all) => {
          const template = templateOf(source, NAMES);
          const ahead = { text: "" };
          const expression = expressionOf(() => template, ahead);
          const plain = new RegExp(fullSource(template), "g");
          all.forEach((text, at) => {
            ahead.text = all[at + 1] ?? "";
            expect(matches(expression(text), text)).toEqual(matches(plain, text));
          });
        },
      ),
    );
  });
});
