import { describe, expect, it } from "vitest";
import { JsonFault, parseLined } from "../../../../src/compliance/own/json-lines";
import { readPack } from "../../../../src/compliance/own/read-pack";
import fc from "../../../harness/properties";

const rule = (id: string, more: object = {}) => ({
  id,
  title: "试用",
  category: "custom",
  severity: "warn",
  patterns: [{ type: "term", terms: ["试用"] }],
  basis: [{ law: "公司规定", article: "一", kind: "contract", asOf: "2026-11-01" }],
  suggestions: [{ kind: "delete", text: "删去" }],
  updated: "2026-11-01",
  ...more,
});
const file = (rules: readonly object[], more: object = {}): string =>
  JSON.stringify(
    { schema: 1, id: "shop", title: { zh: "店规", en: "Shop" }, version: "1", asOf: "2026-11-01", rules, ...more },
    null,
    2,
  );
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;
const faults = (text: string, taken: readonly string[] = []) => {
  const read = readPack(text, () => new Set(taken));
  if (!Array.isArray(read)) throw new Error("the pack was taken");
  return read;
};

describe("a pack file", () => {
  it("is taken when all of it is right", () => {
    expect(readPack(file([rule("shop.one"), rule("shop.two")]), () => new Set())).toMatchObject({ id: "shop" });
  });
  it("may use the ids of the pack that it takes the place of, wherever its own id stands in the file", () => {
    const { rules, ...rest } = JSON.parse(file([rule("shop.one")]));
    const inUse = (pack: string) => new Set(pack === "shop" ? [] : ["shop.one"]);
    expect(readPack(JSON.stringify({ rules, ...rest }), inUse)).toMatchObject({ id: "shop" });
    expect(readPack(JSON.stringify({ rules, ...rest, id: "other" }), inUse)).toMatchObject([{ kind: "duplicate" }]);
  });
  it("names the line where it stops being JSON", () => {
    const text = file([rule("shop.one")]).replace('"version": "1",', '"version": "1"');
    expect(faults(text)).toMatchObject([{ kind: "json", line: lineOf(text, '"asOf"') }]);
    expect(faults("")).toMatchObject([{ kind: "nothing", line: 1 }]);
    expect(faults('{\n"a": 1}\n\nrest')).toMatchObject([{ kind: "json", line: 4, where: "rest" }]);
  });
  it("names the line of every value that does not fit", () => {
    const text = file([rule("shop.one", { severity: "deadly" }), rule("shop.two", { basis: [] })]);
    expect(faults(text)).toMatchObject([
      { kind: "schema", line: lineOf(text, '"deadly"'), where: "rules.0.severity" },
      { kind: "schema", line: lineOf(text, '"basis": []'), where: "rules.1.basis" },
    ]);
  });
  it("names the line of an id that is used already, here or elsewhere", () => {
    const text = file([rule("shop.one"), rule("shipped"), rule("shop.one")]);
    expect(faults(text, ["shipped"])).toMatchObject([
      { kind: "duplicate", where: "shipped", line: lineOf(text, '"shipped"') },
      { kind: "duplicate", where: "shop.one" },
    ]);
  });
  it("names the rule whose expression could hang or does not compile", () => {
    const text = file([
      rule("shop.one"),
      rule("shop.bomb", { patterns: [{ type: "regex", source: "(a+)+(b+)+(c+)+(d+)+$" }] }),
      rule("shop.open", { patterns: [{ type: "regex", source: "(a" }] }),
    ]);
    expect(faults(text)).toMatchObject([
      { kind: "expression", where: "shop.bomb" },
      { kind: "expression", where: "shop.open" },
    ]);
  });
  it("names a bad exemption of the pack", () => {
    const text = file([rule("shop.one")], { exemptions: [{ type: "covers", values: ["(a"], effect: "drop" }] });
    expect(faults(text)).toMatchObject([{ kind: "expression", line: lineOf(text, '"exemptions"') }]);
  });
  it("is refused when it is too large or too deep", () => {
    expect(faults(" ".repeat(1_000_001))).toMatchObject([{ kind: "large" }]);
    expect(faults("[".repeat(10_000))).toMatchObject([{ kind: "json" }]);
  });
});

describe("parseLined", () => {
  it("reads what JSON.parse reads, and refuses what it refuses", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseLined(text).value).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"1a-. \\n\n') }), (text) => {
        let wanted: unknown = JsonFault;
        try {
          wanted = JSON.parse(text);
        } catch {
          expect(() => parseLined(text)).toThrow(JsonFault);
          return;
        }
        expect(parseLined(text).value).toEqual(wanted);
      }),
      { numRuns: 2_000 },
    );
  });
});
